import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Capture } from './capture.ts';
import type { Entry } from './entry/model.ts';
import { EntryFlag, UNKNOWN_SIZE } from './entry-index/entry-index.ts';
import { HarReadError } from './notes/har-read-error.ts';
import { openCapture } from './open-capture.ts';
import { memorySource } from './source/memory-source.ts';
import { phaseBreakdown } from './timings/phase-breakdown.ts';

const corpus = new URL('../../../fixtures/corpus/', import.meta.url);
const captures = readdirSync(corpus).filter(
  (name) => /\.(har|saz)$/.test(name) && !name.includes('brokenfile'),
);

const openFile = (name: string) => openCapture(memorySource(readFileSync(new URL(name, corpus)), name));
const openText = (text: string | Uint8Array) =>
  openCapture(memorySource(typeof text === 'string' ? new TextEncoder().encode(text) : text));

async function entriesOf(capture: Capture): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let row = 0; row < capture.index.length; row++) entries.push(await capture.openEntry(row));
  return entries;
}

describe.each(captures)('%s', (name) => {
  it('opens every entry as its row in the index says', async () => {
    const capture = await openFile(name);
    const { columns, strings } = capture.index;
    const entries = await entriesOf(capture);
    expect(entries.length).toBeGreaterThan(0);
    entries.forEach((entry, row) => {
      const flags = columns.flags[row] as number;
      expect(entry.index).toBe(row);
      expect(entry.request.method).toBe(strings.get(columns.method[row] as number));
      expect(entry.startEpochMs ?? Number.NaN).toBe(columns.startEpochMs[row]);
      expect(entry.response.status ?? 0).toBe(columns.status[row]);
      expect(entry.response.transferSize ?? UNKNOWN_SIZE).toBe(columns.transferSize[row]);
      // An object that some write for `_error` is no text to the index.
      const wroteObject = '_error' in entry.response.custom && entry.response.custom._error !== null;
      expect(entry.error !== undefined && !wroteObject).toBe((flags & EntryFlag.hasError) !== 0);
      expect(entry.fromCache !== undefined).toBe((flags & EntryFlag.fromCache) !== 0);
      expect(entry.webSocketMessages !== undefined).toBe((flags & EntryFlag.hasWebSocketMessages) !== 0);
    });
  });

  it('reads the same entry with its bodies and without', async () => {
    const capture = await openFile(name);
    for (const entry of await entriesOf(capture)) {
      const raw = (await capture.openRawEntry(entry.index)) as RawEntry;
      expect(entry.response.content.hasText).toBe(Boolean(raw.response?.content?.text));
      expect(entry.request.postData?.hasText ?? false).toBe(Boolean(raw.request?.postData?.text));
      expect(entry.request.headers.map((field) => field.name).join()).toBe(
        (raw.request?.headers ?? []).map((field) => field.name).join(),
      );
    }
  });

  it('gives each body as the entry holds it', async () => {
    const capture = await openFile(name);
    for (const entry of await entriesOf(capture)) {
      const raw = (await capture.openRawEntry(entry.index)) as RawEntry;
      const content = raw.response?.content;
      const body = await capture.openBody(entry.index, 'response');
      if (!content?.text) expect(body).toEqual({ truncated: false, invalidBase64: false });
      else if (content.encoding === 'base64' && !body.invalidBase64) {
        expect(Buffer.from(body.bytes ?? []).equals(Buffer.from(content.text, 'base64'))).toBe(true);
      } else expect(body.text).toBe(content.text);
      const sent = await capture.openBody(entry.index, 'request');
      if (raw.request?.postData?.text && !raw.request.postData.encoding) {
        expect(sent.text).toBe(raw.request.postData.text);
      }
    }
  });

  it('takes the time of each entry apart without a remainder', async () => {
    const capture = await openFile(name);
    for (const entry of await entriesOf(capture)) {
      const { spans, timeMs, overrunMs } = phaseBreakdown(entry);
      const sum = spans.reduce((total, span) => total + (span.within ? 0 : span.endMs - span.startMs), 0);
      expect(Math.abs(sum - timeMs)).toBeLessThanOrEqual(1e-6 * Math.max(1, timeMs));
      expect(Math.abs((entry.timeMs ?? 0) + overrunMs - timeMs)).toBeLessThanOrEqual(
        1e-6 * Math.max(1, timeMs),
      );
    }
  });
});

interface RawEntry {
  readonly request?: {
    readonly headers?: readonly { name: string }[];
    readonly postData?: { readonly text?: string; readonly encoding?: string };
  };
  readonly response?: { readonly content?: { readonly text?: string; readonly encoding?: string } };
}

