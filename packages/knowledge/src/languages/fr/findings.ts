import type { CorsSign, ExchangeFacts, NetworkFailure } from '../../finding/finding-facts.ts';
import { mayHaveReached } from '../../finding/may-have-reached.ts';
import { durationOf, place } from '../../finding/place.ts';
import type { FindingWords } from '../../words.ts';

const request = (facts: ExchangeFacts) => {
  const others = facts.count - 1;
  if (others === 0) return place(facts);
  return `${place(facts)} (et ${others} ${others === 1 ? 'autre requête semblable' : 'autres requêtes semblables'})`;
};
const quote = (text: string) => `« ${text} »`;
const duration = (durationMs: number) => durationOf(durationMs, ',');
const search = ({ trackingId }: { readonly trackingId?: string }) =>
  trackingId === undefined ? '' : ` ; cherchez ${trackingId} dans les journaux`;
const said = (errorText: string | undefined, bodyMissing: boolean) => {
  if (errorText !== undefined) return ` : ${quote(errorText)}`;
  return bodyMissing
    ? ', et la capture ne contient pas le corps qui dirait pourquoi'
    : ', sans indiquer de raison';
};
const searchStep = ({ trackingId }: { readonly trackingId?: string }) =>
  trackingId === undefined
    ? 'Il n’y a pas d’identifiant de suivi : cherchez dans les journaux du service par heure, hôte et chemin.'
    : `Cherchez ${trackingId} dans les journaux de tous les services.`;

/** RFC 9110 §15.5 et RFC 6585. */
const clientStatus: Readonly<Record<number, string>> = {
  400: 'Le service n’a pas accepté ce qui a été envoyé : une valeur manque, est mal formée ou n’est pas permise.',
  404: 'Ce qui était demandé n’existe pas à cette adresse, ou le service ne veut pas dire qu’il existe.',
  405: 'Cette méthode n’est pas permise ici.',
  409: 'Ce qui a été envoyé ne convient pas à l’état actuel, par exemple parce que quelque chose est déjà utilisé ou a changé entre-temps.',
  410: 'Ce qui était demandé a existé et a disparu définitivement.',
  412: 'Quelqu’un a modifié l’objet depuis sa lecture.',
  413: 'Ce qui a été envoyé est trop volumineux.',
  414: 'L’adresse est trop longue.',
  415: 'Le service n’accepte pas ce type de média.',
  422: 'Le service a compris ce qui a été envoyé mais n’en accepte pas les valeurs.',
  429: 'Trop de requêtes en peu de temps : le service demande de ralentir, souvent avec Retry-After.',
  431: 'Les champs d’en-tête sont trop volumineux, le plus souvent à cause des cookies.',
};

const serverStatus: Readonly<Record<number, string>> = {
  500: 'Le service a rencontré une erreur interne.',
  501: 'Le service ne sait pas faire ce qui est demandé.',
  502: 'Une passerelle n’a pas reçu de réponse utilisable du service situé derrière elle.',
  503: 'Le service n’était pas disponible : surchargé, en redémarrage ou sans instance saine.',
  504: 'Une passerelle a attendu le service situé derrière elle, puis a renoncé.',
};

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
  aborted: 'la page ou la personne y a renoncé',
  cut: 'la réponse s’est terminée trop tôt',
  'redirect-loop': 'elle a été redirigée trop de fois',
  protocol: 'la réponse ne respecte pas les règles du protocole',
  'web-socket': 'le WebSocket n’a pas été ouvert',
  none: 'aucune réponse n’est arrivée, et la capture ne dit pas pourquoi',
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
  aborted:
    'Le plus souvent sans gravité : une navigation ou une requête plus récente l’a remplacée. À examiner seulement si cela se répète après la même durée.',
  cut: 'Cherchez un proxy qui limite la taille ou la durée, ou un arrêt brutal du serveur pendant l’envoi.',
  'redirect-loop':
    'Regardez les cookies et le champ Location de chaque redirection : deux endroits se renvoient le navigateur.',
  protocol: 'Essayez HTTP/1.1 ou un autre réseau ; transmettez ensuite le code exact à l’équipe du service.',
  'web-socket': 'Vérifiez que les proxys et pare-feu laissent passer les connexions WebSocket.',
  none: 'Refaites la capture avec Chrome ou Edge, dont l’export nomme la raison, ou regardez la console du navigateur.',
};

