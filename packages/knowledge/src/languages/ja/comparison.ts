import type { ComparisonWords } from '../../comparison/comparison-words.ts';

export const comparison: ComparisonWords = {
  differs: (what, place, a, b) =>
    `${what}：${a.file} では ${a.value}、${b.file} では ${b.value} です（${place}）。`,
  onlyIn: (what, place, there, missingIn) =>
    `${what}：${there.file} では ${there.value} ですが、${missingIn} にはありません（${place}）。`,
  requestOnlyIn: (place, count, there, missingIn) =>
    `${place} は ${there} では ${count} 回リクエストされましたが、${missingIn} では一度もリクエストされていません。`,
  failedOnlyIn: (place, how, there, missingIn) =>
    `${place} は ${there} では失敗し（${how}）、${missingIn} では一度もリクエストされていません。`,
  counts: (place, a, fileA, b, fileB) =>
    `${place} のリクエスト回数は ${fileA} で ${a} 回、${fileB} で ${b} 回です。`,
  slower: (place, phase, slow, fast) =>
    `${place} は ${slow.file} で ${slow.value}、${fast.file} で ${fast.value} かかりました。${phase === undefined ? '' : `差の大部分は「${phase}」です。`}`,
  status: 'ステータス',
  noAnswer: 'レスポンスなし',
  member: (pointer, message) => `${message === 'request' ? 'リクエスト' : 'レスポンス'}の ${pointer}`,
  header: (name, message) => `${message === 'request' ? 'リクエスト' : 'レスポンス'}ヘッダー ${name}`,
  same: (paired) => `両方のキャプチャーに共通する ${paired} 件のリクエストに、意味のある違いはありません。`,
  nothingPaired: '2 つのキャプチャーに共通するリクエストがないため、比較できるものがありません。',
};
