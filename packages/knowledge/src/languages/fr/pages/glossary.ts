import type { GlossaryWords } from '../../../pages/glossary/glossary-facts.ts';

export const glossary: GlossaryWords = {
  api: ['API', 'Requêtes par lesquelles des programmes, et non des personnes, utilisent un service.'],
  body: [
    'Corps',
    'Ce qu’un message porte après son en-tête : JSON, HTML, fichier. Les normes parlent de contenu.',
  ],
  cache: [
    'Cache',
    'Garde des réponses pour ne pas les redemander. Il y en a un dans le navigateur, et souvent plusieurs en chemin.',
  ],
  cacheable: ['Mise en cache possible', 'Se dit d’une méthode ou d’une réponse qu’un cache peut garder.'],
  capture: [
    'Capture',
    'Enregistrement, dans un fichier, des requêtes d’un navigateur ou d’un ordinateur : HAR ou SAZ.',
  ],
  cdn: ['CDN', 'Réseau de serveurs proches des utilisateurs, qui répond à la place du service.'],
  certificate: [
    'Certificat',
    'Prouve au navigateur à qui appartient le serveur. Il a une date d’expiration et un émetteur qui doit être reconnu.',
  ],
  cookie: [
    'Cookie',
    'Petite valeur qu’un site fait garder et renvoyer par le navigateur ; elle porte souvent la session.',
  ],
  'correlation-id': [
    'Identifiant de corrélation',
    'Identifiant qu’une requête porte à travers les services, pour le chercher dans les journaux.',
  ],
  cors: [
    'CORS',
    'Règles par lesquelles un serveur permet aux pages d’une autre origine de lire ses réponses. Le navigateur les applique.',
  ],
  credentials: [
    'Identifiants secrets',
    'Ce qui prouve une identité : mot de passe, jeton, cookie, clé. À retirer d’une capture avant de la partager.',
  ],
  csrf: [
    'CSRF',
    'Attaque où une page étrangère fait envoyer au navigateur des requêtes avec les cookies de l’utilisateur. Des jetons dans les formulaires l’empêchent.',
  ],
  dns: ['DNS', 'Traduit le nom d’un hôte en adresse.'],
  entry: ['Entrée', 'Une requête et sa réponse dans une capture.'],
  escalation: [
    'Escalade',
    'Transmission d’un dossier aux ingénieurs du produit, avec tout ce qu’il leur faut pour voir le défaut.',
  ],
  gateway: [
    'Passerelle',
    'Serveur qui reçoit les requêtes et les transmet aux services derrière lui. 502 et 504 en viennent.',
  ],
  har: [
    'HAR',
    'HTTP Archive : fichier JSON de toutes les requêtes d’une session de navigateur. Il en contient tous les secrets.',
  ],
  'header-field': [
    'Champ d’en-tête',
    'Nom et valeur qui disent quelque chose d’un message. La casse du nom est indifférente.',
  ],
  'http-2': [
    'HTTP/2',
    'Version de HTTP qui fait passer beaucoup de requêtes sur une connexion, avec des champs comme :authority.',
  ],
  'http-3': ['HTTP/3', 'HTTP sur QUIC et UDP. Si un pare-feu interdit UDP, le navigateur revient à HTTP/2.'],
  idempotent: [
    'Idempotent',
    'La faire plusieurs fois laisse le serveur comme une seule fois. Seule une telle requête peut être répétée sans réfléchir.',
  ],
  initiator: [
    'Initiateur',
    'Ce qui a causé une requête : un script et sa ligne, la page elle-même, une redirection.',
  ],
  json: ['JSON', 'Format texte de données à noms et valeurs ; la langue de la plupart des API.'],
  jwt: [
    'JWT',
    'JSON Web Token : jeton le plus souvent signé. Son contenu se lit, expiration comprise, mais ne se modifie pas sans que cela se voie.',
  ],
  latency: ['Latence', 'Temps que met un message en chemin, quelle que soit sa taille.'],
  'load-balancer': ['Répartiteur de charge', 'Partage les requêtes entre plusieurs serveurs d’un service.'],
  'media-type': [
    'Type de média',
    'Dit ce qu’est un corps, par exemple application/json. Aussi appelé type MIME.',
  ],
  origin: [
    'Origine',
    'Schéma, hôte et port réunis. Deux pages de ports différents ont des origines différentes.',
  ],
  payload: ['Contenu envoyé', 'Ce qu’envoie une requête : chaîne de requête, formulaire ou corps.'],
  preflight: [
    'Requête préliminaire',
    'Requête OPTIONS par laquelle le navigateur demande l’autorisation avant d’envoyer la vraie vers une autre origine.',
  ],
  proxy: [
    'Proxy',
    'Se tient entre client et serveur et transmet les requêtes ; il peut les journaliser, les modifier ou les refuser.',
  ],
  pseudonym: [
    'Pseudonyme',
    'Remplace un secret dans une capture nettoyée. Un même secret a le même dans tout le fichier.',
  ],
  'rate-limit': [
    'Limite de débit',
    'Nombre de requêtes qu’un service accepte dans un délai. Au-delà, il répond 429.',
  ],
  redirect: ['Redirection', 'Réponse qui envoie le client à une autre adresse.'],
  safe: ['Sûre', 'Se dit d’une méthode par laquelle le client ne demande qu’à lire.'],
  sanitize: [
    'Nettoyer',
    'Retirer les secrets d’une capture pour pouvoir la partager sans perdre ce qui explique l’échec.',
  ],
  saz: ['SAZ', 'Archive de requêtes de Fiddler : un zip, parfois avec mot de passe.'],
  'server-sent-events': [
    'Événements envoyés par le serveur',
    'Réponse qui reste ouverte et apporte des messages un à un.',
  ],
  'service-worker': [
    'Service worker',
    'Script d’un site qui répond aux requêtes dans le navigateur, même sans réseau.',
  ],
  session: [
    'Session',
    'Temps entre la connexion et la déconnexion ou l’expiration ; un cookie ou un jeton la représente.',
  ],
  'status-code': ['Code de statut', 'Trois chiffres par lesquels le serveur dit comment cela s’est passé.'],
  tcp: ['TCP', 'Connexion sous HTTP/1.1 et HTTP/2. L’ouvrir coûte un aller-retour.'],
  timeout: [
    'Délai d’attente',
    'Temps pendant lequel on attend avant de renoncer. Le plus court du parcours décide.',
  ],
  tls: ['TLS', 'Chiffre la connexion https et prouve l’identité du serveur.'],
  token: ['Jeton', 'Identifiant secret à durée limitée, remis à la connexion.'],
  trace: [
    'Trace',
    'Tout le travail des services pour une requête, sous forme d’arbre de spans avec leurs durées.',
  ],
  'tracking-id': [
    'Identifiant de suivi',
    'Identifiant Webex d’une requête à travers tous les services : préfixe, UUID et compteurs.',
  ],
  ttfb: ['TTFB', 'Time to first byte : de la requête au premier octet de la réponse.'],
  waterfall: [
    'Cascade',
    'Toutes les requêtes en barres sur un axe de temps ; les vides et les longues barres sautent aux yeux.',
  ],
  websocket: [
    'WebSocket',
    'Connexion qui reste ouverte et porte des messages dans les deux sens ; elle débute par une requête et 101.',
  ],
};
