import { expect, it } from 'vitest';
import { analyseCapture } from './analyse-capture.ts';
import { harOf, type Step } from './testing/har-of.ts';
import { captureOf } from './testing/memory-capture.ts';
import { api, portal } from './testing/names.ts';

const LONG = 400_000;
const blanks = '\t'.repeat(LONG);

const hostile: readonly (readonly [what: string, step: Step])[] = [
  ['an address of nothing but colons', { url: `https://${':a'.repeat(LONG)}` }],
  ['an address with a segment without end', { url: `${api}/${'a'.repeat(LONG)}/7` }],
  [
    'a CORS field of blanks',
    {
      url: api,
      status: 0,
      error: 'net::ERR_FAILED',
      request: { origin: portal },
      response: { 'access-control-allow-origin': `${blanks}x` },
    },
  ],
  ['an id of quotation marks', { url: api, response: { 'x-request-id': `${'"}'.repeat(LONG)}x` } }],
  [
    'a page of comments in place of JSON',
    {
      url: api,
      type: 'fetch',
      request: { accept: 'application/json' },
      mimeType: 'text/html',
      body: `${'<!---->'.repeat(LONG)}x`,
    },
  ],
  [
    'an answer of WebDAV that closes nothing',
    {
      url: api,
      method: 'PROPFIND',
      status: 207,
      mimeType: 'application/xml',
      body: `<multistatus>${'<propstat>'.repeat(LONG)}`,
    },
  ],
];

// A pattern that goes through a text anew from each of its characters takes minutes here.
it.each(hostile)('is soon done with %s', async (_what, step) => {
  const again = Array.from({ length: 12 }, (_, at) => ({ url: `${api}/users/${at}` }));
  const { summary } = await analyseCapture(await captureOf(harOf([step, step, ...again])));
  expect(summary.entries).toBe(14);
});
