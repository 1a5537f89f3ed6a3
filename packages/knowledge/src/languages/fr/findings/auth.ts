import type { CookieLossCause } from '../../../finding/finding-facts.ts';
import { place } from '../../../finding/place.ts';
import { sameSiteOf } from '../../../finding/same-site.ts';
import { timeSpan } from '../../../finding/time-span.ts';
import type { GroupWords } from '../../../words.ts';
import { quote, request, search, searchStep } from '../phrases.ts';

/** RFC 6749 §4.1.2.1 and §5.2, OpenID Connect Core §3.1.2.6. */
const oauthCode: Readonly<Record<string, string>> = {
  access_denied:
    'La personne, ou une stratégie, n’a pas donné son accord. Le plus souvent, quelqu’un a annulé.',
  login_required:
    'La page a demandé sans rien afficher si quelqu’un est connecté ; personne ne l’est. C’est une réponse, pas une panne.',
  interaction_required:
    'La page a demandé sans rien afficher, et le service de connexion veut s’adresser à la personne.',
  consent_required:
    'La page a demandé sans rien afficher, et la personne n’a pas accepté ce que l’application demande.',
  invalid_client:
    'Le service de connexion ne connaît pas l’application, ou n’accepte pas sa preuve d’identité.',
  invalid_grant: 'Le code est expiré, a déjà servi ou appartient à une autre adresse de redirection.',
  invalid_scope:
    'L’application demande une portée (scope) qui n’existe pas, ou à laquelle elle n’a pas droit.',
  unauthorized_client: 'L’application n’a pas le droit de connecter des personnes de cette façon.',
  server_error: 'Le service de connexion lui-même a eu une erreur.',
  temporarily_unavailable: 'Le service de connexion est surchargé ou en maintenance.',
};

/** One cookie by its name, several with their number. */
const kept = ({ cookies, cookieCount }: { readonly cookies: string; readonly cookieCount: number }) =>
  cookieCount === 1 ? `le cookie ${cookies}` : `${cookieCount} cookies (${cookies})`;

/** How a session's cookie was lost. */
const lostBy: Readonly<Record<CookieLossCause, string>> = {
  removed: 'une autre réponse l’a supprimé',
  expired: 'il a été défini avec une fin déjà passée',
  path: 'il a été défini pour un autre chemin',
  insecure: 'il porte Secure et a été défini en http',
  unknown: 'des requêtes précédentes le portaient, pas celle-ci',
};

