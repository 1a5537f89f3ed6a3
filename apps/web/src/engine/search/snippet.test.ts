import { type Capture, memorySource, openCapture } from '@harrier/har';
import { expect, it } from 'vitest';
import { createRevealingMask } from '../revealing-mask.ts';
import { snippetOf } from './snippet.ts';

const secret = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxIn0', 'c2lnbmF0dXJlLW9mLXRoaXM'].join('.');
const frame = {
  functionName: 'saveRecording',
  url: 'https://app.example.test/main.js',
  lineNumber: 1,
  columnNumber: 2,
};
const entry = {
  startedDateTime: '2026-01-05T09:00:00Z',
  time: 1,
  request: {
    method: 'GET',
    url: 'https://app.example.test/',
    headers: [],
    _note: { access_token: secret, colour: 'amber' },
  },
  response: { status: 200, headers: [], content: { size: 0, mimeType: '' } },
  timings: {},
  _initiator: { type: 'script', stack: { callFrames: [], parent: { callFrames: [frame] } } },
};

const capture = async (): Promise<Capture> =>
  await openCapture(
    memorySource(new TextEncoder().encode(JSON.stringify({ log: { version: '1.2', entries: [entry] } }))),
  );
const mask = createRevealingMask(new Uint8Array(32));
const snippet = async (words: string) =>
  await snippetOf(await capture(), { row: 0, place: 'other' }, words, mask);

it('shows the frame of the call stack that was found', async () => {
  expect(await snippet('saverec')).toMatchObject({
    name: '_initiator',
    found: 'saveRec',
    after: 'ording @ https://app.example.test/main.js',
  });
});

it('shows what a program wrote for itself, without its credentials', async () => {
  const found = await snippet('amber');
  expect(found).toMatchObject({ name: '_note', found: 'amber' });
  expect(JSON.stringify(found)).not.toContain(secret.slice(0, 20));
  expect((await snippet(secret.slice(-12))).hidden).toBe('masked');
});
