import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page, portal } from '../../../testing/names.ts';
import { waterfall } from './rule.ts';

const names = ['profile', 'calling', 'voicemail', 'devices', 'licences'];
const initiator = (url: string) => ({
  type: 'script',
  stack: { callFrames: [{ functionName: 'load', url, lineNumber: 4, columnNumber: 2, scriptId: '7' }] },
});
const step = (name: string, at: number): Step => ({
  url: `${api}/settings/${name}`,
  atMs: 200 + at * 460,
  body: { name, enabled: true },
  initiator: initiator(`${portal}/main.js`),
  timings: { send: 0.2, wait: 450, receive: 1 },
});
const steps = names.map(step);

checkRule(waterfall, import.meta.url, {
  'finds.five-settings-one-after-another': harOf([page, ...steps]),
  'quiet.settings-asked-at-once': harOf([page, ...steps.map((one) => ({ ...one, atMs: 200 }))]),
  'quiet.next-call-needs-the-answer-before': harOf([
    page,
    ...steps.map((one, at) => ({ ...one, url: `${api}/steps/step-${at}`, body: { next: `step-${at + 1}` } })),
  ]),
  'quiet.pages-of-a-list': harOf([
    page,
    ...steps.map((one, at) => ({ ...one, url: `${api}/numbers?page=${at + 1}` })),
  ]),
  'quiet.calls-of-different-scripts': harOf([
    page,
    ...steps.map((one, at) => ({ ...one, initiator: initiator(`${portal}/widget-${at}.js`) })),
  ]),
  'quiet.quick-calls': harOf([
    page,
    ...steps.map((one) => ({ ...one, timings: { send: 0.2, wait: 45, receive: 1 } })),
  ]),
  'quiet.changes-whose-order-matters': harOf([
    page,
    ...steps.map((one) => ({ ...one, method: 'PUT', sent: { enabled: true } })),
  ]),
});
