import type { ComparisonWords } from '../../comparison/comparison-words.ts';

export const comparison: ComparisonWords = {
  differs: (what, place, a, b) =>
    `${what}: ${a.file}에서는 ${a.value}, ${b.file}에서는 ${b.value}입니다(${place}).`,
  onlyIn: (what, place, there, missingIn) =>
    `${what}: ${there.file}에서는 ${there.value}이지만 ${missingIn}에는 없습니다(${place}).`,
  requestOnlyIn: (place, count, there, missingIn) =>
    `${place} 요청이 ${there}에는 ${count}번 있지만 ${missingIn}에는 한 번도 없습니다.`,
  failedOnlyIn: (place, how, there, missingIn) =>
    `${place} 요청이 ${there}에서는 실패했고(${how}) ${missingIn}에는 한 번도 없습니다.`,
  counts: (place, a, fileA, b, fileB) => `${place} 요청이 ${fileA}에는 ${a}번, ${fileB}에는 ${b}번 있습니다.`,
  slower: (place, phase, slow, fast) =>
    `${place} 요청이 ${slow.file}에서는 ${slow.value}, ${fast.file}에서는 ${fast.value} 걸렸습니다.${phase === undefined ? '' : ` 차이의 대부분은 ‘${phase}’ 단계입니다.`}`,
  status: '상태',
  noAnswer: '응답 없음',
  member: (pointer, message) => `${message === 'request' ? '요청' : '응답'}의 ${pointer}`,
  header: (name, message) => `${message === 'request' ? '요청' : '응답'} 헤더 ${name}`,
  same: (paired) => `두 캡처에 공통된 요청 ${paired}개에 의미 있는 차이가 없습니다.`,
  nothingPaired: '두 캡처에 공통된 요청이 없어 비교할 것이 없습니다.',
};
