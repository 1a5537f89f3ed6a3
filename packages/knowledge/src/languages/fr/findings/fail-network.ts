import { type CloseMeaning, closeMeaning, endsBelow } from '../../../finding/close-code.ts';
import type {
  GivenUpBecause,
  NetworkFacts,
  NetworkFailure,
  TlsFault,
} from '../../../finding/finding-facts.ts';
import { mayHaveReached } from '../../../finding/may-have-reached.ts';
import { networkFailures } from '../../../finding/network-failures.ts';
import { place } from '../../../finding/place.ts';
import { timeSpan } from '../../../finding/time-span.ts';
import type { GroupWords } from '../../../words.ts';
import { octets, quote, request, search, searchStep } from '../phrases.ts';

/** A proxy took the field away that asks for a WebSocket. RFC 9110 §15.5.22. */
const UPGRADE_REQUIRED = 426;

const networkCause: Readonly<Record<NetworkFailure, string>> = {
  dns: 'le nom de l’hôte n’a pas pu être résolu',
  refused: 'l’hôte a refusé la connexion',
  unreachable: 'l’hôte n’est pas joignable',
  timeout: 'la connexion a expiré',
  reset: 'la connexion a été interrompue',
  empty: 'le serveur a fermé la connexion sans répondre',
  tls: 'la connexion sécurisée a échoué (certificat ou TLS)',
  'client-certificate': 'le serveur demande un certificat client',
  offline: 'le réseau était absent ou a changé',
  proxy: 'le proxy ne l’a pas laissée passer',
  blocked: 'le navigateur, une extension ou une stratégie l’a bloquée',
  browser: 'le navigateur lui-même n’a pas pu la mener à bien',
  aborted: 'la page ou la personne y a renoncé',
  cut: 'la réponse s’est terminée trop tôt',
  'redirect-loop': 'elle a été redirigée trop de fois',
  protocol: 'la réponse ne respecte pas les règles du protocole',
  'web-socket': 'le WebSocket n’a pas été ouvert',
  none: 'aucune réponse n’est arrivée, et la capture ne dit pas pourquoi',
};

const closer = { page: ' par la page', server: ' par le serveur' } as const;

const closeWhy: Readonly<Record<CloseMeaning, string>> = {
  protocol: 'Un côté n’a pas respecté le protocole WebSocket, selon l’autre.',
  content: 'Un côté a envoyé ce que l’autre n’accepte pas.',
  'no-goodbye': 'La connexion s’est terminée sans adieu : un proxy, le réseau ou un plantage.',
  refused: 'Le service a refusé : souvent, la session avait expiré ou un droit manque.',
  'too-large': 'Un message était plus grand que ce que l’autre côté accepte.',
  fault: 'Le serveur a rencontré une erreur interne.',
  restart: 'Le service a été redémarré.',
  overload: 'Le service était surchargé.',
  own: 'Le service l’a fermé avec un code à lui ; sa documentation en donne le sens.',
};

