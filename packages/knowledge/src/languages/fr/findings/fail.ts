import type { NetworkFailure } from '../../../finding/finding-facts.ts';
import { mayHaveReached } from '../../../finding/may-have-reached.ts';
import { place } from '../../../finding/place.ts';
import type { GroupWords } from '../../../words.ts';
import { quote, request, said, search, searchStep } from '../phrases.ts';

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

export const failFindings: GroupWords<'fail'> = {
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
  'fail/pending': {
    verdict: (f) =>
      f.count === 1
        ? `${place(f)} n’avait pas encore de réponse lorsque la capture a été enregistrée.`
        : `${f.count} requêtes n’avaient pas encore de réponse lorsque la capture a été enregistrée, la plus ancienne étant ${place(f)}.`,
    explanation: () =>
      'La capture ne dit pas comment elles se sont terminées. Certaines, comme les flux d’événements, restent ouvertes volontairement.',
    nextStep: () => 'Si l’une d’elles importe, refaites la capture et attendez sa fin avant d’enregistrer.',
  },
};
