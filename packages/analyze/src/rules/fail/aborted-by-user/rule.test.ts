import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, portal, trackingId } from '../../../testing/names.ts';
import { abortedByUser } from './rule.ts';

const unanswered = { url: `${api}/users`, status: 0, trackingId: trackingId(4) };

const search = (text: string) => ({ url: `${portal}/api/search?text=${text}` });
const lasted = (ms: number) => ({ blocked: ms, send: 0, wait: 0, receive: 0 });

checkRule(abortedByUser, import.meta.url, {
  'finds.searches-that-newer-ones-replaced': harOf([
    page,
    { ...search('a'), atMs: 1000, status: 0, error: 'net::ERR_ABORTED', timings: lasted(92) },
    { ...search('av'), atMs: 1090, status: 0, error: 'net::ERR_ABORTED', timings: lasted(86) },
    { ...search('ave'), atMs: 1175, body: { people: [] } },
  ]),
  'finds.request-under-way-when-the-page-was-left': harOf([
    page,
    { ...unanswered, atMs: 1000, error: 'net::ERR_ABORTED', timings: lasted(640) },
    { url: `${portal}/next`, type: 'document', mimeType: 'text/html', body: '<!doctype html>', atMs: 1600 },
  ]),
  'finds.request-given-up-for-no-reason-to-see-as-a-hint': harOf([
    page,
    { ...unanswered, error: 'net::ERR_ABORTED' },
  ]),
  'finds.connection-that-the-browser-closed-in-front-of-fiddler': harOf(
    [page, { ...unanswered, error: 'No response was recorded (aborted when ReadingResponse)' }],
    'Fiddler',
  ),
  'quiet.missing-script-that-chrome-calls-aborted': harOf([
    page,
    {
      url: `${portal}/old.js`,
      type: 'script',
      status: 404,
      error: 'net::ERR_ABORTED',
      mimeType: 'text/html',
      body: '',
    },
  ]),
  'quiet.event-stream-that-the-page-closed': harOf([
    page,
    { url: `${api}/events`, type: 'eventsource', mimeType: 'text/event-stream', error: 'net::ERR_ABORTED' },
  ]),
  'quiet.two-requests-given-up-after-five-seconds': harOf([
    page,
    { ...unanswered, error: 'net::ERR_ABORTED', timings: lasted(5006) },
    { ...unanswered, url: `${api}/queues`, error: 'net::ERR_ABORTED', timings: lasted(5009) },
  ]),
});
