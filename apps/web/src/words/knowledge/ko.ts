import type { KnowledgeWords } from './knowledge-words.ts';

export const knowledgeBase: KnowledgeWords = {
  title: '지식',
  search: '지식 검색',
  nothing: '찾지 못했습니다. 헤더 이름, 상태 코드, 단계 이름으로 찾아보십시오.',
  topics: '주제',
  back: '뒤로',
  wholePage: '전체 페이지',
  loading: '불러오는 중…',
  unknown: (topic) => `${topic}에 대한 페이지가 없습니다.`,
};