const networkStep: Readonly<Record<NetworkFailure, string>> = {
  dns: 'Vérifiez le DNS, le VPN et le fichier hosts du poste où la capture a été faite ; interrogez un autre résolveur sur le même nom.',
  refused: 'Vérifiez l’adresse et le port, le pare-feu local et le proxy, et si le service écoute.',
  unreachable: 'Vérifiez le routage, le VPN et le pare-feu entre le poste et l’hôte.',
  timeout:
    'Vérifiez le pare-feu, le VPN et le proxy entre le poste et l’hôte : des paquets rejetés en silence produisent cet effet.',
  reset:
    'Cherchez un équipement intermédiaire qui coupe les connexions (proxy, pare-feu, inspection TLS), puis un arrêt brutal du serveur à cette heure.',
  empty: 'Cherchez un arrêt brutal ou un redémarrage du serveur à cette heure.',
  tls: 'Regardez le certificat présenté au navigateur : dates, nom, émetteur. Un émetteur de votre propre entreprise indique une inspection TLS.',
  'client-certificate': 'Vérifiez que le certificat est installé et que le bon a été choisi.',
  offline:
    'Vérifiez la connexion du poste : Wi-Fi, VPN, mise en veille. Refaites la capture avec une connexion stable.',
  proxy: 'Vérifiez les paramètres du proxy, son authentification et ses règles pour cet hôte.',
  blocked:
    'Réessayez sans extensions, dans une fenêtre privée ; si le code nomme une stratégie, adressez-vous à l’administrateur du navigateur.',
  browser:
    'Le code en donne la raison : trop de requêtes à la fois (ERR_INSUFFICIENT_RESOURCES), fichier modifié pendant l’envoi (ERR_UPLOAD_FILE_CHANGED), fichier illisible. Cherchez de ce côté, pas dans le service.',
  aborted:
    'Le plus souvent sans gravité : une navigation ou une requête plus récente l’a remplacée. À examiner seulement si cela se répète après la même durée.',
  cut: 'Cherchez un proxy qui limite la taille ou la durée, ou un arrêt brutal du serveur pendant l’envoi.',
  'redirect-loop':
    'Regardez les cookies et le champ Location de chaque redirection : deux endroits se renvoient le navigateur.',
  protocol: 'Essayez HTTP/1.1 ou un autre réseau ; transmettez ensuite le code exact à l’équipe du service.',
  'web-socket': 'Vérifiez que les proxys et pare-feu laissent passer les connexions WebSocket.',
  none: 'Refaites la capture avec Chrome ou Edge, dont l’export nomme la raison, ou regardez la console du navigateur.',
};

const why: Readonly<Partial<Record<NetworkFailure, string>>> = {
  dns: 'Le navigateur n’a pas pu traduire le nom en adresse : la requête n’a jamais quitté le poste, et les journaux du service n’en savent rien.',
  refused:
    'Quelque chose répond à cette adresse, mais rien n’écoute sur le port, ou un pare-feu répond à sa place ; le service n’a jamais vu la requête.',
  unreachable:
    'Le poste ne connaît pas de chemin vers l’adresse, ou n’a pas le droit de l’utiliser ; le service n’a jamais vu la requête.',
  timeout:
    'En dessous de HTTP, aucune réponse n’est arrivée dans le délai du navigateur, comme lorsqu’un pare-feu rejette les paquets en silence.',
  reset:
    'La connexion était établie et a été coupée avant la fin de la réponse. Le service a peut-être tout de même fait le travail : vérifiez avant de recommencer.',
  empty:
    'La connexion était établie, la requête est peut-être arrivée, et le serveur a fermé sans envoyer un octet : arrêt brutal, redémarrage ou refus.',
  offline:
    'C’est la connexion du poste qui a failli, pas les services : tout ce qui était en cours à ce moment a échoué.',
  cut: 'Le statut annonce un succès, mais le contenu est incomplet ; ce qui le lit échoue plus tard et ailleurs.',
  tls: 'Le navigateur et le serveur n’ont pas pu établir de connexion sécurisée : la requête n’a pas été envoyée, et les journaux du service n’en savent rien.',
};

const stopped = 'La requête a été arrêtée dans le navigateur ; le service ne l’a peut-être jamais vue.';
const between =
  'L’échec se situe entre le navigateur et le service ; les journaux du service n’en savent peut-être rien.';

const whyOf = (failure: NetworkFailure): string =>
  failure === 'blocked' || failure === 'aborted' ? stopped : (why[failure] ?? between);

const tlsCause: Readonly<Record<TlsFault, string>> = {
  dates: 'le certificat a expiré ou n’est pas encore valable',
  name: 'le certificat a été émis pour un autre nom',
  authority: 'le certificat vient d’une autorité que le navigateur ne reconnaît pas',
  revoked: 'le certificat a été révoqué',
  weak: 'le certificat ou sa clé est trop faible',
  pinned: 'le certificat n’est pas celui que le navigateur attend ici',
  version: 'le navigateur et le serveur n’ont aucune version de TLS ni aucun chiffrement en commun',
  certificate: 'le certificat n’a pas été accepté',
  handshake: 'la négociation TLS a échoué',
};

