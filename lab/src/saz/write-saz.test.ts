import { type Capture, memorySource, openCapture } from '@harrier/har';
import { afterEach, expect, it } from 'vitest';
import type { Har, HarEntry } from '../recorder/har.ts';
import { throughProxy, writeSaz } from './write-saz.ts';

const opened: Capture[] = [];
afterEach(async () => {
  for (const capture of opened.splice(0)) await capture.close();
});

/** What Harrier's own reader makes of the archive. */
async function readBack(...entries: readonly HarEntry[]): Promise<Capture> {
  const capture = await openCapture(memorySource(await writeSaz({ log: { entries: [...entries] } })));
  opened.push(capture);
  return capture;
}

const TEXT = '{"numbers":["+15550100"]}';

function exchange(over: Partial<HarEntry['response']> = {}, rest: Partial<HarEntry> = {}): HarEntry {
  return {
    startedDateTime: '2026-01-15T09:30:00.125Z',
    time: 160,
    request: {
      method: 'POST',
      url: 'https://api.example.test/v1/numbers?max=5',
      headers: [
        { name: ':method', value: 'POST' },
        { name: 'content-type', value: 'application/json' },
      ],
      postData: { text: '{"add":1}' },
    },
    response: {
      status: 200,
      statusText: '',
      headers: [
        { name: 'content-type', value: 'application/json' },
        { name: 'set-cookie', value: 'a=1\nb=2' },
        { name: 'content-encoding', value: 'gzip' },
      ],
      content: { text: TEXT },
      ...over,
    },
    timings: { blocked: 50, dns: 4, connect: 30, ssl: 20, send: 1, wait: 60.5, receive: 15 },
    ...rest,
  };
}

it('gives back the exchange: URL, fields, bodies', async () => {
  const capture = await readBack(exchange());
  expect(capture.container.format).toBe('saz');
  const entry = await capture.openEntry(0);
  expect(entry.request.method).toBe('POST');
  expect(entry.request.url).toBe('https://api.example.test/v1/numbers?max=5');
  expect(entry.request.headers.map(({ name }) => name)).not.toContain(':method');
  expect(entry.response.status).toBe(200);
  expect(
    entry.response.headers.filter(({ name }) => name === 'set-cookie').map(({ value }) => value),
  ).toEqual(['a=1', 'b=2']);
  expect((await capture.openBody(0, 'request')).text).toBe('{"add":1}');
  expect((await capture.openBody(0, 'response')).text).toBe(TEXT);
});

it('gives back the phases, without the wait inside the browser', async () => {
  const entry = await (await readBack(exchange())).openEntry(0);
  expect(entry.startEpochMs).toBe(Date.UTC(2026, 0, 15, 9, 30, 0, 175));
  expect(entry.timings).toMatchObject({ dns: 4, connect: 30, ssl: 20, wait: 60.5, receive: 15 });
  expect(entry.timings.blocked).toBe(0);
});

it('keeps the length that a cut body was told to have', async () => {
  const cut = exchange({
    headers: [{ name: 'content-length', value: '5000' }],
    _error: 'net::ERR_CONTENT_LENGTH_MISMATCH',
  });
  const capture = await readBack(cut);
  const { response } = await capture.openEntry(0);
  expect(response.headers).toContainEqual({ name: 'content-length', value: '5000' });
  expect((await capture.openBody(0, 'response')).text).toBe(TEXT);
});

it('answers for servers that did not, as Fiddler does', async () => {
  const gone = (error: string) => exchange({ status: 0, headers: [], content: {}, _error: error });
  const capture = await readBack(
    gone('net::ERR_NAME_NOT_RESOLVED'),
    gone('net::ERR_EMPTY_RESPONSE'),
    gone('net::ERR_ABORTED'),
  );
  const statuses = [];
  for (let index = 0; index < 3; index++) statuses.push((await capture.openEntry(index)).response.status);
  expect(statuses).toEqual([502, 504, 0]);
  expect((await capture.openBody(0, 'response')).text).toContain('DNS Lookup for "api.example.test"');
});

it('leaves out what never reached a proxy', () => {
  const har: Har = {
    log: {
      entries: [
        exchange(),
        exchange({ status: 0, _error: 'net::ERR_BLOCKED_BY_CLIENT' }),
        exchange({}, { ...({ _fromCache: 'disk' } as object) }),
      ],
    },
  };
  expect(throughProxy(har).log.entries).toHaveLength(1);
});

it('writes the same bytes for the same capture', async () => {
  const har: Har = { log: { entries: [exchange(), exchange()] } };
  expect(Buffer.from(await writeSaz(har)).equals(await writeSaz(har))).toBe(true);
});
