import type { KnowledgeWords } from './knowledge-words.ts';

export const knowledgeBase: KnowledgeWords = {
  title: 'Knowledge',
  search: 'Search the knowledge base',
  nothing: 'Nothing found. Try the name of a header, a status code or a phase.',
  topics: 'Topics',
  back: 'Back',
  wholePage: 'Whole page',
  loading: 'Loading …',
  unknown: (topic) => `There is no page on ${topic}.`,
};
