import type { KnowledgeWords } from './knowledge-words.ts';

export const knowledgeBase: KnowledgeWords = {
  title: '知識',
  search: '搜尋知識庫',
  nothing: '找不到。請試試標頭名稱、狀態碼或階段名稱。',
  topics: '主題',
  back: '返回',
  wholePage: '整頁',
  loading: '正在載入…',
  unknown: (topic) => `沒有關於 ${topic} 的頁面。`,
};
