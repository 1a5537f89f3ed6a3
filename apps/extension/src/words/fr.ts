import type { ExtensionWords } from './extension-words.ts';

export const fr: ExtensionWords = {
  description:
    'Enregistre un onglet avec tout ce que le navigateur sait de ses requêtes, et retire les secrets avant qu’un fichier n’existe.',
  popup: {
    record: 'Enregistrer cet onglet',
    about:
      'Faites ensuite ce qui échoue. Mots de passe, jetons et cookies sont retirés avant qu’un fichier n’existe.',
    bar: 'Le navigateur indiquera que Harrier le débogue : c’est l’enregistrement.',
    recording: (host) => `Enregistrement de ${host}`,
    requests: (count) => (count <= 1 ? `${count} requête` : `${count} requêtes`),
    stop: 'Arrêter et examiner',
    reproduce: 'Faites maintenant ce qui échoue, puis arrêtez.',
    otherTab: 'Un autre onglet est en cours d’enregistrement. Arrêtez-le d’abord.',
    notThisPage:
      'Le navigateur ne laisse pas les extensions voir cette page. Ouvrez la page en panne et réessayez.',
    refused: {
      'other-debugger':
        'Les outils de développement ou une autre extension tiennent cet onglet. Fermez-les et réessayez.',
      'not-this-page':
        'Le navigateur ne laisse pas les extensions enregistrer cette page. Ouvrez la page en panne et réessayez.',
    },
    private: 'Rien ne quitte ce navigateur sans que vous l’envoyiez.',
    allow:
      'Firefox demandera si Harrier peut voir les pages que vous visitez. Seul l’onglet enregistré est observé.',
  },
  done: {
    title: (host) => `Enregistrement de ${host}`,
    opening: 'Ouverture de l’enregistrement …',
    looking: 'Recherche de ce qui a échoué …',
    next: 'Ensuite',
    searchFor: 'Identifiant de suivi à rechercher',
    copy: 'Copier',
    copied: 'Copié',
    gone: 'Cet enregistrement n’existe plus.',
    goneNext:
      'Un enregistrement vit dans la mémoire de sa page. Recommencez, et enregistrez la capture nettoyée avant de fermer ou de recharger la page.',
    missing: 'Ce que cet enregistrement ne peut pas montrer',
    missingPart: {
      phases: 'La durée de la résolution de nom, de la connexion et de TLS',
      initiators: 'Le script à l’origine d’une requête',
      messages: 'Les messages des WebSockets et des flux d’événements',
      reasons: 'Les raisons du navigateur pour bloquer quelque chose, et les erreurs de la console',
      'other-tabs': 'Les autres onglets et les fenêtres ouvertes par la page',
      'cached-bodies': 'Les corps venus d’un cache ou d’un service worker',
      'bodies-over-limit': 'Les corps au-delà des 300 premiers Mo, et les très gros',
    },
  },
  send: {
    title: 'Envoyer à un dossier',
    about: 'Avec le lien d’envoi reçu du support. Seule la capture nettoyée est envoyée.',
    label: 'Lien d’envoi',
    send: 'Envoyer la capture nettoyée',
    sending: 'Envoi …',
    sent: (place, caseNumber) => `Envoyée à ${place}, dossier ${caseNumber}.`,
    notALink: 'Ce n’est pas un lien d’envoi. Il ressemble à https://…/#upload=…',
    notAllowed: 'Le navigateur n’a pas été autorisé à joindre ce serveur ; rien n’a été envoyé.',
    gone: 'Ce lien a expiré. Demandez-en un nouveau.',
    failed: 'Le serveur n’a pas accepté le fichier. Enregistrez-le et joignez-le au dossier.',
  },
};
