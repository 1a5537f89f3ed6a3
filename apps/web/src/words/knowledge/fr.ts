import type { KnowledgeWords } from './knowledge-words.ts';

export const knowledgeBase: KnowledgeWords = {
  title: 'Aide-mémoire',
  search: 'Chercher dans l’aide-mémoire',
  nothing: 'Rien trouvé. Essayez un nom d’en-tête, un code de statut ou une phase.',
  topics: 'Sujets',
  back: 'Retour',
  wholePage: 'Page entière',
  loading: 'Chargement…',
  unknown: (topic) => `Aucune page ne traite de ${topic}.`,
};
