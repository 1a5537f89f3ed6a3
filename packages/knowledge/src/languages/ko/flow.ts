import type { FlowNames } from '../../flow/flow-names.ts';

export const flow: FlowNames = {
  browser: '브라우저',
  gateway: '게이트웨이',
  failed: '실패',
  notSet: '설정되지 않음',
  call: (path) => `호출 ${path}`,
  noAnswer: (peer) => `${peer}의 응답 없음`,
  noLine: (path) => `줄이 없음(호출 ${path})`,
};
