import type { ComparisonWords } from '../../comparison/comparison-words.ts';

export const comparison: ComparisonWords = {
  differs: (what, place, a, b) =>
    `${what}：在 ${a.file} 中為 ${a.value}，在 ${b.file} 中為 ${b.value}（${place}）。`,
  onlyIn: (what, place, there, missingIn) =>
    `${what}：在 ${there.file} 中為 ${there.value}，在 ${missingIn} 中不存在（${place}）。`,
  requestOnlyIn: (place, count, there, missingIn) =>
    `${place} 在 ${there} 中送出了 ${count} 次，在 ${missingIn} 中從未送出。`,
  failedOnlyIn: (place, how, there, missingIn) =>
    `${place} 在 ${there} 中失敗（${how}），在 ${missingIn} 中從未送出。`,
  counts: (place, a, fileA, b, fileB) =>
    `${place} 在 ${fileA} 中送出了 ${a} 次，在 ${fileB} 中送出了 ${b} 次。`,
  slower: (place, phase, slow, fast) =>
    `${place} 在 ${slow.file} 中耗時 ${slow.value}，在 ${fast.file} 中耗時 ${fast.value}${phase === undefined ? '' : `；差距主要在「${phase}」`}。`,
  status: '狀態碼',
  noAnswer: '沒有回應',
  member: (pointer, message) => `${message === 'request' ? '要求' : '回應'}中的 ${pointer}`,
  header: (name, message) => `${message === 'request' ? '要求' : '回應'}標頭 ${name}`,
  same: (paired) => `兩份擷取檔共有的 ${paired} 個要求沒有值得注意的差異。`,
  nothingPaired: '兩份擷取檔沒有共同的要求，因此無從比較。',
};