describe('who wrote the capture', () => {
  it.each([
    ['Edgio+har-tools--example.har', 'Chrome'],
    ['mitmproxy+mitmproxy--firefox.har', 'Firefox'],
    ['mitmproxy+mitmproxy--safari.har', 'Safari'],
    ['mitmproxy+mitmproxy--charles.har', 'Charles'],
    ['mswjs+source--request-parameters.har', 'Proxyman'],
    ['microsoft+playwright--har-fulfill.har', 'Playwright'],
    ['micmro+PerfCascade--browsertime_sitespeed.io.har', 'Browsertime'],
    ['zaproxy+zap-extensions--response-base64-invalid.har', 'unknown'],
    ['veigr+Nekoxy2--websocket.saz', 'Fiddler'],
  ])('%s: %s', async (name, label) => {
    expect((await openFile(name)).producer.label).toBe(label);
  });
});

const entryJson = (over: Record<string, unknown> = {}) =>
  JSON.stringify({
    startedDateTime: '2026-03-01T10:00:00Z',
    time: 5,
    request: { method: 'POST', url: 'https://api.example.test/', headers: [], postData: { text: 'a=1' } },
    response: { status: 200, content: { size: 7, mimeType: 'text/plain', text: 'héllo "x"' } },
    timings: { send: 1, wait: 3, receive: 1 },
    ...over,
  });

describe('the log', () => {
  it('is read whatever is missing from it', async () => {
    const capture = await openText(
      `{"log":{"version":"","pages":null,"_vendor":7,"entries":[${entryJson()}]},"_beside":[1]}`,
    );
    expect(capture.log).toEqual({
      version: '1.1',
      pages: [],
      custom: { _vendor: 7 },
      rootCustom: { _beside: [1] },
    });
    expect(capture.notes.map((note) => note.code)).toEqual([
      'log/version',
      'log/no-creator',
      'log/pages-no-array',
    ]);
  });

  it('keeps backslashes in the names of members', async () => {
    const { log } = await openText(
      `{"log":{"version":"1.2","C:\\\\new":1,"\\\\u0041":2,"entries":[${entryJson()}]},"a\\\\tb":3}`,
    );
    expect(log.custom).toEqual({ 'C:\\new': 1, '\\u0041': 2 });
    expect(log.rootCustom).toEqual({ 'a\\tb': 3 });
  });

  it('never takes entries for a member, whatever a damaged beginning looks like', async () => {
    const { log, index } = await openText(
      `{"log":{"version":"1.2","creator":{"name":"x"},,},"entries":[${entryJson()}]}}`,
    );
    expect(index.length).toBe(1);
    expect([log.rootCustom, log.custom]).toEqual([{}, {}]);
  });

  it('keeps pages with their marks, and -1 as not reached', async () => {
    const page = {
      id: 'page_1',
      title: 'https://admin.example.test/',
      startedDateTime: '2026-03-01T10:00:00Z',
      pageTimings: { onContentLoad: 120.5, onLoad: -1 },
      _run: 1,
    };
    const creator = { name: 'WebInspector', version: '537.36' };
    const log = `{"version":"1.2","creator":${JSON.stringify(creator)},"pages":[${JSON.stringify(page)},7],"entries":[${entryJson()}]}`;
    const capture = await openText(`{"log":${log}}`);
    expect(capture.log.pages).toEqual([
      {
        id: 'page_1',
        title: 'https://admin.example.test/',
        startedDateTime: '2026-03-01T10:00:00Z',
        startEpochMs: Date.UTC(2026, 2, 1, 10),
        onContentLoadMs: 120.5,
        custom: { _run: 1 },
      },
    ]);
    expect(capture.log.creator).toEqual(creator);
    expect(capture.notes.map((note) => note.code)).toEqual(['log/page-no-object']);
  });

  it('is found around bare entries, and absent without harm', async () => {
    const bare = await openText(`{"creator":{"name":"HarMaker","version":"2"},"entries":[${entryJson()}]}`);
    expect([bare.producer.label, bare.index.length]).toEqual(['HarMaker', 1]);
    const array = await openText(`[${entryJson()},${entryJson()}]`);
    expect([array.log.version, array.index.length]).toEqual(['1.1', 2]);
    const single = await openText(entryJson());
    expect((await single.openEntry(0)).request.method).toBe('POST');
  });
});

describe('an entry that is damaged', () => {
  const damaged = entryJson().replace('"time":5,', '"time":5,, // by hand\n');
  const text = `{"log":{"version":"1.2","entries":[${entryJson()},${damaged},${entryJson()}]}}`;

  it('opens like the others, with its body', async () => {
    const capture = await openText(text);
    expect(capture.index.length).toBe(3);
    const [first, second] = await entriesOf(capture);
    expect({ ...second, index: 0 }).toEqual(first);
    expect((await capture.openBody(1, 'response')).text).toBe('héllo "x"');
    expect((await capture.openBody(1, 'request')).text).toBe('a=1');
    expect((await capture.openBody(1, 'response', { maxBytes: 2 })).text).toBe('h');
  });
});

