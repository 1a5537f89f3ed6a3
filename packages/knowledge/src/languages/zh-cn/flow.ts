import type { FlowNames } from '../../flow/flow-names.ts';

export const flow: FlowNames = {
  browser: '浏览器',
  gateway: '网关',
  failed: '失败',
  notSet: '未设置',
  call: (path) => `调用 ${path}`,
  noAnswer: (peer) => `${peer} 没有响应`,
  noLine: (path) => `没有日志行（调用 ${path}）`,
};