export const authFindings: GroupWords<'auth'> = {
  'auth/unauthorized': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : ` : ${quote(f.errorText)}`;
      const healed = f.healed ? ', puis succès à la nouvelle tentative' : '';
      if (f.handshake !== undefined)
        return `${request(f)} : refus d’abord (${f.status}), comme commence toute connexion avec ${f.handshake}, puis acceptation.`;
      if (f.status === 407)
        return `Le proxy a demandé une authentification avant ${request(f)} (407)${healed}${why}.`;
      const what =
        f.status === 401
          ? 'refus, le service n’accepte pas l’identité du demandeur (401)'
          : 'accès interdit (403)';
      return `${request(f)} : ${what}${healed}${why}${search(f)}.`;
    },
    explanation: (f) => {
      if (f.handshake !== undefined)
        return 'Une telle connexion prend plusieurs échanges, et la réponse à chacun sauf le dernier est un refus.';
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
  'auth/missing-credentials': {
    verdict: (f) => {
      const why = f.errorText === undefined || f.healed ? '' : ` : ${quote(f.errorText)}`;
      const healed = f.healed ? ', puis succès à la nouvelle tentative' : '';
      return `${request(f)} : refus (401), car la requête ne portait ni Authorization ni cookie${healed}${why}${search(f)}.`;
    },
    explanation: () =>
      'D’autres requêtes vers le même site portent des identifiants dans cette capture : la page ne les a pas joints ici, ou les avait perdus.',
    nextStep: (f) =>
      f.healed
        ? 'Rien à faire : la page les a joints à la nouvelle tentative.'
        : 'Cherchez dans le code de la page pourquoi cette requête part sans identifiants ; en attendant, reconnectez-vous et rechargez la page.',
  },
  'auth/no-challenge': {
    verdict: (f) => `${request(f)} : réponse 401 sans WWW-Authenticate.`,
    explanation: () =>
      'La RFC 9110 exige ce champ, qui dit comment se connecter. Beaucoup de services l’omettent exprès ; les clients qui en dépendent ne peuvent pas se connecter seuls.',
    nextStep: () => 'Faites envoyer WWW-Authenticate par le service avec ses 401, par exemple Bearer.',
  },
  'auth/token-expired': {
    verdict: (f) => {
      const ago = f.expiredMs === 0 ? 'à cet instant' : `depuis ${timeSpan(f.expiredMs)}`;
      const healed = f.healed ? ', puis succès à la nouvelle tentative' : '';
      return `${request(f)} : refus (${f.status}), car ${f.signedUrl ? 'l’adresse signée était expirée' : 'le jeton était expiré'} ${ago}${healed}${search(f)}.`;
    },
    explanation: (f) =>
      f.signedUrl
        ? 'L’adresse dit elle-même jusqu’à quand elle peut servir (X-Amz-Expires, Expires, se), et c’était avant la requête, selon l’horloge du serveur.'
        : 'La date exp du jeton (SAML : NotOnOrAfter) est antérieure au moment de la requête, selon l’horloge du serveur.',
    nextStep: (f) => {
      if (f.healed) return 'Rien à faire : la page a demandé un nouveau jeton, comme prévu.';
      return f.signedUrl
        ? 'Rechargez la page pour qu’elle demande une nouvelle adresse. Si cela revient, faites-la demander au moment du besoin, ou prolongez sa validité.'
        : 'Reconnectez-vous. Si cela revient, cherchez pourquoi la page ne renouvelle pas le jeton à temps.';
    },
  },
  'auth/token-not-yet-valid': {
    verdict: (f) =>
      `${request(f)} : refus (${f.status}), car le jeton ne devient valable que ${timeSpan(f.earlyMs)} plus tard (${f.claim})${search(f)}.`,
    explanation: () =>
      'Selon l’horloge du serveur, le jeton vient du futur : les horloges du service de connexion et de ce service diffèrent.',
    nextStep: () =>
      'Comparez les horloges du service de connexion et du service qui a refusé (NTP) ; tolérez une minute d’écart.',
  },
  'auth/token-audience': {
    verdict: (f) =>
      `${request(f)} : refus (${f.status}) : ${quote(f.errorText)} ; le jeton indique ${f.claim}: ${f.value}${search(f)}.`,
    explanation: (f) =>
      f.claim === 'aud'
        ? 'Le jeton a été fait pour un autre service que celui qui a été interrogé.'
        : 'Le jeton vient d’un autre service de connexion que celui auquel on se fie ici.',
    nextStep: (f) =>
      `Comparez ${f.claim} avec ce que le service accepte, et les réglages de connexion de la page avec l’environnement.`,
  },
  'auth/clock-skew': {
    verdict: (f) =>
      `L’horloge de ${f.host ?? 'la machine qui a fait la capture'} ${f.ahead ? 'avance' : 'retarde'} de ${timeSpan(f.skewMs)} sur celle ${f.host === undefined ? `des serveurs (${f.answers} réponses de ${f.hosts} hôtes concordent)` : `de ${f.hosts} autres serveurs (selon la Date de ${f.answers === 1 ? 'sa seule réponse' : `${f.answers} réponses`})`}${f.refusals === 0 ? '' : ` ; ${f.refusals} ${f.refusals === 1 ? 'requête a été refusée' : 'requêtes ont été refusées'} pour cette raison`}.`,
    explanation: (f) =>
      f.host !== undefined
        ? 'Les jetons de ce serveur semblent venir du futur, ou être expirés, partout ailleurs où on les examine.'
        : 'Sur une telle machine, les jetons paraissent expirés ou pas encore valables, et les heures de la capture ne correspondent pas aux journaux.',
    nextStep: (f) =>
      f.host !== undefined
        ? `Réglez l’horloge de ${f.host} par le réseau (NTP).`
        : `Réglez l’horloge de la machine par le réseau (NTP). Pour chercher par heure dans les journaux, ${f.ahead ? 'retranchez' : 'ajoutez'} ${timeSpan(f.skewMs)}.`,
  },
  'auth/refresh-loop': {
    verdict: (f) =>
      `La page a demandé ${f.count} nouveaux jetons en une minute à ${place(f)}, et chacun a été refusé avec 401 (${f.refusals} fois)${search(f)}.`,
    explanation: () =>
      'Les jetons sont délivrés, mais le service ne les accepte pas : autre destinataire, session terminée ou horloge décalée.',
    nextStep: (f) => `Comparez le contenu du jeton avec ce que le service accepte. ${searchStep(f)}`,
  },
  'auth/refresh-refused': {
    verdict: (f) =>
      `${request(f)} : session non renouvelée (${f.status}) : ${quote(f.errorText)}${search(f)}.`,
    explanation: () =>
      'Le jeton de renouvellement est expiré, révoqué ou a déjà servi ; tout ce qui dépend de la session échoue ensuite.',
    nextStep: () =>
      'Reconnectez-vous. Si beaucoup de personnes sont touchées, cherchez un changement de règles de mot de passe, de clés ou de durée des sessions.',
  },
  'auth/oauth-error': {
    verdict: (f) =>
      f.inCallback
        ? `Le service de connexion a renvoyé le navigateur vers ${place(f)} avec une erreur : ${quote(f.errorText)}${search(f)}.`
        : `${request(f)} : ${f.inRedirect ? 'le navigateur est renvoyé avec une erreur' : `réponse ${f.status}`} : ${quote(f.errorText)}${search(f)}.`,
    explanation: (f) =>
      oauthCode[f.code] ?? 'Le service de connexion a refusé ; le code dit pourquoi (RFC 6749).',
    nextStep: (f) => {
      if (f.code === 'access_denied')
        return 'Si quelqu’un a appuyé sur Annuler, il n’y a rien à faire. Sinon, demandez à l’administrateur si la personne peut utiliser l’application et si le consentement a été donné.';
      return /_required$|_pending$|slow_down/.test(f.code)
        ? 'Rien à faire, sauf si la connexion qui devrait suivre n’apparaît pas.'
        : 'Comparez l’enregistrement de l’application auprès du service de connexion (client, adresse de redirection, portées) avec ce qui a été envoyé, et consultez ses journaux.';
    },
  },
  'auth/redirect-to-login': {
    verdict: (f) => {
      const healed = f.healed ? ', puis succès plus tard' : '';
      return `${request(f)} : redirection vers la connexion ${f.target} (${f.status}) au lieu d’une réponse${healed}${search(f)}.`;
    },
    explanation: () =>
      'La session est terminée. Une page qui demande des données ne peut pas s’y connecter : elle reçoit une page de connexion, ou une erreur CORS à sa place.',
    nextStep: (f) =>
      f.healed
        ? 'Rien à faire, sauf si cela se répète.'
        : 'Rechargez la page et connectez-vous. Le service devrait répondre 401 à ces requêtes, pour que la page le sache.',
  },
  'auth/redirect-loop': {
    verdict: (f) =>
      `${place(f)} et la connexion ${f.target} se sont renvoyé le navigateur ${f.hops} fois${search(f)}.`,
    explanation: () =>
      'Pour la connexion, la personne est connectée ; pour le service, non : le plus souvent, son cookie n’est pas gardé ou pas renvoyé.',
    nextStep: () =>
      'Supprimez les cookies des deux hôtes et réessayez ; regardez ensuite le Set-Cookie du service (SameSite, Domain, Secure) et les horloges.',
  },
  'auth/saml-refused': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : ` : ${quote(f.errorText)}`;
      return `${place(f)} porte une réponse SAML dont le statut est ${f.samlStatus}${why}.`;
    },
    explanation: () =>
      'Le fournisseur d’identité n’a pas connecté la personne ; les statuts HTTP autour peuvent sembler corrects.',
    nextStep: () =>
      'Consultez le journal du fournisseur d’identité à cette heure : le compte, son attribution à l’application et les réglages des deux côtés.',
  },
  'auth/lost-on-redirect': {
    verdict: (f) =>
      `${request(f)} : refus (${f.status}), car la redirection depuis ${f.from} a fait perdre Authorization${search(f)}.`,
    explanation: () =>
      'Les navigateurs retirent Authorization quand une redirection mène à une autre origine, pour que personne d’autre ne l’obtienne.',
    nextStep: (f) =>
      `Faites demander directement ${f.host} par la page ; une requête avec Authorization ne devrait pas être redirigée vers un autre hôte, schéma ou port.`,
  },
  'auth/cookie-samesite': {
    verdict: (f) =>
      `Le navigateur n’a pas gardé ${kept(f)} de ${request(f)} : ${f.reason === 'SameSiteNoneInsecure' ? 'SameSite=None exige Secure' : `${sameSiteOf(f.reason)} ne peut pas être défini pour la page d’un autre site`}.`,
    explanation: () =>
      'Les exports montrent ces cookies comme s’ils étaient gardés ; la requête suivante part sans eux. Sans SameSite, un cookie compte comme Lax.',
    nextStep: (f) =>
      f.reason === 'SameSiteNoneInsecure'
        ? 'Faites ajouter Secure à Set-Cookie par le service.'
        : 'Si le cookie est nécessaire dans les pages d’autres sites, faites-le définir avec SameSite=None; Secure.',
  },
  'auth/cookie-domain': {
    verdict: (f) =>
      `Le navigateur n’a pas gardé ${kept(f)} de ${request(f)} : Domain=${f.domain} ne couvre pas ${f.host}, ou est trop large.`,
    explanation: () =>
      'Un cookie peut valoir pour l’hôte qui répond ou un domaine au-dessus de lui, mais pas pour un nom sous lequel chacun peut s’enregistrer.',
    nextStep: () => 'Faites corriger Domain dans Set-Cookie par le service, ou faites-le omettre.',
  },
  'auth/cookie-prefix': {
    verdict: (f) =>
      `Le navigateur n’a pas gardé ${kept(f)} de ${request(f)} : le préfixe du nom exige des attributs qui manquent.`,
    explanation: () =>
      'Un nom en __Secure- exige Secure et https ; un nom en __Host- exige en plus Path=/ et aucun Domain.',
    nextStep: () => 'Faites ajouter les attributs à Set-Cookie par le service, ou changer le nom.',
  },
  'auth/cookie-too-large': {
    verdict: (f) =>
      `Le navigateur n’a pas gardé ${kept(f)} de ${request(f)} : ${f.sizeBytes === undefined ? 'nom et valeur dépassent 4096 octets, la limite' : `nom et valeur font ${f.sizeBytes} octets, et la limite est de 4096`}.`,
    explanation: () =>
      'Les cookies plus grands sont rejetés sans un mot ; la requête suivante part sans eux.',
    nextStep: () =>
      'Faites garder les données par le service, et seulement un identifiant court dans le cookie.',
  },
  'auth/cookie-third-party': {
    verdict: (f) =>
      f.told
        ? `Le navigateur tient ${kept(f)} de ${place(f)} à l’écart de la page d’un autre site : il bloque les cookies tiers, et le dit lui-même.`
        : `${place(f)} a défini ${kept(f)} pour la page d’un autre site, et aucune des ${f.chances} requêtes suivantes ne l’a renvoyé : le navigateur bloque les cookies tiers.`,
    explanation: () =>
      'Un service intégré ne peut pas garder de session ainsi. Pour un traceur, c’est voulu ; pour une connexion, c’est la panne.',
    nextStep: () =>
      'Autorisez les cookies tiers pour ce site et réessayez ; la solution durable est un site commun, des cookies Partitioned ou la Storage Access API.',
  },
  'auth/cookie-lost': {
    verdict: (f) =>
      `${request(f)} : refus (${f.status}) sans le cookie de session ${f.cookie} : ${lostBy[f.cause]}${search(f)}.`,
    explanation: () =>
      'Personne ne s’est déconnecté entre-temps ; le service ne sait plus de qui vient la requête.',
    nextStep: () =>
      'Reconnectez-vous. Si cela revient, comparez la durée, Path et Domain du cookie avec l’heure et l’adresse de cette requête.',
  },
  'auth/scope-missing': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : ` : ${quote(f.errorText)}`;
      const asked = f.required === undefined ? '' : ` ; il faut ${f.required}`;
      const has = f.granted === undefined ? '' : ` ; le jeton a ${f.granted}`;
      return `${request(f)} : refus (${f.status}), car une autorisation manque${why}${asked}${has}${search(f)}.`;
    },
    explanation: () =>
      'Le service sait qui demande ; il manque une portée (scope), un rôle ou un droit pour cette action.',
    nextStep: () =>
      'Faites attribuer le rôle, ou la portée à l’application, par un administrateur ; reconnectez-vous ensuite, car un jeton garde ce qu’il avait à sa création.',
  },
  'auth/firewall-refused': {
    verdict: (f) => {
      const reference = f.reference === undefined ? '' : `, référence ${f.reference}`;
      return `${request(f)} : refus (${f.status}) par ${f.vendor}, devant le service${reference}.`;
    },
    explanation: () =>
      'Un pare-feu ou une protection contre les robots a décidé ; le service n’a jamais vu la requête, et ses journaux n’en savent rien.',
    nextStep: (f) =>
      f.reference === undefined
        ? `Demandez à qui gère ${f.vendor} pour le service quelle règle a décidé à cette heure, avec l’adresse de la machine.`
        : `Demandez à qui gère ${f.vendor} pour le service quelle règle a décidé, avec la référence ${f.reference}.`,
  },
  'auth/csrf': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : ` : ${quote(f.errorText)}`;
      const field =
        f.missingField === undefined ? '' : ` ; d’autres requêtes portent ${f.missingField}, pas celle-ci`;
      return `${request(f)} : refus (${f.status}), car le jeton contre les requêtes falsifiées (CSRF) manque ou est périmé${why}${field}${search(f)}.`;
    },
    explanation: () =>
      'Les services lient les modifications à un jeton reçu avec la session ; une page ancienne, un second onglet ou un cookie perdu rompt ce lien.',
    nextStep: () =>
      'Rechargez la page et réessayez. Si cela revient, comparez le champ du jeton avec celui d’une requête qui fonctionne.',
  },
  'auth/client-certificate': {
    verdict: (f) => {
      const code = f.code === undefined ? '' : ` (${f.code})`;
      const why = f.errorText === undefined ? '' : ` : ${quote(f.errorText)}`;
      return f.status === undefined
        ? `${request(f)} : pas de connexion, le serveur demande un certificat client${code}.`
        : `${request(f)} : refus (${f.status}), le serveur demande un certificat client${why}${search(f)}.`;
    },
    explanation: () =>
      'Il n’y avait pas de certificat, aucun n’a été choisi, ou le serveur n’accepte pas celui qui a été envoyé.',
    nextStep: () =>
      'Vérifiez que le certificat est installé avec sa clé et n’est pas expiré, que le bon est choisi, et que le serveur fait confiance à son émetteur.',
  },
};
