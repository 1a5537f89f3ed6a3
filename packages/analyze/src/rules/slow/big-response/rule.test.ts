import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page, portal } from '../../../testing/names.ts';
import { bigResponse } from './rule.ts';

const big: Step = {
  url: `${api}/numbers?max=20000`,
  body: { numbers: [] },
  sizeBytes: 2_100_000,
  transferBytes: 190_000,
  response: { 'content-encoding': 'gzip' },
  timings: { blocked: 1, send: 0.2, wait: 250, receive: 60 },
};

checkRule(bigResponse, import.meta.url, {
  'finds.list-of-two-megabytes': harOf([page, big]),
  'finds.script-of-two-megabytes': harOf([
    page,
    { ...big, url: `${portal}/main.js`, type: 'script', mimeType: 'text/javascript', body: null },
  ]),
  'quiet.download-that-somebody-asked-for': harOf([
    page,
    { ...big, response: { 'content-disposition': 'attachment; filename="numbers.json"' } },
  ]),
  'quiet.script-below-a-megabyte': harOf([
    page,
    {
      ...big,
      url: `${portal}/main.js`,
      type: 'script',
      mimeType: 'text/javascript',
      body: null,
      sizeBytes: 800_000,
    },
  ]),
  'quiet.archive': harOf([page, { ...big, mimeType: 'application/zip', body: null }]),
  'quiet.large-answer-that-came-at-once': harOf([
    page,
    { ...big, timings: { blocked: 1, send: 0.2, wait: 40, receive: 9 } },
  ]),
});
