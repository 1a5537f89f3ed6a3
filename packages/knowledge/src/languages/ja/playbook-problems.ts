import type { PlaybookProblemWords } from '../../error/playbook-problem.ts';

export const playbookProblems: PlaybookProblemWords = {
  'playbook/too-large': () => 'ファイルがプレイブックの上限（4 MB）を超えています',
  'playbook/not-json': () => 'JSON ではありません',
  'playbook/missing': (detail) => `メンバー「${detail}」がありません`,
  'playbook/unknown-member': () => 'この名前のメンバーはここでは使えません。つづりを確認してください',
  'playbook/not-text': () => '空でない文字列が必要です',
  'playbook/not-scalar': () => '文字列、数値、true、false、null のいずれかが必要です',
  'playbook/not-list': () => 'リストが必要です',
  'playbook/empty-list': () => 'リストには要素が 1 つ以上必要です',
  'playbook/not-object': () => 'オブジェクトが必要です',
  'playbook/not-integer': () => '0 以上の整数が必要です',
  'playbook/not-one-of': (detail) => `次のいずれかが必要です：${detail}`,
  'playbook/bad-id': () => '小文字、数字、ハイフンからなる ID が必要です',
  'playbook/bad-name': () => '英字で始まり、英数字と _ だけからなる名前が必要です',
  'playbook/bad-path': () => '/ で始まるパスが必要です',
  'playbook/bad-pointer': () => 'JSON ポインターが必要です。空か、/ で始まるものです',
  'playbook/bad-pattern': () =>
    '線形時間で動作する正規表現ではありません。先読み、後読み、後方参照は使えません',
  'playbook/bad-status': () => 'ステータスが 2 つ必要です（この値以上、この値未満）',
  'playbook/double-id': (detail) => `ID「${detail}」が重複しています`,
  'playbook/unknown-rule': (detail) => `ルール「${detail}」はありません`,
  'playbook/unknown-fact': (detail) => `文中の「${detail}」は、この検出結果が取り出す値ではありません`,
  'playbook/unknown-list': (detail) => `ラベルの一覧「${detail}」がありません`,
  'playbook/unknown-service': (detail) => `サービス「${detail}」がありません`,
};
