import type { AnswerWords } from '../../words.ts';

export const answers: AnswerWords = {
  nothingFailed: (entries, slow) => {
    const pace = slow === 0 ? '' : `遅いリクエストは ${slow} 件です。`;
    return `${entries} 件のリクエストに失敗はありません：400 以上のステータス、切断された接続、取得された本文中のエラーはいずれもありません。${pace}`;
  },
  nothingRead: 'キャプチャーにリクエストがないため、判断できるものがありません。',
  leftClosed: (entries) =>
    `分析を時間内に終えるため、関係する可能性のあるリクエスト ${entries} 件を開いていません。`,
  ruleFailed: (ruleId) =>
    `Harrier の不具合により検査 ${ruleId} が中断しました。その検出結果は含まれていません。`,
  notObservable: (rules, evidence, effect) =>
    effect === 'silent'
      ? `キャプチャーに${evidence}が含まれていないため、検査できませんでした：${rules}`
      : `キャプチャーに${evidence}が含まれていないため、一部しか検査できませんでした：${rules}`,
};
