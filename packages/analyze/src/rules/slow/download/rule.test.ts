import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { download } from './rule.ts';

const exported: Step = {
  url: `${api}/export`,
  body: { rows: [] },
  sizeBytes: 150_000,
  transferBytes: 150_400,
  response: { 'content-encoding': 'gzip' },
  timings: { blocked: 1, send: 0.2, wait: 60, receive: 2000 },
};
const quick = (index: number): Step => ({
  ...exported,
  url: `${api}/templates/${index}`,
  body: { template: index },
  timings: { blocked: 1, send: 0.2, wait: 60, receive: 20 },
});

checkRule(download, import.meta.url, {
  'finds.download-slower-than-slow-4g': harOf([page, exported]),
  'finds.download-slower-than-the-others': harOf([
    page,
    ...[1, 2, 3, 4].map(quick),
    { ...exported, sizeBytes: 900_000, transferBytes: 900_400 },
  ]),
  'quiet.large-download-as-fast-as-the-others': harOf([
    page,
    ...[1, 2, 3, 4].map(quick),
    { ...exported, type: 'document', mimeType: 'application/zip', transferBytes: 12_000_000 },
  ]),
  'quiet.stream-of-events': harOf([
    page,
    { ...exported, type: 'eventsource', mimeType: 'text/event-stream', body: 'data: 1\n\n' },
  ]),
  'quiet.film': harOf([page, { ...exported, type: 'media', mimeType: 'video/mp4', body: null }]),
  'quiet.short-download': harOf([
    page,
    { ...exported, timings: { blocked: 1, send: 0.2, wait: 60, receive: 400 } },
  ]),
});
