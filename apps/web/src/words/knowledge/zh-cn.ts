import type { KnowledgeWords } from './knowledge-words.ts';

export const knowledgeBase: KnowledgeWords = {
  title: '知识',
  search: '搜索知识库',
  nothing: '没有找到。请试试标头名称、状态码或阶段名称。',
  topics: '主题',
  back: '返回',
  wholePage: '整页',
  loading: '正在加载…',
  unknown: (topic) => `没有关于 ${topic} 的页面。`,
};
