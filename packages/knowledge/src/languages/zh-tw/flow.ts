import type { FlowNames } from '../../flow/flow-names.ts';

export const flow: FlowNames = {
  browser: '瀏覽器',
  gateway: '閘道',
  failed: '失敗',
  notSet: '未設定',
  call: (path) => `呼叫 ${path}`,
  noAnswer: (peer) => `${peer} 沒有回應`,
  noLine: (path) => `沒有記錄行（呼叫 ${path}）`,
};
