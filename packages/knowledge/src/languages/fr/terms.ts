import type { TermWords } from '../../words.ts';

export const terms: TermWords = {
  severity: { error: 'erreur', warning: 'avertissement', info: 'information' },
  class: { proven: 'prouvé', strong: 'très probable', hint: 'indice' },
  evidenceRole: { cause: 'cause', symptom: 'symptôme', context: 'contexte' },
  fixer: {
    'customer-network': 'le réseau du client',
    'customer-administrator': 'l’administrateur du client',
    browser: 'la personne devant le navigateur',
    'service-team': 'l’équipe du service',
    'third-party': 'un tiers',
    recorder: 'la personne qui a fait la capture',
    nobody: 'personne, il n’y a rien à corriger',
  },
  namedThirdParty: (name) => `un tiers (${name})`,
  phase: {
    queueing: 'Mise en file d’attente',
    stalled: 'Bloquée',
    proxy: 'Négociation avec le proxy',
    dns: 'Résolution DNS',
    connect: 'Connexion initiale',
    ssl: 'TLS (SSL)',
    serviceWorkerStartup: 'Démarrage du ServiceWorker',
    serviceWorkerRespondWith: 'ServiceWorker respondWith',
    serviceWorkerRequest: 'Requête au ServiceWorker',
    send: 'Requête envoyée',
    wait: 'Attente (TTFB)',
    receive: 'Téléchargement du contenu',
    unaccounted: 'Non attribué',
  },
  searchReason: {
    failed: 'd’une requête en échec',
    slow: 'd’une requête lente',
    session: 'd’une session sans échec',
  },
  evidence: {
    'response-bodies': 'le contenu des réponses',
    'request-credentials': 'les identifiants des requêtes',
    'network-errors': 'les erreurs réseau du navigateur',
    timings: 'les durées des phases',
  },
};
