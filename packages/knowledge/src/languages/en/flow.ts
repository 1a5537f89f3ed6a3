import type { FlowNames } from '../../flow/flow-names.ts';

export const flow: FlowNames = {
  browser: 'Browser',
  gateway: 'Gateway',
  failed: 'failed',
  notSet: 'not set',
  call: (path) => `call ${path}`,
  noAnswer: (peer) => `no answer from ${peer}`,
  noLine: (path) => `no line for call ${path}`,
};
