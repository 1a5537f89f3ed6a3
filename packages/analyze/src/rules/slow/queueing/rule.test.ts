import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { queueing } from './rule.ts';

const held: Step = {
  url: `${api}/users/7`,
  body: { id: 7 },
  timings: { blocked: 1300, _blocked_queueing: 3, send: 0.2, wait: 400, receive: 1 },
};
const picture = (index: number): Step => ({
  url: `https://portal.example.test/pictures/${index}.png`,
  type: 'image',
  mimeType: 'image/png',
  body: null,
  timings: { blocked: 703, _blocked_queueing: 700, send: 0.2, wait: 40, receive: 1 },
});

checkRule(queueing, import.meta.url, {
  'finds.stall-without-the-limit-of-connections': harOf([page, held]),
  'finds.stall-in-an-exporter-that-writes-no-queue': harOf(
    [page, { ...held, timings: { blocked: 1300, send: 0.2, wait: 400, receive: 1 } }],
    'Fiddler',
  ),
  'finds.pictures-behind-a-script': harOf([page, picture(1), picture(2), picture(3)]),
  'quiet.entry-without-timing-data': harOf([
    page,
    { ...held, timings: { blocked: 3000, send: -1, wait: -1, receive: -1 } },
  ]),
  'quiet.short-queue': harOf([
    page,
    { ...held, timings: { blocked: 90, _blocked_queueing: 88, send: 0.2, wait: 40, receive: 1 } },
  ]),
  'quiet.stall-that-is-the-smaller-part': harOf([
    page,
    { ...held, timings: { blocked: 400, send: 0.2, wait: 700, receive: 1 } },
  ]),
  'quiet.request-that-waited-for-a-connection-being-opened': harOf([
    page,
    {
      ...held,
      url: `${api}/users/6`,
      atMs: 200,
      timings: { blocked: 2, dns: 30, connect: 1200, ssl: 900, send: 0.2, wait: 40, receive: 1 },
    },
    { ...held, atMs: 201, timings: { blocked: 1232, send: 0.2, wait: 40, receive: 1 } },
  ]),
  'quiet.failed-request-whose-time-is-booked-here': harOf([
    page,
    {
      ...held,
      status: 0,
      error: 'net::ERR_CONNECTION_REFUSED',
      timings: { blocked: 2100, send: 0, wait: 0, receive: 0 },
    },
  ]),
});
