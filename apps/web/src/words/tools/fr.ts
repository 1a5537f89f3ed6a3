import type { ToolWords } from './tool-words.ts';

export const tools: ToolWords = {
  pages: {
    label: 'Pages',
    names: {
      workbench: 'Analyse',
      logs: 'Journaux',
      cases: 'Dossiers',
      sanitize: 'Nettoyage',
      compare: 'Comparer',
      escalate: 'Escalade',
      knowledge: 'Aide-mémoire',
    },
  },
  sanitize: {
    button: 'Nettoyer',
    title: 'Retirer les secrets',
    stays: 'Tout se passe dans cette page. Rien n’est envoyé.',
    sent: (count) => `Cette page a envoyé ${count} ${count < 2 ? 'requête' : 'requêtes'}`,
    sentMeaning: 'Compté par le navigateur, sans les fichiers qui constituent la page elle-même.',
    preset: 'Ce qui est retiré',
    presets: {
      default: 'Secrets',
      strict: 'Strict : tous les cookies, tous les jetons en entier',
      webex: 'Webex',
    },
    stripTokens: 'Jetons JWT retirés en entier',
    personal: {
      email: 'Adresses électroniques',
      phone: 'Numéros de téléphone',
      ipAddress: 'Adresses IP',
      names: 'Noms de personnes',
    },
    stages: { learn: 'Recherche des secrets …', write: 'Écriture …', verify: 'Vérification du résultat …' },
    refused: 'Cette capture ne peut pas être nettoyée. Rien n’a été écrit.',
    refusals: {
      'sanitize/damaged-input':
        'Le fichier est endommagé, et ce qui est illisible ne peut pas être nettoyé. Enregistrez la partie intacte avec « harrier convert », puis ouvrez ce fichier.',
      'sanitize/survivor':
        'La vérification a encore trouvé un secret. C’est un défaut de Harrier : signalez-le, sans joindre le fichier.',
      'sanitize/worker-ended':
        'Le navigateur a interrompu le travail, le plus souvent faute de mémoire. Fermez d’autres onglets et réessayez.',
    },
    removed: (credentials, places) =>
      `${credentials} ${/^[01]$/.test(credentials) ? 'secret retiré' : 'secrets retirés'} à ${places} ${/^[01]$/.test(places) ? 'emplacement' : 'emplacements'}.`,
    checked: 'Le résultat a été relu avec les mêmes règles : il ne reste rien.',
    dropped: (bodies) =>
      bodies === 1
        ? '1 corps illisible a été retiré en entier.'
        : `${bodies} corps illisibles ont été retirés en entier.`,
    keeps: (kinds) => `Ces types restent dans le fichier nettoyé, à votre demande : ${kinds}`,
    nothingFound: 'Aucun secret n’a été trouvé.',
    remove: 'Retirer',
    removeKind: (kind) => `Retirer ${kind}`,
    kind: 'Type',
    everyKind: 'Tous les types',
    credentials: 'Secrets',
    places: 'Emplacements',
    hosts: 'Hôtes (emplacements)',
    until: 'Valable jusqu’au (UTC)',
    revoke: 'Comment l’invalider',
    redactions: 'Emplacement par emplacement',
    searchPlaces: 'Rechercher un emplacement',
    before: 'Avant :',
    after: 'Après :',
    characters: (count) => `(${count} caractères)`,
    save: 'Enregistrer la capture nettoyée',
    saveReport: 'Enregistrer le rapport',
    needsCapture: 'Ouvrez d’abord une capture : déposez-la n’importe où sur cette page.',
  },
  compare: {
    button: 'Comparer',
    title: 'Comparer deux captures',
    needsTwo:
      'Ouvrez deux captures : celle d’une personne pour qui cela fonctionne et celle d’une personne pour qui cela échoue, ou d’avant et d’après un changement.',
    first: 'Première capture',
    second: 'Seconde capture',
    swap: 'Les échanger',
    comparing: 'Comparaison …',
    failed: 'Ces captures n’ont pas pu être comparées. Fermez-les, rouvrez-les et réessayez.',
    same: 'Aucune différence significative.',
    counts: (paired, onlyA, a, onlyB, b) =>
      `${paired} requêtes dans les deux, ${onlyA} seulement dans ${a}, ${onlyB} seulement dans ${b}.`,
    leftClosed: (pairs) => `Pour ${pairs} paires, seuls le statut et la durée ont été comparés.`,
    differences: 'Différences, les plus parlantes d’abord',
    kinds: {
      access: 'droit',
      status: 'statut',
      member: 'JSON',
      header: 'en-tête',
      presence: 'absence',
      count: 'nombre',
      time: 'durée',
    },
    sides: 'Côte à côte',
    showSame: 'Afficher ce qui est identique',
    parts: {
      general: 'Général',
      query: 'Paramètres d’URL',
      requestHeaders: 'En-têtes de la requête',
      requestBody: 'Corps de la requête',
      responseHeaders: 'En-têtes de la réponse',
      responseBody: 'Corps de la réponse',
    },
    name: 'Nom',
    notThere: 'absent',
  },
};
