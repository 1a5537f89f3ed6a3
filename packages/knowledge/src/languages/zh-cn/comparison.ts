import type { ComparisonWords } from '../../comparison/comparison-words.ts';

export const comparison: ComparisonWords = {
  differs: (what, place, a, b) =>
    `${what}：在 ${a.file} 中为 ${a.value}，在 ${b.file} 中为 ${b.value}（${place}）。`,
  onlyIn: (what, place, there, missingIn) =>
    `${what}：在 ${there.file} 中为 ${there.value}，在 ${missingIn} 中不存在（${place}）。`,
  requestOnlyIn: (place, count, there, missingIn) =>
    `${place} 在 ${there} 中请求了 ${count} 次，在 ${missingIn} 中从未请求。`,
  failedOnlyIn: (place, how, there, missingIn) =>
    `${place} 在 ${there} 中失败（${how}），在 ${missingIn} 中从未请求。`,
  counts: (place, a, fileA, b, fileB) =>
    `${place} 在 ${fileA} 中请求了 ${a} 次，在 ${fileB} 中请求了 ${b} 次。`,
  slower: (place, phase, slow, fast) =>
    `${place} 在 ${slow.file} 中耗时 ${slow.value}，在 ${fast.file} 中耗时 ${fast.value}${phase === undefined ? '' : `；差距主要在“${phase}”`}。`,
  status: '状态码',
  noAnswer: '没有响应',
  member: (pointer, message) => `${message === 'request' ? '请求' : '响应'}中的 ${pointer}`,
  header: (name, message) => `${message === 'request' ? '请求' : '响应'}头 ${name}`,
  same: (paired) => `两份抓包共有的 ${paired} 个请求没有值得注意的差异。`,
  nothingPaired: '两份抓包没有共同的请求，因此无从比较。',
};
