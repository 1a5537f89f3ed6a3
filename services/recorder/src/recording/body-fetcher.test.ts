import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CdpLink } from '../cdp/cdp-link.ts';
import type { RequestRecord } from '../requests/request-record.ts';
import { recordOf, tab } from '../testing/record-of.ts';
import { BodyFetcher } from './body-fetcher.ts';

let asked: string[];
/** Sessions that have ended. */
let ended: Set<string | undefined>;
let isSilent: boolean;
let bodies: BodyFetcher;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  asked = [];
  ended = new Set();
  isSilent = false;
  const link: CdpLink = {
    send: async <Result>(_: string, params?: object, sessionId?: string) => {
      if (ended.has(sessionId)) throw new Error('no such session');
      asked.push((params as { requestId: string }).requestId);
      if (isSilent) await new Promise(() => {});
      return { body: 'x', base64Encoded: false } as Result;
    },
    listen: () => {},
    closed: new Promise(() => {}),
  };
  bodies = new BodyFetcher(link, () => 0, Number.POSITIVE_INFINITY);
  bodies.keepsBodies(tab);
});
afterEach(() => {
  vi.useRealTimers();
});

/** Answered by the network, unless the answer says something else. */
function answered(answer: object = {}, url?: string): RequestRecord {
  const record = recordOf(url);
  const response = { url: '', status: 200, statusText: '', headers: {}, mimeType: '', encodedDataLength: 1 };
  record.answer({ ...response, connectionReused: false, connectionId: 1, ...answer }, 101);
  return record;
}

it('waits until the page is quiet', async () => {
  bodies.saw(0);
  bodies.fetch(answered(), 0);
  await vi.advanceTimersByTimeAsync(80);
  bodies.saw(Date.now());
  await vi.advanceTimersByTimeAsync(80);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toEqual(['1']);
});

it('waits no longer than two seconds for a page that is never quiet', async () => {
  bodies.fetch(answered(), 0);
  for (let at = 0; at < 2200; at += 50) {
    bodies.saw(Date.now());
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(asked).toEqual(['1']);
});

it.each([
  ['a cache', answered({ fromDiskCache: true })],
  ['a service worker', answered({ fromServiceWorker: true })],
  ['the page', answered({}, 'data:text/plain,x')],
])('waits not at all for what %s gave, which a navigation takes along', (_, record) => {
  bodies.saw(0);
  bodies.fetch(record, 0);
  expect(asked).toEqual(['1']);
});

it('waits not at all where the browser forgets, and when recording ends', async () => {
  bodies.saw(0);
  const elsewhere = { ...tab };
  const record = answered();
  Object.assign(record, { target: elsewhere });
  bodies.fetch(record, 0);
  expect(asked).toHaveLength(1);
  bodies.fetch(answered(), 0);
  expect(asked).toHaveLength(1);
  await bodies.idle();
  expect(asked).toHaveLength(2);
});

it.each([
  ['many small bodies', 2000, 32],
  ['few large ones', 1024 * 1024, 6],
])('asks for %s at once', async (_, contentSize, atOnce) => {
  isSilent = true;
  for (let count = 0; count < 100; count++) {
    const record = answered();
    record.contentSize = contentSize;
    bodies.fetch(record, 0);
  }
  void bodies.idle();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveLength(atOnce);
});

it('asks another session for a body whose own has ended', async () => {
  bodies.outlive({ sessionId: 'outlives all' });
  const record = answered();
  bodies.fetch(record, 0);
  ended.add(tab.sessionId);
  await vi.advanceTimersByTimeAsync(200);
  expect(record.body).toEqual({ text: 'x', isBase64: false });
});

it('says that a body is lost when no session is left that has it', async () => {
  bodies.outlive({ sessionId: 'outlives all' });
  const record = answered();
  record.contentSize = 5;
  bodies.fetch(record, 0);
  ended.add(tab.sessionId).add('outlives all');
  await vi.advanceTimersByTimeAsync(200);
  expect(record.body).toEqual({ absent: 'evicted' });
});
