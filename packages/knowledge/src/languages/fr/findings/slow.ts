import { durationOf, place, sizeOf } from '../../../finding/place.ts';
import { timeSpan } from '../../../finding/time-span.ts';
import type { GroupWords } from '../../../words.ts';
import { request, search, searchStep } from '../phrases.ts';

const ms = (durationMs: number) => durationOf(durationMs, ',');
const size = (bytes: number) => sizeOf(bytes, ',').replace(/B$/, 'o');
const usually = (usualMs: number | undefined) =>
  usualMs === undefined ? '' : ` (d’habitude ${ms(usualMs)} pour cet hôte)`;

export const slowFindings: GroupWords<'slow'> = {
  'slow/server': {
    verdict: (f) =>
      `${request(f)} a pris ${ms(f.timeMs)}, dont ${ms(f.waitMs)} à attendre le premier octet${usually(f.usualMs)} ; le service indique avoir pris lui-même ${ms(f.serviceMs)}${search(f)}.`,
    explanation: () => 'Le temps a été passé dans le service, pas sur le réseau.',
    nextStep: searchStep,
  },
  'slow/network': {
    verdict: (f) =>
      `${request(f)} a pris ${ms(f.timeMs)}, dont ${ms(f.waitMs)} à attendre le premier octet${usually(f.usualMs)}, alors que le service indique n’avoir pris que ${ms(f.serviceMs)}${search(f)}.`,
    explanation: (f) =>
      `${ms(f.waitMs - f.serviceMs)} se sont écoulées hors du service : en chemin, dans une file d’attente ou dans une passerelle.`,
    nextStep: (f) => `Examinez la passerelle, le proxy, le VPN et le chemin réseau. ${searchStep(f)}`,
  },
  'slow/wait-unexplained': {
    verdict: (f) =>
      `${request(f)} a pris ${ms(f.timeMs)}, dont ${ms(f.waitMs)} à attendre le premier octet${usually(f.usualMs)}${search(f)}.`,
    explanation: () =>
      'La requête était partie et la réponse n’avait pas commencé. La réponse ne dit pas combien de temps le service lui-même a pris.',
    nextStep: searchStep,
  },
  'slow/long-poll': {
    verdict: (f) =>
      `${request(f)} a été retenue ${ms(f.waitMs)} à dessein : c’est une attente longue (long polling).`,
    explanation: () =>
      'Le serveur répond quand il y a du nouveau, et la page redemande aussitôt. Rien n’est lent ici.',
    nextStep: () => 'Rien à faire ; regardez les autres requêtes.',
  },
  'slow/buffered-stream': {
    verdict: (f) =>
      `${request(f)} est un flux d’événements, et ses ${f.events} événements sont arrivés d’un coup (en ${ms(f.receiveMs)}), après ${ms(f.waitMs)} sans un octet.`,
    explanation: () =>
      'Les événements devraient arriver un par un. Quelque chose les retient jusqu’à la fin du flux ou jusqu’à ce qu’un tampon soit plein : un proxy, un antivirus, une passerelle, ou le service lui-même, par la compression ou un tampon.',
    nextStep: () =>
      'Essayez sans proxy, VPN ni antivirus. Du côté du service et de ses passerelles, désactivez le tampon et la compression pour les flux (X-Accel-Buffering: no, Cache-Control: no-transform).',
  },
  'slow/six-connections': {
    verdict: (f) =>
      `${request(f)} a attendu jusqu’à ${ms(f.stalledMs)} une connexion libre, parce que ${f.concurrent} autres requêtes vers le même hôte étaient en cours.`,
    explanation: () =>
      'En HTTP/1.1, les navigateurs ouvrent six connexions par hôte ; le reste attend que l’une se libère.',
    nextStep: () => 'Activez HTTP/2 côté service, ou envoyez moins de requêtes à la fois.',
  },
  'slow/queueing': {
    verdict: (f) =>
      f.place === 'queue'
        ? `Le navigateur a gardé ${request(f)} en file d’attente jusqu’à ${ms(f.queuedMs)} avant l’envoi.`
        : `${request(f)} a attendu ${ms(f.queuedMs)} sur ${ms(f.timeMs)} dans le navigateur avant d’être envoyée.`,
    explanation: (f) =>
      f.place === 'queue'
        ? 'Le navigateur envoie d’abord ce qui compte pour le premier affichage de la page. C’est voulu.'
        : 'Le navigateur l’a retenue, et la limite de connexions n’en est pas la cause : proxy, cache disque, extension ou poste très occupé.',
    nextStep: (f) =>
      f.place === 'queue'
        ? 'Si elle est nécessaire plus tôt, la page doit la demander plus tôt (preload, fetchpriority).'
        : 'Réessayez avec moins d’onglets et sans extensions ; examinez le proxy.',
  },
  'slow/dns': {
    verdict: (f) =>
      `La résolution du nom pour ${request(f)} a pris ${ms(f.phaseMs)} ; jusqu’à ${ms(f.limitMs)}, c’est ordinaire.`,
    explanation: () =>
      'Le temps a passé avant toute connexion : le résolveur du poste ou de son réseau est lent.',
    nextStep: () =>
      'Interrogez un autre résolveur sur le même nom depuis ce poste ; examinez le VPN et les filtres DNS.',
  },
  'slow/connect': {
    verdict: (f) =>
      `L’ouverture de la connexion pour ${request(f)} a pris ${ms(f.phaseMs)} ; jusqu’à ${ms(f.limitMs)}, c’est ordinaire.`,
    explanation: () =>
      'Une connexion TCP demande un aller-retour ; s’il est long, le chemin est long, des paquets se perdent ou un proxy s’interpose.',
    nextStep: () =>
      'Mesurez l’aller-retour vers cet hôte depuis ce poste ; comparez avec et sans VPN ni proxy.',
  },
  'slow/tls': {
    verdict: (f) =>
      `La négociation TLS pour ${request(f)} a pris ${ms(f.phaseMs)} ; jusqu’à ${ms(f.limitMs)}, c’est ordinaire.`,
    explanation: () =>
      'TLS demande un ou deux allers-retours. Au-delà : un long chemin, un proxy d’inspection ou un serveur surchargé.',
    nextStep: () =>
      'Comparez avec et sans inspection TLS ; vérifiez que le serveur connaît TLS 1.3 et la reprise de session.',
  },
  'slow/proxy': {
    verdict: (f) =>
      `La recherche ou la négociation du proxy pour ${request(f)} a pris ${ms(f.phaseMs)} ; jusqu’à ${ms(f.limitMs)}, c’est ordinaire.`,
    explanation: () =>
      'Le temps est passé dans le script de proxy (PAC) ou dans l’authentification auprès du proxy.',
    nextStep: () => 'Examinez le script PAC, les résolutions de noms qu’il fait et la charge du proxy.',
  },
  'slow/no-reuse': {
    verdict: (f) =>
      `${place(f)} et d’autres requêtes vers cet hôte ont ouvert ${f.count} nouvelles connexions alors qu’une était libre${f.closed ? ', car les réponses portent Connection: close' : ''} ; cela a coûté ${ms(f.setupMs)}.`,
    explanation: () =>
      'En HTTP/1.1, une connexion peut servir plusieurs requêtes à la suite. Ici, elle a été fermée après chacune.',
    nextStep: (f) =>
      f.closed
        ? 'Activez keep-alive sur le serveur ou sur la passerelle qui écrit Connection: close.'
        : 'Vérifiez la durée de keep-alive du serveur, de la passerelle et du proxy.',
  },
  'slow/download': {
    verdict: (f) => `${request(f)} a mis ${ms(f.receiveMs)} à télécharger ${size(f.sizeBytes)}.`,
    explanation: () =>
      'La réponse avait commencé et arrivait lentement : ligne lente, VPN, proxy d’inspection, ou serveur qui écrit par petits morceaux.',
    nextStep: () =>
      'Téléchargez la même chose depuis un autre réseau. Si c’est lent là aussi, adressez-vous à l’équipe du service.',
  },
  'slow/busy-browser': {
    verdict: (f) =>
      `${request(f)} a mis jusqu’à ${ms(f.receiveMs)} à arriver malgré sa petite taille, et tout s’est terminé au même instant : le navigateur était sans doute occupé.`,
    explanation: () =>
      'De petites réponses qui finissent ensemble étaient très probablement déjà là ; la page calculait et ne les prenait pas.',
    nextStep: () => 'Enregistrez un profil de performance dans la même situation.',
  },
  'slow/big-response': {
    verdict: (f) =>
      `${request(f)} a apporté ${size(f.sizeBytes)} en ${ms(f.timeMs)} ; au-delà de ${size(f.limitBytes)}, cela se sent.`,
    explanation: () =>
      'Beaucoup de données prennent du temps sur la ligne, puis encore à la lecture dans le navigateur.',
    nextStep: () => 'Demandez-en moins : listes par pages, moins de champs, images plus petites.',
  },
  'slow/uncompressed': {
    verdict: (f) =>
      f.count === 1
        ? `${place(f)} a envoyé ${size(f.sizeBytes)} de texte sans compression.`
        : `${request(f)} a envoyé ${size(f.totalBytes)} de texte sans compression, dont ${size(f.sizeBytes)} pour le plus gros.`,
    explanation: () =>
      'Il n’y a pas de Content-Encoding, et tout le contenu est passé sur la ligne. Un texte se réduit au quart ou moins.',
    nextStep: () =>
      'Activez gzip ou br sur le serveur ou la passerelle ; vérifiez qu’aucun proxy ne retire Accept-Encoding.',
  },
  'slow/not-cached': {
    verdict: (f) =>
      f.trouble === 'no-lifetime'
        ? `${request(f)} porte l’empreinte de son contenu dans son nom, mais Cache-Control ne permet pas au navigateur de la garder (${size(f.sizeBytes)}).`
        : `${request(f)} a été rechargée alors qu’elle n’avait pas changé (${size(f.sizeBytes)}).`,
    explanation: (f) =>
      f.trouble === 'no-lifetime'
        ? 'Un fichier dont le nom change avec le contenu peut être gardé un an ; sans durée de vie, chaque visite le recharge.'
        : 'Le validateur est le même les deux fois : le second téléchargement n’a rien apporté.',
    nextStep: () => 'Envoyez Cache-Control: max-age=31536000, immutable avec ces fichiers.',
  },
  'slow/redirects': {
    verdict: (f) =>
      `${place(f)} est passée par ${f.hops === 1 ? 'une redirection' : `${f.hops} redirections`}, soit ${ms(f.redirectMs)} avant que la vraie réponse ne commence.`,
    explanation: () => 'Chaque redirection est une requête entière.',
    nextStep: () =>
      'Pointez directement vers la dernière adresse, ou réunissez les redirections en une seule.',
  },
  'slow/waterfall': {
    verdict: (f) =>
      `${f.calls} requêtes, à commencer par ${place(f)}, se sont suivies une à une pendant ${ms(f.totalMs)} ; envoyées ensemble, elles feraient gagner environ ${ms(f.savingMs)}.`,
    explanation: () =>
      'Chacune a commencé quand la précédente était finie, et aucune n’utilise ce que la précédente a apporté.',
    nextStep: () => 'Faites-les envoyer ensemble par la page, ou offrez un appel qui répond à toutes.',
  },
  'slow/many-calls': {
    verdict: (f) =>
      `${place(f)} a été appelée ${f.calls} fois en ${ms(f.spanMs)}, chaque fois pour un autre élément ; ${ms(f.totalMs)} au total.`,
    explanation: () => 'Une question par élément de liste (N+1) : le temps croît avec la liste.',
    nextStep: () => 'Offrez un appel pour plusieurs éléments, ou ne demandez que ceux qui sont affichés.',
  },
  'slow/duplicate-calls': {
    verdict: (f) =>
      `${place(f)} a été envoyée ${f.copies} fois en quelques secondes et a reçu chaque fois la même réponse ; ${ms(f.wastedMs)} pour rien.`,
    explanation: () => 'Méthode, URL et corps sont les mêmes, et les réponses aussi.',
    nextStep: () =>
      'Cherchez dans le code de la page deux endroits qui demandent la même chose, ou un clic compté deux fois.',
  },
  'slow/polling': {
    verdict: (f) =>
      `${place(f)} a été demandée ${f.calls} fois, toutes les ${ms(f.gapMs)}, presque toujours avec la même réponse.`,
    explanation: () =>
      'Une minuterie redemande sans cesse ; elle coûte du débit et de la batterie, et cache d’autres requêtes.',
    nextStep: () => 'Demandez moins souvent, ou laissez le serveur prévenir (événements, WebSocket).',
  },
  'slow/retry-storm': {
    verdict: (f) => {
      const status = f.status === undefined ? '' : ` avec ${f.status}`;
      const asked =
        f.retryAfterMs === undefined ? '' : `, alors que Retry-After demande ${timeSpan(f.retryAfterMs)}`;
      return `${place(f)} a échoué${status} et a été envoyée ${f.attempts} fois, à ${ms(f.gapMs)} d’intervalle au plus${asked}.`;
    },
    explanation: () =>
      'Des essais répétés sans pauses croissantes maintiennent à terre un service qui pourrait se relever. La cause de l’échec est dite par un autre constat.',
    nextStep: (f) =>
      `Trouvez la cause du premier échec, puis faites espacer les essais par le client. ${searchStep(f)}`,
  },
  'slow/timeout-chain': {
    verdict: (f) =>
      `${place(f)} a échoué après ${ms(f.timeMs)}, soit ${f.times} × la limite de ${ms(f.limitMs)} que son erreur indique${search(f)}.`,
    explanation: (f) =>
      `Quelque chose à l’intérieur a sans doute essayé ${f.times} fois, chaque fois jusqu’à sa limite.`,
    nextStep: searchStep,
  },
  'slow/third-party': {
    verdict: (f) =>
      `Le chargement de la page a pris ${ms(f.loadMs)} ; pendant ${ms(f.aloneMs)}, seuls ${f.sites === 1 ? 'les fichiers d’un autre site' : `les fichiers de ${f.sites} autres sites`} se chargeaient, le plus long étant ${place(f)}.`,
    explanation: () =>
      'Des scripts et styles d’autres sites ont retenu le chargement pendant que rien du site lui-même n’était en route.',
    nextStep: () => 'Chargez-les plus tard (async, defer), ou passez-vous-en.',
  },
};