const tlsStep: Readonly<Record<TlsFault, string>> = {
  dates:
    'Regardez les dates du certificat et l’horloge du poste ; c’est à l’équipe du service de renouveler le certificat.',
  name: 'Vérifiez l’adresse et les noms que porte le certificat ; un proxy ou un portail captif présente le sien.',
  authority:
    'Regardez l’émetteur du certificat : votre propre entreprise indique une inspection TLS, dont la racine manque sur ce poste ; sinon, le serveur omet peut-être un certificat intermédiaire.',
  revoked: 'L’équipe du service doit installer un nouveau certificat.',
  weak: 'L’équipe du service doit installer un certificat dont la clé et la signature sont plus fortes.',
  pinned:
    'Regardez l’émetteur du certificat : un intermédiaire entre le navigateur et le serveur présente le sien.',
  version:
    'Comparez les versions de TLS et les chiffrements du serveur et du navigateur ; un vieux serveur et une stratégie stricte ne s’entendent pas.',
  certificate: 'Regardez le certificat présenté au navigateur : dates, nom, émetteur.',
  handshake:
    'Vérifiez que le port parle TLS, et cherchez un proxy ou un pare-feu qui perturbe la négociation.',
};

const code = (f: NetworkFacts) => (f.code === undefined ? '' : ` (${f.code})`);
const worked = (f: NetworkFacts) => (f.healed ? ' ; la nouvelle tentative a réussi' : '');

const unanswered = (f: NetworkFacts, failure: NetworkFailure, cause: string) =>
  `${request(f)} : pas de réponse complète, ${cause}${code(f)}${worked(f)}${mayHaveReached(failure) ? search(f) : ''}.`;

const gaveUp: Readonly<Record<GivenUpBecause, string>> = {
  superseded: ' : une requête plus récente pour la même chose l’a remplacée',
  'left-page': ' : la page a été quittée pendant qu’elle était en cours',
  unknown: ' ; la capture ne montre pas pourquoi',
};