describe('a body', () => {
  const withContent = async (content: object, over: object = {}) =>
    await openText(`{"log":{"entries":[${entryJson({ response: { status: 200, content }, ...over })}]}}`);

  it('can be cut at any byte and is a beginning of itself', async () => {
    const text = 'é😀"\\\n\u0001\ud83d lone';
    const capture = await withContent({ text });
    const [row] = [0];
    const whole = await capture.openBody(row, 'response');
    expect(whole).toMatchObject({ text, truncated: false });
    const writtenBytes = new TextEncoder().encode(JSON.stringify(text)).length - 2;
    for (let maxBytes = 0; maxBytes < writtenBytes; maxBytes++) {
      const body = await capture.openBody(row, 'response', { maxBytes });
      expect(body.truncated).toBe(true);
      expect(text.startsWith(body.text ?? 'no text')).toBe(true);
    }
  });

  it('is decoded from base64 by media type and charset', async () => {
    const encode = (bytes: readonly number[]) => Buffer.from(bytes).toString('base64');
    const latin1 = await withContent({
      encoding: 'base64',
      mimeType: 'text/plain; charset=iso-8859-1',
      text: encode([0x67, 0x72, 0xfc, 0xdf]),
    });
    expect((await latin1.openBody(0, 'response')).text).toBe('grüß');
    const image = await withContent({
      encoding: 'base64',
      mimeType: 'image/png',
      text: encode([0x89, 0x50]),
    });
    expect(await image.openBody(0, 'response')).toEqual({
      bytes: Uint8Array.of(0x89, 0x50),
      truncated: false,
      invalidBase64: false,
    });
    const slashes = await openText(
      `{"log":{"entries":[${entryJson({ response: { content: { encoding: 'base64', text: '@@' } } }).replace('@@', 'Pz8\\/\\r\\nPz8/')}]}}`,
    );
    expect(Buffer.from((await slashes.openBody(0, 'response')).bytes ?? []).toString('base64')).toBe(
      'Pz8/Pz8/',
    );
  });

  it('that is no base64 although it says so is shown as it was written', async () => {
    const capture = await withContent({ encoding: 'base64', text: 'not base64!' });
    expect(await capture.openBody(0, 'response')).toMatchObject({ text: 'not base64!', invalidBase64: true });
  });

  it('is put together from form parameters where there is no text', async () => {
    const postData = { mimeType: 'application/x-www-form-urlencoded', params: [{ name: 'a', value: '1 2' }] };
    const capture = await withContent(
      {},
      { request: { method: 'POST', url: 'https://a.example/', postData } },
    );
    expect((await capture.openBody(0, 'request')).text).toBe('a=1+2');
    expect((await capture.openBody(0, 'request', { maxBytes: 2 })).text).toBe('a=');
  });

  it('is read where postData is a bare string', async () => {
    const request = { method: 'POST', url: 'https://a.example/', postData: 'a=1' };
    const capture = await withContent({}, { request });
    expect((await capture.openEntry(0)).request.postData?.hasText).toBe(true);
    expect((await capture.openBody(0, 'request')).text).toBe('a=1');
  });

  it('is not read as part of opening its entry', async () => {
    const bytes = new TextEncoder().encode(
      `{"log":{"entries":[${entryJson({ response: { content: { text: 'x'.repeat(200_000) } } })}]}}`,
    );
    let bytesRead = 0;
    const memory = memorySource(bytes);
    const capture = await openCapture({
      ...memory,
      read: async (offset, length) => {
        bytesRead += length;
        return await memory.read(offset, length);
      },
    });
    bytesRead = 0;
    expect((await capture.openEntry(0)).response.content.hasText).toBe(true);
    expect(bytesRead).toBeLessThan(2000);
  });
});

it('says which entries there are when asked for another', async () => {
  const capture = await openText(`{"log":{"entries":[${entryJson()}]}}`);
  for (const row of [1, -1, 0.5, Number.NaN]) {
    const failure = await capture.openEntry(row).catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(HarReadError);
    expect((failure as HarReadError).code).toBe('har/no-such-entry');
  }
});

it('tells the notes of one entry with their exporters', async () => {
  const capture = await openFile('mitmproxy+mitmproxy--charles.har');
  expect(await capture.openNotes(0)).toContainEqual({
    code: 'entry/null',
    path: '/log/entries/0/response/redirectURL',
    found: 'null',
    assumed: 'not there',
    seenIn: 'Charles',
    entryIndex: 0,
  });
});

it('lets go of the file when it is no capture', async () => {
  let closed = 0;
  const source = { ...memorySource(new TextEncoder().encode('{"a":1}')), close: async () => void closed++ };
  await expect(openCapture(source)).rejects.toMatchObject({ code: 'har/not-a-capture' });
  expect(closed).toBe(1);
});

it('says what a JSON file is that is taken for a capture', async () => {
  const collection = JSON.stringify({ info: { _postman_id: 'x', name: 'Numbers' }, item: [] });
  await expect(openText(collection)).rejects.toMatchObject({
    code: 'har/not-a-capture',
    message: 'This is a Postman collection, not a capture.',
    nextStep: expect.stringContaining('Export a HAR'),
  });
});
