import type { HeaderPitfalls } from '../../../pages/header/header-pitfalls.ts';

export const headerPitfalls: HeaderPitfalls = {
  ':authority':
    'Les captures HTTP/2 la rangent parmi les en-têtes ordinaires. Un outil qui rejoue la requête doit en faire `Host`.',
  ':path': 'Contient la chaîne de requête, et avec elle les secrets qui s’y trouvent.',
  accept: 'Une API qui répond en HTML plutôt qu’en JSON a souvent reçu `*/*` ici.',
  'accept-encoding':
    'Les navigateurs l’envoient d’eux-mêmes. Recopié dans un outil qui ne décompresse pas, il rend le corps illisible.',
  'access-control-allow-credentials': 'Seul le mot `true`, en minuscules, compte.',
  'access-control-allow-headers':
    '`*` ne couvre pas `Authorization`, et ne couvre rien quand des identifiants sont envoyés.',
  'access-control-allow-methods': 'La casse compte : `patch` n’autorise pas `PATCH`.',
  'access-control-allow-origin':
    'Une seule origine ou `*`, jamais une liste. Si le service et la passerelle l’ajoutent tous deux, les deux valeurs n’en valent aucune.',
  'access-control-expose-headers':
    'Sans lui, une page ne peut pas lire `TrackingID` ni `Retry-After` d’une autre origine, alors que la capture les montre.',
  'access-control-max-age':
    'Les navigateurs le plafonnent : deux heures dans Chrome. Sans lui, une requête préliminaire est retenue 5 secondes.',
  age: 'Une valeur supérieure à 0 signifie qu’un cache a répondu : les journaux du service ignorent cette requête.',
  'alt-svc': 'HTTP/3 exige le port UDP 443. Si un pare-feu le rejette, la requête qui suit peut être lente.',
  authorization:
    'Qui le possède est cet utilisateur jusqu’à expiration. Chrome l’omet dans un export nettoyé ; son absence n’y prouve rien.',
  'cache-control':
    '`no-cache` veut dire « vérifier d’abord », pas « ne pas stocker » ; cela, c’est `no-store`.',
  'cf-ray':
    'Les lettres finales nomment le centre de données ; s’il est loin, cela explique des réponses lentes.',
  connection: 'Interdit en HTTP/2 : un serveur qui l’y envoie met en échec les clients stricts.',
  'content-encoding':
    'Si le corps a été décompressé en chemin mais que le champ est resté, le navigateur échoue avec `net::ERR_CONTENT_DECODING_FAILED`.',
  'content-length':
    'La taille envoyée, compressée. Elle diffère de `content.size` dans le HAR, qui est décompressé.',
  'content-security-policy':
    'Ce qu’elle bloque ne part jamais sur le réseau ; seule la console le dit. Un nouvel hôte de scripts doit y être ajouté.',
  'content-type':
    '`text/html` au lieu du JSON attendu est souvent une page d’erreur ou de connexion. Dans une requête vers une autre origine, une valeur autre que formulaire ou texte brut impose une requête préliminaire.',
  cookie:
    'Vaut souvent un mot de passe. S’il manque, regardez `SameSite`, `Domain` et le blocage des cookies tiers.',
  'cross-origin-opener-policy':
    '`same-origin` coupe le lien avec une fenêtre de connexion, qui ne peut plus répondre.',
  date: 'Comparez-la au début de la requête dans la capture : quelques minutes d’écart suffisent à invalider les jetons.',
  etag: 'Derrière plusieurs serveurs qui le calculent différemment, on n’obtient `304` que par hasard.',
  expect: 'Un proxy qui l’ignore fait attendre le client une seconde ou plus, ou répond `417`.',
  forwarded: 'Ne croyez que ce que votre propre proxy a écrit ; un client peut aussi l’envoyer.',
  'grpc-status':
    'Un `200` HTTP avec une valeur autre que 0 est un échec. Souvent placé après le corps, où les captures le perdent.',
  host: 'HTTP/2 et suivants utilisent `:authority`.',
  'idempotency-key': 'Une nouvelle tentative doit porter la même clé ; une autre clé l’exécute deux fois.',
  'if-none-match':
    'Il explique un `304` sans corps. Cochez **Désactiver le cache** pour voir toute la réponse.',
  'keep-alive':
    'Si le serveur ferme plus tôt que ne le croit le client, une requête échoue parfois par réinitialisation.',
  'last-event-id': 'S’il manque après une reconnexion, les événements intermédiaires sont perdus.',
  location:
    'Peut être relative. Aucune page ne lit celle d’une redirection, que le navigateur suit aussitôt ; celle d’un `201` est lisible, depuis une autre origine seulement si `Access-Control-Expose-Headers` la cite.',
  origin:
    '`null` est une valeur : cadres isolés, fichiers et certaines redirections l’envoient. L’autoriser autorise tout le monde.',
  'permissions-policy':
    'Un cadre sans autorisation ici n’a pas de micro, et la personne n’est même pas interrogée.',
  'proxy-authenticate':
    '`Negotiate` suppose un ordinateur du domaine ; les outils hors domaine reçoivent `407` sans fin.',
  'proxy-authorization': 'Identifiant secret du réseau du client. Retirez-le avant de partager la capture.',
  range: 'Un serveur ou un cache peut l’ignorer et tout envoyer avec `200` ; c’est permis.',
  referer:
    'Mal orthographié dans la norme, donc partout. Vers une autre origine, il ne contient le plus souvent que l’origine de la page.',
  'referrer-policy':
    'Une capture peut aussi le montrer sous « General » : c’est alors ce que le navigateur a appliqué, non ce qu’un serveur a envoyé.',
  'retry-after':
    'Des secondes ou une date. Une page d’une autre origine ne le lit que si `Access-Control-Expose-Headers` le cite.',
  'sec-fetch-site': '`cross-site` et un cookie manquant désignent `SameSite`.',
  'sec-websocket-protocol':
    'Certains programmes y placent un jeton, car une requête WebSocket ne peut porter `Authorization`.',
  server:
    'Nomme celui qui a répondu en dernier. Un nom inconnu sur une erreur trahit un proxy ou un pare-feu.',
  'server-timing': 'Retranchez-le de `wait` : le reste est le réseau, et les services qui ne disent rien.',
  'set-cookie':
    'En avoir plusieurs est normal, et d’anciens exports de Chrome les joignent par des sauts de ligne. Chrome l’omet dans un export nettoyé.',
  'strict-transport-security':
    'Explique un `307` qu’aucun serveur n’a envoyé. Interdit aussi d’ignorer une erreur de certificat.',
  'timing-allow-origin':
    'Il ne concerne que les scripts de la page. DevTools et les captures montrent les durées sans lui.',
  traceparent:
    'La deuxième partie est la trace à chercher. Une dernière partie à 00 signifie que la trace n’a pas été enregistrée.',
  trackingid:
    'Cherchez l’UUID et le premier compteur : chaque service met son préfixe et ajoute des compteurs. Une requête préliminaire ne le porte jamais.',
  'transfer-encoding':
    'Avec `Content-Length`, c’est un signal d’alarme : les proxys peuvent diverger sur la fin du message.',
  upgrade: 'Un proxy qui le supprime fait échouer les WebSockets avec `400` ou `426`.',
  'user-agent': 'Chrome en fige une partie. La version exacte est dans `Sec-CH-UA-Full-Version-List`.',
  vary: 'Si `Origin` y manque, un cache peut servir l’autorisation d’une autre origine, et CORS échoue par moments.',
  via: 'Certains proxys le cachent. Son absence ne prouve pas une connexion directe.',
  'www-authenticate':
    'Avec `Bearer`, `error` et `error_description` donnent la raison : `invalid_token` signifie souvent expiré.',
  'x-api-key': 'Un secret, souvent sans date de fin. Retirez-le avant de partager la capture.',
  'x-content-type-options':
    'Avec lui, un script envoyé comme `text/plain` ne s’exécute pas. Le statut reste `200`.',
  'x-correlation-id': 'Celui qui le pose varie : vérifiez si requête et réponse portent le même.',
  'x-csrf-token':
    'Vit aussi longtemps que la session. `403` ou `419` après une longue pause signifie souvent qu’il est périmé.',
  'x-datadog-trace-id':
    'Décimal, et seulement les 64 derniers bits de la trace. Dans `traceparent`, convertissez les 16 derniers chiffres hexadécimaux de la trace avant de comparer.',
  'x-envoy-upstream-service-time':
    'Retranchez-le de `wait` : le reste est le réseau et la file devant le proxy.',
  'x-forwarded-for':
    'L’adresse la plus à gauche est ce qu’affirme le client. Seules celles ajoutées par vos proxys sont sûres.',
  'x-forwarded-proto': 'Si un proxy l’oublie, le service croit à `http` et redirige sans fin.',
  'x-frame-options':
    '`frame-ancestors` de `Content-Security-Policy` l’emporte. Le cadre reste vide et seule la console dit pourquoi.',
  'x-http-method-override': 'Jugez la requête selon cette méthode, pas selon le `POST` du tableau.',
  'x-ratelimit-reset': 'Un grand nombre est un instant, un petit des secondes restantes.',
  'x-request-id': 'Certaines passerelles remplacent celui du client. Cherchez celui de la réponse.',
  'x-requested-with':
    'L’ôter des requêtes d’une page peut éviter une requête préliminaire, si rien d’autre ne l’impose.',
  'x-xss-protection': '`1` pouvait fragiliser d’anciens navigateurs ; `0` ou rien convient.',
};
