import type { StatusWords } from '../../../pages/status/status-words.ts';

export const statuses: StatusWords = {
  overview:
    'Le premier chiffre dit à qui d’agir. Regardez d’abord le premier échec dans le temps : les suivants n’en sont souvent que la conséquence.',
  classes: {
    '1': 'Provisoire : la vraie réponse est encore à venir.',
    '2': 'Le serveur a reçu, compris et accepté la requête. Le corps peut tout de même signaler une erreur.',
    '3': 'Le client doit aller ailleurs, ou possède déjà le contenu.',
    '4': 'Le serveur refuse cette requête. La même échouera encore, sauf si elle venait trop tôt ou trop souvent.',
    '5': 'Le serveur, ou une passerelle devant lui, a échoué. Cherchez l’identifiant de suivi dans les journaux.',
  },
  statuses: {
    '0': [
      'Aucune réponse n’est enregistrée : la requête a été bloquée, annulée ou interrompue avant.',
      'Lisez `_error` et la console du navigateur : `net::ERR_…` nomme la couche en cause. CORS, bloqueur de publicité et réseau perdu se ressemblent ici.',
    ],
    '100': [
      'Le serveur attend la suite de la requête.',
      'Rien à faire. Si un gros envoi se bloque avant, un proxy ne transmet peut-être pas `Expect: 100-continue`.',
    ],
    '101': [
      'La connexion change de protocole, le plus souvent pour WebSocket.',
      'C’est un succès. La suite se trouve dans les messages de la connexion, pas dans un corps.',
    ],
    '102': [
      'Le serveur a reçu la requête et y travaille encore.',
      'Rare et abandonné. Attendez le statut final.',
    ],
    '103': [
      'Indications qui permettent au navigateur de charger des ressources avant la réponse finale.',
      'Les captures l’omettent souvent. Il explique des requêtes parties avant la réponse de leur page.',
    ],
    '104': [
      'Le serveur saura reprendre cet envoi s’il est interrompu.',
      'Issu d’un brouillon et enregistré pour un temps limité. Attendez le statut final.',
    ],
    '200': [
      'La requête a réussi et le résultat est dans le corps.',
      'Ne vous arrêtez pas là si l’utilisateur signale une erreur : beaucoup d’API annoncent l’échec dans un `200`. Lisez le corps.',
    ],
    '201': [
      'Un élément a été créé : à l’adresse donnée par `Location` ou, à défaut, à celle de la requête.',
      'S’il est introuvable ensuite, suivez l’identifiant de suivi : l’enregistrement ou la copie a pu échouer plus tard.',
    ],
    '202': [
      'Le serveur a accepté la tâche et la fera plus tard.',
      'Elle peut encore échouer. Cherchez la requête qui demande l’état de la tâche.',
    ],
    '203': [
      'La requête a réussi, mais un proxy a modifié la réponse en chemin.',
      'Comparez avec une requête qui évite le proxy.',
    ],
    '204': [
      'La requête a réussi et il n’y a pas de corps.',
      'Un corps vide est ici normal. C’est aussi la réponse habituelle à une requête préliminaire.',
    ],
    '205': [
      'La requête a réussi ; le client devrait vider son formulaire.',
      'Rare. Les navigateurs ignorent cette demande.',
    ],
    '206': [
      'Une partie du contenu, comme le demandait `Range`.',
      'Normal pour les médias et les reprises de téléchargement. `Content-Range` dit de quelle partie il s’agit.',
    ],
    '207': [
      'Plusieurs résultats dans un corps, chacun avec son statut.',
      'L’échec est à l’intérieur : lisez le statut de chaque partie.',
    ],
    '208': ['WebDAV : ce membre a déjà été énuméré.', 'N’existe qu’à l’intérieur d’un `207`.'],
    '226': [
      'Le corps est le contenu transformé à la demande du client (`A-IM`), le plus souvent une différence par rapport à ce qu’il possède.',
      'Presque inusité. Soupçonnez un serveur mal configuré.',
    ],
    '300': [
      'Il existe plusieurs versions et le client devrait choisir.',
      'Rare. Les navigateurs ne choisissent pas d’eux-mêmes.',
    ],
    '301': [
      'Déplacé définitivement, à l’adresse de `Location`.',
      'Les navigateurs s’en souviennent : une erreur reste jusqu’à ce que le cache soit vidé. `POST` peut devenir `GET`.',
    ],
    '302': [
      'Provisoirement ailleurs, à l’adresse de `Location`.',
      'Un appel d’API redirigé vers une page de connexion a perdu sa session. `POST` devient le plus souvent `GET`.',
    ],
    '303': [
      'Le résultat est à l’adresse de `Location` ; à lire avec `GET`.',
      'Normal après un formulaire. Regardez la requête suivante.',
    ],
    '304': [
      'Inchangé : le client utilise la copie qu’il possède.',
      'L’absence de corps est normale. Si la page semble périmée, vérifiez `ETag` et `Cache-Control`.',
    ],
    '305': [
      'Abandonné : demandait de passer par un proxy.',
      'Les navigateurs l’ignorent par sécurité. Soupçonnez un serveur mal configuré.',
    ],
    '306': ['Inutilisé ; réservé.', 'Soupçonnez un serveur qui invente des codes.'],
    '307': [
      'Provisoirement ailleurs ; méthode et corps restent les mêmes.',
      'Dans Chrome, `Internal Redirect` signifie que le navigateur a lui-même redirigé, le plus souvent de `http` vers `https`. Rien n’est parti sur le réseau.',
    ],
    '308': [
      'Déplacé définitivement ; méthode et corps restent les mêmes.',
      'Les navigateurs s’en souviennent. Corrigez l’adresse utilisée par le client.',
    ],
    '400': [
      'Le serveur ne comprend pas la requête.',
      'Lisez le texte de l’erreur et comparez le contenu envoyé avec celui d’une requête qui fonctionne. Un cookie trop gros peut aussi en être la cause.',
    ],
    '401': [
      'Les identifiants manquent, sont erronés ou ne sont plus valables.',
      'Lisez `WWW-Authenticate` et vérifiez l’expiration du jeton. Reconnectez-vous ; si cela ne suffit pas, comparez les horloges.',
    ],
    '402': [
      'Un paiement, un quota ou une licence manque. La norme ne fait que réserver ce code ; son sens dépend du service.',
      'Faites vérifier l’abonnement par l’administrateur. Le corps dit ce qui est épuisé.',
    ],
    '403': [
      'Le serveur a compris la requête et la refuse, quel que soit le demandeur ou à cause de lui.',
      'Vérifiez rôles, licences et portées. Si le corps est en HTML, un pare-feu ou un proxy a peut-être refusé, pas le service.',
    ],
    '404': [
      'Il n’y a rien à cette adresse, ou le client n’a pas à le savoir.',
      'Vérifiez les identifiants et la région dans l’URL. Un objet tout juste créé n’est peut-être pas encore copié partout.',
    ],
    '405': [
      'La ressource n’accepte pas cette méthode.',
      'Lisez `Allow`. Sur `OPTIONS`, le serveur ne traite pas les requêtes préliminaires CORS.',
    ],
    '406': [
      'Le serveur n’a aucune forme du contenu que le client accepte.',
      'Comparez `Accept`, `Accept-Encoding` et `Accept-Language` avec une requête qui fonctionne.',
    ],
    '407': [
      'Le proxy exige une authentification.',
      'C’est le réseau du client, pas le service. Vérifiez les identifiants du proxy et ses exceptions.',
    ],
    '408': [
      'Le serveur s’est lassé d’attendre la requête.',
      'Envoi lent ou connexion inactive. Réessayez ; si cela persiste, examinez le réseau.',
    ],
    '409': [
      'La requête contredit l’état actuel.',
      'Le plus souvent, l’élément existe déjà ou quelqu’un l’a modifié entre-temps. Rechargez-le et refaites la modification.',
    ],
    '410': [
      'La ressource a existé et a disparu définitivement.',
      'Inutile de répéter. Les liens et les intégrations doivent être mis à jour.',
    ],
    '411': [
      'Le serveur exige `Content-Length`.',
      'Un client ou un proxy a envoyé le corps par morceaux. Vérifiez les réglages du client.',
    ],
    '412': [
      'Une condition comme `If-Match` n’est pas remplie.',
      'Le plus souvent, quelqu’un a modifié la ressource entre-temps ; avec `If-None-Match: *`, elle existe déjà. Rechargez-la, puis recommencez.',
    ],
    '413': [
      'Le corps est plus gros que ce que le serveur accepte.',
      'Comparez la taille avec la limite du service et de chaque proxy devant lui.',
    ],
    '414': [
      'L’URL est plus longue que ce que le serveur accepte.',
      'Le plus souvent une redirection qui s’allonge en boucle, ou un formulaire envoyé par `GET`.',
    ],
    '415': [
      'Le serveur ne comprend pas ce type de média.',
      'Vérifiez `Content-Type` et `Content-Encoding` de la requête.',
    ],
    '416': [
      'La partie demandée est hors du contenu.',
      'Le fichier a changé pendant une reprise de téléchargement. Rechargez-le depuis le début.',
    ],
    '417': [
      'Le serveur ne peut pas satisfaire `Expect`.',
      'Souvent un proxy qui ignore `100-continue`. Désactivez-le dans le client.',
    ],
    '418': [
      'Réservé à cause d’une plaisanterie : le serveur est une théière.',
      'Certains pare-feux s’en servent contre les robots. Cherchez ce qui fait passer le client pour un robot.',
    ],
    '421': [
      'La connexion a atteint un serveur qui ne sert pas cet hôte.',
      'En HTTP/2, le navigateur partageait une connexion entre hôtes. Il répète la requête de lui-même sur une nouvelle.',
    ],
    '422': [
      'La forme est bonne, mais le contenu n’a pas de sens pour le service.',
      'Le corps dit quel champ est refusé. Comparez avec une requête qui fonctionne.',
    ],
    '423': [
      'La ressource est verrouillée.',
      'Une autre personne ou une tâche la tient. Attendez, ou libérez le verrou.',
    ],
    '424': ['Échec parce qu’une action précédente a échoué.', 'Cherchez le premier échec du même lot.'],
    '425': [
      'Le serveur refuse une requête qui pourrait être rejouée.',
      'Le client doit la répéter après la négociation TLS. Les navigateurs le font d’eux-mêmes.',
    ],
    '426': [
      'Le client doit utiliser un autre protocole.',
      'Lisez `Upgrade`. Une requête WebSocket dont un proxy a ôté les en-têtes reçoit ce statut.',
    ],
    '428': [
      'Le serveur n’accepte une modification qu’avec une condition comme `If-Match`.',
      'Le client doit envoyer l’`ETag` qu’il a lu.',
    ],
    '429': [
      'Trop de requêtes en trop peu de temps.',
      'Attendez la durée de `Retry-After`. Cherchez une boucle dans la page ou un script qui partage le quota.',
    ],
    '431': [
      'Les en-têtes sont trop gros, l’un d’eux ou tous ensemble.',
      'Souvent les cookies. Supprimez ceux du site et cherchez celui qui grossit.',
    ],
    '451': [
      'L’accès est refusé pour des raisons légales.',
      'Le corps devrait dire qui l’exige. Aucun remède technique.',
    ],
    '500': [
      'Le service a rencontré une erreur imprévue.',
      'Cherchez l’identifiant de suivi dans les journaux : la cause y est une exception.',
    ],
    '501': [
      'Le serveur ne connaît pas cette méthode ou cette fonction.',
      'Vérifiez la méthode et la version de l’API.',
    ],
    '502': [
      'Une passerelle a reçu une mauvaise réponse, ou aucune, du service derrière elle.',
      'Lisez le texte de l’erreur : il cite parfois le statut du service en amont. Cherchez l’identifiant de suivi dans les journaux.',
    ],
    '503': [
      'Le service ne peut pas répondre maintenant : surcharge ou maintenance.',
      'Consultez la page d’état et attendez la durée de `Retry-After`.',
    ],
    '504': [
      'Une passerelle a trop attendu le service derrière elle.',
      'Le travail a pu être fait malgré tout : vérifiez avant de répéter. Cherchez l’étape lente dans les journaux.',
    ],
    '505': [
      'Le serveur n’accepte pas cette version de HTTP.',
      'Le plus souvent un client ou un proxy défectueux. Vérifiez la ligne de requête.',
    ],
    '506': ['La négociation de contenu du serveur tourne en rond.', 'Erreur de configuration du serveur.'],
    '507': [
      'Le serveur n’a plus de place pour enregistrer.',
      'L’exploitant doit libérer de l’espace ou relever le quota.',
    ],
    '508': [
      'WebDAV : le serveur a arrêté son travail, car il tournait en boucle.',
      'Cherchez des ressources ou des proxys qui se renvoient l’un à l’autre.',
    ],
    '510': ['Abandonné : il manque une extension à la requête.', 'Soupçonnez un serveur mal configuré.'],
    '511': [
      'Le réseau exige une connexion avant de laisser sortir.',
      'Un portail captif, comme à l’hôtel. Ouvrez une page et identifiez-vous.',
    ],
    '419': [
      'Le jeton CSRF du formulaire a expiré.',
      'Rechargez la page et renvoyez le formulaire. Si cela persiste, vérifiez les cookies.',
    ],
    '420': ['Trop de requêtes ; ancien nom de `429`.', 'Attendez, puis ralentissez.'],
    '430': [
      'La protection de la boutique a pris la requête pour une attaque.',
      'Ralentissez et cherchez des extensions ou des proxys qui modifient les requêtes.',
    ],
    '440': ['La session a expiré.', 'Reconnectez-vous.'],
    '444': [
      'nginx a volontairement fermé la connexion sans répondre.',
      'Le client voit une connexion coupée ; seul le journal du serveur montre `444`. Cherchez la règle qui refuse.',
    ],
    '449': [
      'Le client doit compléter sa requête et réessayer.',
      'Exchange ActiveSync l’envoie tant que l’appareil n’a pas appliqué la stratégie en vigueur. Laissez l’appareil la charger, puis réessayez.',
    ],
    '450': [
      'Bloqué par le contrôle parental de Windows.',
      'Faites vérifier les réglages familiaux de cet ordinateur.',
    ],
    '460': [
      'Le client a fermé la connexion avant la réponse du répartiteur de charge.',
      'Le service est plus lent que le délai du client. Comparez les deux.',
    ],
    '463': [
      '`X-Forwarded-For` contient plus de 30 adresses.',
      'Cherchez des proxys qui se renvoient la requête en rond.',
    ],
    '464': [
      'Les protocoles du client et du groupe cible ne concordent pas.',
      'Par exemple HTTP/1.1 vers une cible qui n’accepte que gRPC. Vérifiez le répartiteur.',
    ],
    '494': [
      'L’en-tête de requête est trop gros pour nginx.',
      'Souvent les cookies. Supprimez ceux du site ; le client voit `400`.',
    ],
    '495': [
      'Le certificat du client n’est pas valable.',
      'Vérifiez son expiration et son émetteur ; le client voit `400`.',
    ],
    '496': [
      'Le client n’a pas envoyé de certificat, alors qu’il en faut un.',
      'Choisissez le certificat dans le navigateur ; le client voit `400`.',
    ],
    '497': [
      'Du HTTP en clair est arrivé sur un port HTTPS.',
      'Écrivez `https://` dans l’adresse ; le client voit `400`.',
    ],
    '498': ['Le jeton n’est pas valable ou a expiré.', 'Obtenez un nouveau jeton.'],
    '499': [
      'Le client a fermé la connexion avant la réponse de nginx.',
      'Visible dans les journaux seulement. Service trop lent, ou page quittée par la personne.',
    ],
    '509': ['Le site a épuisé sa bande passante.', 'L’exploitant doit relever la limite.'],
    '520': [
      'Le service derrière Cloudflare a donné une réponse incompréhensible.',
      'Donnez la valeur de `CF-RAY` à l’exploitant. Souvent des en-têtes trop gros ou un arrêt brutal.',
    ],
    '521': [
      'Le service derrière Cloudflare refuse les connexions.',
      'Le serveur est arrêté, ou son pare-feu refuse les adresses de Cloudflare.',
    ],
    '522': [
      'Cloudflare n’a pas pu se connecter au service à temps.',
      'Surcharge, pare-feu ou mauvaise adresse derrière Cloudflare.',
    ],
    '523': [
      'Cloudflare ne trouve pas de chemin vers le service.',
      'Souvent un mauvais enregistrement DNS ou un défaut de routage chez l’exploitant.',
    ],
    '524': [
      'Cloudflare était connecté, mais aucune réponse n’est venue à temps.',
      'Le travail dure plus que l’attente de Cloudflare (100 à 120 secondes). Il a pu être fait malgré tout.',
    ],
    '525': [
      'La négociation TLS entre Cloudflare et le service a échoué.',
      'L’exploitant doit vérifier le certificat et les versions de TLS.',
    ],
    '526': [
      'Le certificat du service derrière Cloudflare n’est pas valable.',
      'L’exploitant doit le renouveler.',
    ],
    '527': [
      'Railgun, de Cloudflare, a perdu sa connexion. Abandonné.',
      'L’exploitant devrait désactiver Railgun.',
    ],
    '529': [
      'Le service est surchargé.',
      'Attendez et réessayez plus lentement. Plusieurs API l’emploient à côté de `503`.',
    ],
    '530': [
      'Cloudflare n’a pas pu livrer ; la page indique une erreur à partir de 1000.',
      'Lisez ce numéro : il donne la raison, souvent DNS.',
    ],
    '540': ['Shopify a désactivé ce point d’accès pour le moment.', 'Attendez, puis réessayez.'],
    '561': [
      'L’authentification du répartiteur de charge a échoué chez le fournisseur d’identité.',
      'Vérifiez les réglages du fournisseur d’identité dans le répartiteur.',
    ],
    '598': [
      'Un proxy a trop attendu des données. Non normalisé.',
      'Trouvez le proxy et examinez le service derrière lui.',
    ],
    '599': [
      'Un proxy n’a pas pu se connecter à temps. Non normalisé.',
      'Trouvez le proxy et vérifiez le chemin de là au service.',
    ],
  },
};
