import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { gatewayTimeout } from './rule.ts';

const late = { url: `${api}/statistics` };
const waited = (ms: number) => ({ blocked: 1, send: 0.2, wait: ms, receive: 1 });

checkRule(gatewayTimeout, import.meta.url, {
  'finds.gateway-that-gave-up-after-thirty-seconds': harOf([
    page,
    {
      ...late,
      status: 504,
      timings: waited(30_120),
      trackingId: trackingId(3),
      body: { message: 'Gateway Timeout' },
    },
  ]),
  'finds.two-of-the-same-after-five-seconds': harOf([
    page,
    { ...late, status: 504, timings: waited(5070), body: '' },
    { ...late, status: 504, timings: waited(5081), body: '' },
  ]),
  'finds.other-status-after-a-usual-limit': harOf([
    page,
    { ...late, status: 502, timings: waited(60_050), body: '' },
  ]),
  'finds.gateway-that-gave-up-at-once': harOf([
    page,
    { ...late, status: 504, timings: waited(12), body: '' },
  ]),
  'quiet.server-error-after-a-while': harOf([
    page,
    { ...late, status: 500, timings: waited(21_400), body: '' },
  ]),
  'quiet.slow-answer-that-came': harOf([page, { ...late, timings: waited(30_010), body: {} }]),
});
