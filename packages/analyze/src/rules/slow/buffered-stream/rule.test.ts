import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { bufferedStream } from './rule.ts';

const events = (count: number) =>
  Array.from({ length: count }, (_, id) => `id: ${id}\ndata: {"calls":${id}}\n\n`).join('');

const stream = (more: Partial<Step> = {}): Step => ({
  url: `${api}/live`,
  type: 'eventsource',
  mimeType: 'text/event-stream',
  body: events(6),
  timings: { blocked: 1, send: 0.2, wait: 60_010, receive: 3 },
  response: { via: '1.1 proxy.example.net' },
  ...more,
});

checkRule(bufferedStream, import.meta.url, {
  'finds.events-that-came-all-at-once': harOf([page, stream(), stream({ atMs: 70_000 })]),
  'finds.words-of-an-answer-that-was-to-be-written-bit-by-bit': harOf([
    page,
    stream({
      url: `${api}/chat/completions`,
      method: 'POST',
      type: 'fetch',
      sent: { stream: true },
      timings: { blocked: 1, send: 0.2, wait: 14_000, receive: 40 },
    }),
  ]),
  'finds.signs-of-life-that-came-all-at-once': harOf([page, stream({ body: ': keep-alive\n\n'.repeat(5) })]),
  'quiet.events-one-by-one': harOf([
    page,
    stream({ timings: { blocked: 1, send: 0.2, wait: 40, receive: 60_000 } }),
    stream({ timings: { blocked: 1, send: 0.2, wait: 15_000, receive: 45_000 } }),
  ]),
  'quiet.result-at-the-end': harOf([
    page,
    stream({ body: 'event: result\ndata: {}\n\nevent: done\ndata: 1\n\n' }),
  ]),
  'quiet.exporter-that-does-not-measure': harOf([
    { ...page, timings: { blocked: 0, send: 0, wait: 120, receive: 0 } },
    stream({ timings: { blocked: 0, send: 0, wait: 60_000, receive: 0 } }),
  ]),
});
