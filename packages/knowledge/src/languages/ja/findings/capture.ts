import type { GroupWords } from '../../../words.ts';

export const captureFindings: GroupWords<'capture'> = {
  'capture/no-content': {
    verdict: (f) =>
      `キャプチャーには、テキスト応答 ${f.textResponses} 件のうち ${f.withoutContent} 件の内容が含まれていません。`,
    explanation: () => '内容なしで保存されています。エラー文、200 の中の失敗、権限は確認できません。',
    nextStep: () =>
      'もう一度取得し、内容付きで保存してください（Chrome：「Export HAR (with sensitive data)」または「Save all as HAR with content」）。',
  },
  'capture/truncated': {
    verdict: (f) =>
      `ファイルが途中で切れています。それより前の完全なリクエスト ${f.entries} 件を読み取りました。`,
    explanation: () => 'ファイルが最後まで書かれていません。切れた後に何が起きたかは分かりません。',
    nextStep: () =>
      'ファイルをもう一度依頼してください。アップロードの中断やディスクの容量不足でこのようになります。',
  },
  'capture/damaged': {
    verdict: (f) => {
      const line = f.line === undefined ? '' : `（最初は ${f.line} 行目）`;
      return `ファイルが ${f.damages} か所で壊れています${line}。その前後はすべて読み取りました。`;
    },
    explanation: (f) =>
      f.damagedEntries === 0
        ? '失われたリクエストはありません。'
        : `${f.damagedEntries} 件のリクエストは寛容な読み取りになり、一部が欠けている可能性があります。`,
    nextStep: () =>
      '元のファイルを依頼してください。手作業で編集されたファイルは、このように壊れることがよくあります。',
  },
};
