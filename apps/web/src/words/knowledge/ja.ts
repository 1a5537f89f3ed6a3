import type { KnowledgeWords } from './knowledge-words.ts';

export const knowledgeBase: KnowledgeWords = {
  title: 'ナレッジ',
  search: 'ナレッジを検索',
  nothing: '見つかりません。ヘッダー名、ステータスコード、フェーズ名で試してください。',
  topics: '項目',
  back: '戻る',
  wholePage: 'ページ全体',
  loading: '読み込み中…',
  unknown: (topic) => `${topic} のページはありません。`,
};