const corsSaid: Readonly<Record<CorsSign, string>> = {
  'preflight-refused':
    'la requête préliminaire (preflight) a été refusée, la requête n’a donc pas été envoyée',
  'preflight-insufficient':
    'la requête préliminaire (preflight) a reçu une réponse sans l’autorisation nécessaire, la requête n’a donc pas été envoyée',
  'answer-withheld': 'la réponse est arrivée, mais la page n’a pas eu le droit de la lire',
};

export const findings: FindingWords = {
  'fail/http-4xx': {
    verdict: (f) =>
      f.healed
        ? `${request(f)} : échec avec ${f.status}, puis succès à la nouvelle tentative${search(f)}.`
        : `${request(f)} : échec avec ${f.status}${said(f.errorText, f.bodyMissing)}${search(f)}.`,
    explanation: (f) =>
      clientStatus[f.status] ?? 'Le service a refusé la requête à cause de ce qui a été envoyé.',
    nextStep: (f) =>
      f.healed
        ? 'Rien à faire, sauf si cela se répète.'
        : `Comparez ce qui a été envoyé avec une requête qui fonctionne. ${searchStep(f)}`,
  },
  'fail/http-5xx': {
    verdict: (f) =>
      f.healed
        ? `${request(f)} : échec avec ${f.status}, puis succès à la nouvelle tentative${search(f)}.`
        : `${request(f)} : échec avec ${f.status}${said(f.errorText, f.bodyMissing)}${search(f)}.`,
    explanation: (f) =>
      serverStatus[f.status] ?? 'Le service a échoué ; la requête elle-même est peut-être correcte.',
    nextStep: (f) => searchStep(f),
  },
  'fail/upstream': {
    verdict: (f) => {
      const who = f.party === undefined ? 'qu’un service situé derrière' : `que ${f.party}`;
      const how = f.upstreamStatus === undefined ? 'a échoué' : `a répondu ${f.upstreamStatus}`;
      const healed = f.healed ? ' (la nouvelle tentative a réussi)' : '';
      return `${request(f)} : réponse ${f.status}${healed} parce ${who} ${how} : ${quote(f.errorText)}${search(f)}.`;
    },
    explanation: (f) =>
      f.party === undefined
        ? 'Le service qui a répondu transmet l’échec d’un autre service situé derrière lui ; le texte commence par le statut de celui-ci.'
        : `Le service qui a répondu transmet l’échec de ${f.party}, qu’il nomme.`,
    nextStep: (f) =>
      f.party === undefined
        ? `${searchStep(f)} L’appel au service suivant montre ce qui y a échoué.`
        : `${searchStep(f)} Adressez ensuite le texte à ${f.party}, ou à la personne qui y gère le compte.`,
  },
  'fail/network': {
    verdict: (f) => {
      const code = f.code === undefined ? '' : ` (${f.code})`;
      const healed = f.healed ? ' ; la nouvelle tentative a réussi' : '';
      return `${request(f)} : pas de réponse complète, ${networkCause[f.failure]}${code}${healed}${mayHaveReached(f.failure) ? search(f) : ''}.`;
    },
    explanation: (f) =>
      f.failure === 'blocked' || f.failure === 'aborted'
        ? 'La requête a été arrêtée dans le navigateur ; le service ne l’a peut-être jamais vue.'
        : 'L’échec se situe entre le navigateur et le service ; les journaux du service n’en savent peut-être rien.',
    nextStep: (f) => networkStep[f.failure],
  },
  'fail/in-body': {
    verdict: (f) => {
      if (f.inRedirect)
        return `${request(f)} : redirection avec une erreur, ${quote(f.errorText)}${search(f)}.`;
      const part = f.partial ? ' avec une partie des données' : '';
      return `${request(f)} : réponse ${f.status}${part}, mais le contenu annonce un échec : ${quote(f.errorText)}${search(f)}.`;
    },
    explanation: (f) =>
      f.inRedirect
        ? 'Le service de connexion refuse en renvoyant le navigateur avec une erreur dans l’adresse (RFC 6749 §4.1.2.1).'
        : 'Le statut ne concerne que le transport ; ce qui était demandé a échoué. Une liste par statut ne le montre pas.',
    nextStep: (f) =>
      f.inRedirect
        ? 'Cherchez cette erreur dans la documentation et les journaux du service de connexion.'
        : searchStep(f),
  },
  'fail/cors-suspected': {
    verdict: (f) => {
      const status = f.status === undefined ? '' : ` (${f.status})`;
      const origin = f.origin === undefined ? '' : ` pour ${f.origin}`;
      return `Le navigateur n’a pas laissé la page accéder à ${request(f)}${origin}, probablement à cause de CORS : ${corsSaid[f.sign]}${status}${search(f)}.`;
    },
    explanation: (f) => {
      if ((f.status ?? 0) >= 400 && f.sign === 'answer-withheld')
        return 'La réponse est un échec, et les pages d’erreur n’ont souvent pas l’autorisation CORS : l’erreur CORS est un symptôme, le statut la cause.';
      if (f.allowedOrigin === undefined)
        return 'La réponse ne porte pas de champ Access-Control-Allow-Origin. La raison exacte ne figure que dans la console du navigateur.';
      return `La réponse autorise ${f.allowedOrigin}. La raison exacte ne figure que dans la console du navigateur.`;
    },
    nextStep: (f) =>
      (f.status ?? 0) >= 400 && f.sign === 'answer-withheld'
        ? `Corrigez d’abord le ${f.status}. ${searchStep(f)}`
        : 'Comparez Origin et Access-Control-Request-* avec les champs Access-Control-Allow-* de la réponse ; c’est au service de les autoriser.',
  },
  'fail/pending': {
    verdict: (f) =>
      f.count === 1
        ? `${place(f)} n’avait pas encore de réponse lorsque la capture a été enregistrée.`
        : `${f.count} requêtes n’avaient pas encore de réponse lorsque la capture a été enregistrée, la plus ancienne étant ${place(f)}.`,
    explanation: () =>
      'La capture ne dit pas comment elles se sont terminées. Certaines, comme les flux d’événements, restent ouvertes volontairement.',
    nextStep: () => 'Si l’une d’elles importe, refaites la capture et attendez sa fin avant d’enregistrer.',
  },
  'auth/unauthorized': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : ` : ${quote(f.errorText)}`;
      const healed = f.healed ? ', puis succès à la nouvelle tentative' : '';
      if (f.status === 407)
        return `Le proxy a demandé une authentification avant ${request(f)} (407)${healed}${why}.`;
      const what =
        f.status === 401
          ? 'refus, le service n’accepte pas l’identité du demandeur (401)'
          : 'accès interdit (403)';
      return `${request(f)} : ${what}${healed}${why}${search(f)}.`;
    },
    explanation: (f) => {
      if (f.status === 403)
        return 'Le service sait qui demande et ne le permet pas : il manque un rôle, une licence ou une portée (scope), ou un pare-feu a refusé.';
      if (f.credentials === 'missing')
        return 'La requête ne portait pas d’identifiants, alors que d’autres requêtes de cette capture en portent.';
      if (f.credentials === 'sent')
        return 'Des identifiants ont été envoyés et refusés : expirés, révoqués ou destinés à un autre service.';
      return 'On ne peut pas voir si des identifiants ont été envoyés : l’export les retire de toutes les requêtes.';
    },
    nextStep: (f) => {
      if (f.healed) return 'Rien à faire : une connexion commence souvent par un refus.';
      if (f.status === 407)
        return 'Authentifiez-vous auprès du proxy, ou laissez passer cet hôte sans authentification.';
      if (f.status === 403)
        return `Vérifiez le rôle, la licence et les portées de la personne. ${searchStep(f)}`;
      return `Déconnectez-vous, reconnectez-vous et réessayez. ${searchStep(f)}`;
    },
  },
  'slow/wait-dominates': {
    verdict: (f) => {
      const where =
        f.place === 'service'
          ? ' du service lui-même'
          : f.place === 'before-service'
            ? ', surtout en amont du service'
            : '';
      return `${request(f)} a pris ${duration(f.timeMs)}, dont ${duration(f.waitMs)} à attendre le premier octet${where}${search(f)}.`;
    },
    explanation: (f) => {
      if (f.place === 'not-observable')
        return 'La requête était partie et la réponse n’avait pas commencé. La réponse ne dit pas combien de temps le service lui-même a pris.';
      return f.place === 'service'
        ? `Le service indique avoir pris lui-même ${duration(f.serviceMs ?? 0)}.`
        : `Le service indique n’avoir pris que ${duration(f.serviceMs ?? 0)} ; le reste s’est passé en chemin, dans une file d’attente ou dans une passerelle.`;
    },
    nextStep: (f) =>
      f.place === 'before-service'
        ? `Examinez la passerelle, le proxy et le chemin réseau. ${searchStep(f)}`
        : searchStep(f),
  },
  'slow/stalled': {
    verdict: (f) =>
      `${request(f)} a attendu ${duration(f.stalledMs)} sur ${duration(f.timeMs)} dans le navigateur avant d’être envoyée${
        f.connectionLimit
          ? `, parce que ${f.concurrent} autres requêtes vers le même hôte étaient en cours`
          : ''
      }.`,
    explanation: (f) =>
      f.connectionLimit
        ? 'En HTTP/1.1, les navigateurs ouvrent six connexions par hôte ; le reste doit attendre.'
        : 'Le navigateur l’a retenue : à cause de sa priorité, d’un proxy, du cache disque ou d’un poste très occupé.',
    nextStep: (f) =>
      f.connectionLimit
        ? 'Moins de requêtes simultanées, ou HTTP/2 côté service.'
        : 'Réessayez avec moins d’onglets et d’extensions ; examinez le proxy.',
  },
  'permission/feature-no-access': {
    verdict: (f) => {
      const where = f.template === undefined ? 'Un modèle d’autorisations' : `Le modèle ${quote(f.template)}`;
      const level = f.level === undefined ? '' : ` (${f.level})`;
      const what = f.featureCount === 1 ? 'une fonctionnalité' : `${f.featureCount} fonctionnalités`;
      const more = f.featureCount > 10 ? ' …' : '';
      return `${where}${level} masque ${what} à l’utilisateur : ${f.features}${more}.`;
    },
    explanation: (f) =>
      `NO_ACCESS signifie que l’utilisateur ne voit pas l’option ; rien n’échoue. Un réglage propre à l’utilisateur l’emporte sur celui de l’organisation.${
        f.conflicting
          ? ' Un autre modèle de la même réponse en accorde une partie ; la capture ne dit pas lequel compte.'
          : ''
      }`,
    nextStep: () =>
      'Si la fonctionnalité doit être disponible, autorisez-la dans le modèle de l’organisation ou pour cet utilisateur ; une modification peut mettre des heures à apparaître.',
  },
  'capture/no-content': {
    verdict: (f) =>
      `Il manque à la capture le contenu de ${f.withoutContent} des ${f.textResponses} réponses textuelles.`,
    explanation: () =>
      'Elle a été enregistrée sans le contenu. Les textes d’erreur, les échecs à l’intérieur d’un 200 et les autorisations n’y sont pas visibles.',
    nextStep: () =>
      'Refaites la capture et enregistrez-la avec le contenu (dans Chrome : « Export HAR (with sensitive data) » ou « Save all as HAR with content »).',
  },
  'capture/truncated': {
    verdict: (f) =>
      f.entries < 2
        ? `Le fichier est coupé ; ${f.entries === 0 ? 'aucune requête complète n’a' : 'une requête complète a'} été lue avant la coupure.`
        : `Le fichier est coupé ; les ${f.entries} requêtes complètes situées avant la coupure ont été lues.`,
    explanation: () => 'Le fichier s’arrête avant sa fin. Ce qui s’est passé après la coupure est inconnu.',
    nextStep: () =>
      'Redemandez le fichier : un envoi interrompu ou un disque plein laissent de tels fichiers.',
  },
  'capture/damaged': {
    verdict: (f) => {
      const line = f.line === undefined ? '' : `, d’abord à la ligne ${f.line}`;
      const where = f.damages === 1 ? 'à un endroit' : `à ${f.damages} endroits`;
      return `Le fichier est endommagé ${where}${line} ; tout ce qui l’entoure a été lu.`;
    },
    explanation: (f) => {
      if (f.damagedEntries === 0) return 'Aucune requête n’a été perdue.';
      return f.damagedEntries === 1
        ? 'Une requête n’a pu être lue qu’avec tolérance et peut être incomplète.'
        : `${f.damagedEntries} requêtes n’ont pu être lues qu’avec tolérance et peuvent être incomplètes.`;
    },
    nextStep: () =>
      'Demandez l’original : un fichier modifié à la main est souvent endommagé de cette façon.',
  },
};
