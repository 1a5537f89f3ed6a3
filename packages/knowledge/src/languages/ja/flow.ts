import type { FlowNames } from '../../flow/flow-names.ts';

export const flow: FlowNames = {
  browser: 'ブラウザー',
  gateway: 'ゲートウェイ',
  failed: '失敗',
  notSet: '未設定',
  call: (path) => `呼び出し ${path}`,
  noAnswer: (peer) => `${peer} から応答がありません`,
  noLine: (path) => `行がありません（呼び出し ${path}）`,
};
