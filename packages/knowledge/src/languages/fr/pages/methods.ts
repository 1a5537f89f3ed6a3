import type { MethodWords } from '../../../pages/method/method-words.ts';

export const methods: MethodWords = {
  overview:
    'La méthode dit ce que le client veut faire. Elle décide si une requête qui a échoué peut être répétée sans dommage.',
  columns: {
    safe: 'Le client demande seulement à lire. Le serveur peut tout de même journaliser ou compter.',
    idempotent:
      'La faire plusieurs fois laisse le serveur dans le même état qu’une seule fois. Un client peut la répéter après une coupure.',
    cacheable: 'Un cache peut garder la réponse et s’en servir pour les requêtes suivantes.',
    use: 'Ce à quoi elle sert le plus souvent.',
    requestContent: 'Indique si le client envoie d’ordinaire des données : JSON, formulaire, fichier.',
    responseContent: 'Indique si le serveur renvoie d’ordinaire des données.',
  },
  methods: {
    GET: {
      meaning: 'Demande l’état actuel de la ressource.',
      use: 'Lire des données',
      pitfall:
        'Tout ce qu’elle envoie se trouve dans l’URL : un jeton y finit dans les journaux, `Referer` et les captures. Un corps n’a pas de sens défini, et certains serveurs le refusent.',
    },
    HEAD: {
      meaning: 'Demande ce que `GET` répondrait, sans le corps.',
      use: 'Lire seulement les en-têtes',
      pitfall: '`Content-Length` donne la taille qu’enverrait `GET` ; rien n’a été tronqué.',
    },
    POST: {
      meaning: 'Remet des données à la ressource, qui en fait ce pour quoi elle existe.',
      use: 'Créer un élément, envoyer un formulaire, lancer une action',
      pitfall:
        'La répéter peut créer des doublons. Après un délai dépassé, vérifiez si la première est arrivée avant de réessayer.',
    },
    PUT: {
      meaning: 'Remplace toute la ressource par ce qui est envoyé, ou la crée.',
      use: 'Remplacer une ressource',
      pitfall: 'Ce que le corps omet disparaît. Pour changer un seul membre, utilisez `PATCH`.',
    },
    PATCH: {
      meaning: 'Modifie des parties de la ressource, comme le corps le décrit.',
      use: 'Modifier une partie d’une ressource',
      pitfall:
        'Selon la RFC 5789, elle n’est ni sûre ni idempotente. Les guides qui la disent idempotente « en général » décrivent une implémentation : renseignez-vous avant de la répéter, ou protégez-la par `If-Match`.',
    },
    DELETE: {
      meaning: 'Demande au serveur de supprimer la ressource.',
      use: 'Supprimer une ressource',
      pitfall:
        'La seconde reçoit souvent `404` : le résultat est le même, elle reste donc idempotente. Un corps n’y a pas de sens défini : certains serveurs et proxys le suppriment ou refusent la requête.',
    },
    OPTIONS: {
      meaning: 'Demande ce qu’il est permis de faire avec la ressource.',
      use: 'Requête préliminaire CORS ; découvrir les méthodes',
      pitfall:
        'Les navigateurs l’envoient d’eux-mêmes avant certaines requêtes vers une autre origine (requête préliminaire), sans données d’authentification. Si elle échoue, la vraie requête ne part jamais.',
    },
    TRACE: {
      meaning: 'Demande au serveur de renvoyer la requête telle qu’elle est arrivée.',
      use: 'Tester le chemin jusqu’au serveur',
      pitfall:
        'Une page ne peut pas l’envoyer, et la plupart des serveurs la désactivent. Elle ne doit porter ni corps ni identifiants.',
    },
    CONNECT: {
      meaning: 'Demande à un proxy d’ouvrir un tunnel vers un hôte et un port.',
      use: 'HTTPS à travers un proxy',
      pitfall:
        'Seuls les proxys et des outils comme Fiddler la montrent. `407` signifie ici que le proxy exige une authentification ; le service n’a jamais vu la requête.',
    },
  },
};