export const networkFindings = {
  ...networkFailures({
    unanswered,
    cause: networkCause,
    why: whyOf,
    step: networkStep,
    tlsCause,
    tlsStep,
    forHosts: (cause, hosts) => `${cause}, pour ${hosts} hôtes à la fois`,
  }),
  'fail/truncated-body': {
    verdict: (f) => {
      if (f.coding !== undefined)
        return `${request(f)} : réponse ${f.status}, mais le contenu n’est pas ${f.coding === '' ? 'ce que dit Content-Encoding' : `au format ${f.coding} que dit Content-Encoding`}${code(f)}${worked(f)}${search(f)}.`;
      const came =
        f.promisedBytes === undefined
          ? ''
          : f.receivedBytes === undefined
            ? `, sur ${octets(f.promisedBytes)} en tout`
            : `, après ${f.receivedBytes} sur ${octets(f.promisedBytes)}`;
      return `${request(f)} : réponse ${f.status}, mais le contenu s’est terminé trop tôt${came}${code(f)}${worked(f)}${search(f)}.`;
    },
    explanation: (f) =>
      f.coding === undefined
        ? whyOf('cut')
        : 'Le navigateur n’a pas pu décoder le contenu et l’a rejeté. Le plus souvent, un proxy l’a décodé ou modifié en laissant le champ, ou il a été encodé deux fois.',
    nextStep: (f) =>
      f.coding === undefined
        ? networkStep.cut
        : 'Demandez la même adresse sans proxy ; cherchez ensuite qui définit Content-Encoding en chemin, et comparez les premiers octets du contenu.',
  },
  'fail/aborted-by-user': {
    verdict: (f) => `${request(f)} : la page y a renoncé${code(f)}${gaveUp[f.because]}.`,
    explanation: () => stopped,
    nextStep: () => networkStep.aborted,
  },
  'fail/aborted-by-timeout': {
    verdict: (f) =>
      `${request(f)} : la page y a renoncé chaque fois après ${timeSpan(f.limitMs)}${code(f)}, aucune réponse n’étant arrivée dans ce délai${search(f)}.`,
    explanation: () =>
      'La même durée ronde révèle une limite de l’application, pas un geste de la personne : soit le service est trop lent, soit la limite est trop courte.',
    nextStep: (f) => `Cherchez combien de temps le service met pour y répondre. ${searchStep(f)}`,
  },
  'fail/web-socket': {
    verdict: (f) => {
      if (f.trouble === 'closed')
        return `WebSocket ${request(f)} : fermé${f.closedBy === undefined ? '' : closer[f.closedBy]} avec le code ${f.closeCode ?? '?'}${search(f)}.`;
      if (f.trouble === 'broken')
        return `WebSocket ${request(f)} : ouvert, puis interrompu${f.errorText === undefined ? '' : ` : ${quote(f.errorText)}`}${search(f)}.`;
      if (f.trouble === 'said')
        return `WebSocket ${request(f)} : un message signale un échec : ${quote(f.errorText ?? '?')}${search(f)}.`;
      if (f.limitMs !== undefined)
        return `WebSocket ${place(f)} : ouvert ${f.count} fois de suite, et terminé chaque fois après ${timeSpan(f.limitMs)} environ${search(f)}.`;
      if (f.trouble === 'opened-again')
        return `WebSocket ${place(f)} : ouvert ${f.count} fois de suite, et resté ouvert moins d’une minute chaque fois${search(f)}.`;
      const how =
        f.status === undefined
          ? ', et la capture ne dit pas pourquoi'
          : ` : la négociation a reçu ${f.status} au lieu de 101`;
      return `WebSocket ${request(f)} : non ouvert${how}${worked(f)}${search(f)}.`;
    },
    explanation: (f) => {
      if (f.limitMs !== undefined)
        return 'Les proxys et répartiteurs de charge mettent fin à une connexion sur laquelle rien n’a circulé aussi longtemps.';
      if (f.trouble === 'said')
        return 'La connexion tient. L’échec est dit dans un message, qu’aucune liste de requêtes ne montre.';
      if (f.closedBy === 'page')
        return 'La page l’a fermé elle-même : ce qu’elle a reçu, ou attendu en vain, ne convenait pas.';
      const meaning = closeMeaning(f.closeCode);
      if (meaning !== undefined) return closeWhy[meaning];
      return f.trouble === 'not-opened'
        ? 'Sans lui, la page ne reçoit plus rien d’elle-même : présence, événements et appels restent figés, ou sont demandés sans cesse.'
        : 'Quelque chose a mis fin à la connexion que la page voulait garder : le serveur, ou un proxy qui en limite la durée.';
    },
    nextStep: (f) => {
      if (f.limitMs !== undefined)
        return 'Faites envoyer quelque chose (un ping) plus souvent par la page ou le serveur, ou augmentez la limite d’inactivité du proxy.';
      if (closeMeaning(f.closeCode) === 'too-large')
        return 'Envoyez moins dans un message, ou augmentez la limite du service et des proxys placés devant lui.';
      const isBelow = f.closeCode === undefined || endsBelow(f.closeCode);
      if (f.trouble === 'said' || !isBelow) return searchStep(f);
      return f.status === undefined || f.status === UPGRADE_REQUIRED
        ? 'Vérifiez que les proxys et pare-feu laissent passer les connexions WebSocket et les laissent ouvertes ; regardez ensuite le serveur à cette heure.'
        : `Comparez Origin, identification et adresse de la négociation avec une qui fonctionne. ${searchStep(f)}`;
    },
  },
  'fail/redirect-loop': {
    verdict: (f) => {
      const how = f.isCircle ? 'tourne en rond' : 'a été redirigé trop de fois';
      const many = f.redirects === undefined ? '' : `, ${f.redirects} redirections`;
      const over = f.isCircle
        ? ` sur ${f.addresses === 1 ? 'une seule adresse' : `${f.addresses ?? '?'} adresses`}`
        : '';
      const end = f.gaveUp ? ', jusqu’à l’abandon par le navigateur' : '';
      return `${place(f)} ${how}${many}${many === '' ? '' : over}${end}${f.code === undefined ? '' : ` (${f.code})`}${search(f)}.`;
    },
    explanation: (f) =>
      f.isCircle
        ? 'Chaque endroit renvoie le navigateur vers le suivant sans que rien n’ait changé, souvent parce qu’un cookie ne revient pas.'
        : 'Les navigateurs suivent au plus vingt redirections ; une suite aussi longue est le plus souvent une erreur dans les règles de renvoi.',
    nextStep: (f) =>
      f.isCircle
        ? networkStep['redirect-loop']
        : 'Suivez le champ Location de chaque redirection jusqu’à la règle qui renvoie sans cesse le navigateur, et pointez directement vers la dernière adresse.',
  },
} satisfies Partial<GroupWords<'fail'>>;
