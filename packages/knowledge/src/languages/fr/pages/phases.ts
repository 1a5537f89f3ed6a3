import type { PhaseAdvice } from '../../../pages/phase/phase-book.ts';

export const phaseAdvice: PhaseAdvice = {
  queueing: [
    'En HTTP/1.1, un navigateur ouvre six connexions par hôte. Comptez les requêtes simultanées vers cet hôte ; HTTP/2 côté serveur lève cette limite.',
    'Les requêtes plus prioritaires passent avant. `_priority` l’indique ; images et préchargements peuvent attendre.',
    'Le navigateur faisait de la place dans son cache disque : cherchez un disque plein ou lent.',
  ],
  stalled: [
    'Toutes les connexions étaient prises par des requêtes lentes ou des attentes longues. Cherchez celles qui tournaient à ce moment.',
    'Un script de proxy ou le proxy lui-même était lent. Comparez avec un autre réseau.',
    'Deux onglets demandaient la même adresse : le cache fait attendre le second, jusqu’à 20 secondes.',
  ],
  proxy: [
    'Interrogez l’équipe réseau sur la charge et l’authentification du proxy.',
    'Comparez avec un réseau sans ce proxy.',
  ],
  dns: [
    'Interrogez directement le résolveur avec `nslookup` et mesurez sa réponse.',
    'Un VPN ou un filtre DNS peut faire faire un long détour à la question.',
    'Seule la première requête vers un hôte devrait en avoir besoin. Si beaucoup l’ont, les réponses expirent trop vite.',
  ],
  connect: [
    'Une ouverture dure environ un aller-retour. Comparez avec la distance du centre de données.',
    'Environ 1, 3 ou 7 secondes signifient que les premiers paquets ont été perdus : un pare-feu les rejette en silence.',
    'Si seuls certains réseaux sont lents, essayez sans IPv6.',
  ],
  ssl: [
    'Regardez l’émetteur du certificat : le nom d’une entreprise trahit un équipement qui inspecte TLS.',
    'Le navigateur attendait peut-être que la personne choisisse un certificat.',
    'Beaucoup de négociations longues vers un même hôte : les connexions ne sont pas conservées.',
  ],
  serviceWorkerStartup: [
    'Cochez **Bypass for network** dans le panneau **Application** et comparez.',
    'Un ordinateur occupé démarre lentement les service workers.',
  ],
  serviceWorkerRespondWith: [
    'Le service worker interroge le plus souvent lui-même le réseau : cherchez sa propre requête dans la capture.',
    'Cochez **Bypass for network** dans le panneau **Application** et comparez.',
  ],
  serviceWorkerRequest: [
    'Le service worker était occupé par d’autres requêtes.',
    'Cochez **Bypass for network** dans le panneau **Application** et comparez.',
  ],
  send: [
    'Regardez la taille du corps de la requête et la liaison montante.',
    'Un VPN ou un proxy peut recevoir l’envoi lentement.',
  ],
  wait: [
    'Prenez l’identifiant de suivi et cherchez dans les journaux : c’est le temps du serveur, plus un aller-retour.',
    'Retranchez `Server-Timing` ou `X-Envoy-Upstream-Service-Time` : le reste est réseau et file d’attente.',
    'Comparez avec `connect` du même hôte, soit environ un aller-retour.',
    'Comparez avec la même requête d’un autre utilisateur ou d’un autre moment.',
  ],
  receive: [
    'Divisez la taille par la durée : un débit faible désigne la ligne, une grande taille le service.',
    'Les flux d’événements et les longs téléchargements restent ouverts exprès.',
    'Si `Content-Encoding` manque sur un long texte, le serveur ne compresse pas.',
    'Un navigateur trop occupé pour lire donne le même résultat. Comparez avec un autre ordinateur.',
  ],
  unaccounted: [
    'L’ordinateur était peut-être en veille, ou l’outil a omis des phases.',
    'Enregistrez à nouveau avec Chrome ou Edge, qui indiquent le plus de phases.',
  ],
};
