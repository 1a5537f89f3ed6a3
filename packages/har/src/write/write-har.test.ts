import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCapture } from '../open-capture.ts';
import { memorySource } from '../source/memory-source.ts';
import { refusalOfDevTools } from './testing/devtools-import.ts';
import { writeHar } from './write-har.ts';

const corpus = new URL('../../../../fixtures/corpus/', import.meta.url);
const captures = readdirSync(corpus).filter((name) => /\.har$/.test(name) && !name.includes('brokenfile'));

async function convert(bytes: Uint8Array): Promise<Uint8Array> {
  const capture = await openCapture(memorySource(bytes));
  const written: Uint8Array[] = [];
  await writeHar(capture, async (piece) => void written.push(piece.slice()));
  return Buffer.concat(written);
}

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
const convertText = async (text: string) => textOf(await convert(new TextEncoder().encode(text)));

/** Every text, number and truth value in a JSON value, as text. Empty texts and null say nothing. */
function valuesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(valuesIn);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(valuesIn);
  return value === null || value === '' ? [] : [String(value)];
}

function lostValues(original: unknown, written: unknown): string[] {
  const left = new Map<string, number>();
  for (const value of valuesIn(written)) left.set(value, (left.get(value) ?? 0) + 1);
  return valuesIn(original).filter((value) => {
    const count = left.get(value) ?? 0;
    left.set(value, count - 1);
    return count <= 0;
  });
}

describe.each(captures)('%s', (name) => {
  const bytes = readFileSync(new URL(name, corpus));

  it('is written as DevTools takes it, with every value of the original', async () => {
    const written = JSON.parse(textOf(await convert(bytes)));
    expect(refusalOfDevTools(written)).toBeUndefined();
    const original = JSON.parse(new TextDecoder().decode(bytes));
    expect(lostValues(original, written)).toEqual([]);
    expect(written.log.entries.length).toBe(original.log.entries.length);
  });

  it('is written the same after it was read back', async () => {
    const once = await convert(bytes);
    expect(Buffer.compare(await convert(once), once)).toBe(0);
  });
});

it.each(readdirSync(corpus).filter((name) => name.endsWith('.saz')))('%s is written as HAR', async (name) => {
  const once = await convert(readFileSync(new URL(name, corpus)));
  const written = JSON.parse(textOf(once));
  expect(refusalOfDevTools(written)).toBeUndefined();
  expect(written.log.entries.length).toBeGreaterThan(0);
  expect(Buffer.compare(await convert(once), once)).toBe(0);
});

const entryOf = (over: Record<string, unknown>) => ({
  startedDateTime: '2026-03-01T10:00:00.000Z',
  time: 5,
  request: { method: 'GET', url: 'https://api.example.test/', headers: [], cookies: [] },
  response: { status: 200, content: { size: 2, mimeType: 'text/plain', text: 'hi' } },
  timings: { send: 1, wait: 3, receive: 1 },
  ...over,
});
const harOf = (...entries: unknown[]) => JSON.stringify({ log: { version: '1.2', entries } });
const writtenEntries = async (...entries: unknown[]) =>
  JSON.parse(await convertText(harOf(...entries))).log.entries;

it('is laid out as Chrome lays it out', async () => {
  const text = await convertText(harOf(entryOf({ cache: {} })));
  expect(text.split('\n').slice(0, 16)).toEqual([
    '{',
    '  "log": {',
    '    "version": "1.2",',
    '    "creator": {',
    '      "name": "Harrier",',
    '      "version": ""',
    '    },',
    '    "entries": [',
    '      {',
    '        "startedDateTime": "2026-03-01T10:00:00.000Z",',
    '        "time": 5,',
    '        "request": {',
    '          "method": "GET",',
    '          "url": "https://api.example.test/",',
    '          "headers": [],',
    '          "cookies": [],',
  ]);
  expect(text.endsWith('\n      }\n    ]\n  }\n}\n')).toBe(true);
  expect(JSON.stringify(JSON.parse(text), null, 2)).toBe(text.trimEnd());
});

it('writes a capture without entries', async () => {
  const written = JSON.parse(await convertText('{"log":{"version":"1.2","creator":{},"entries":[]}}'));
  expect(written).toEqual({ log: { version: '1.2', creator: { name: '', version: '' }, entries: [] } });
});

it('writes what is missing as not known, and a missing time as its phases', async () => {
  const [entry] = await writtenEntries({
    request: { method: 'GET', url: 'https://a.example/' },
    response: {},
    timings: { wait: 7 },
  });
  expect(entry).toMatchObject({
    startedDateTime: '1970-01-01T00:00:00.000Z',
    time: 7,
    response: { status: 0, headersSize: -1, content: { size: -1, mimeType: '' }, redirectURL: '' },
    timings: { send: -1, wait: 7, receive: -1 },
    cache: {},
  });
});

it('gives an entry without a date its neighbour’s and keeps what was written', async () => {
  const entries = await writtenEntries(
    entryOf({ startedDateTime: 'yesterday' }),
    entryOf({ startedDateTime: '2026-03-01T10:00:02.000Z' }),
    entryOf({ startedDateTime: null }),
    entryOf({ startedDateTime: '0001-01-01T00:00:00' }),
  );
  expect(
    entries.map((entry: Record<string, unknown>) => [entry.startedDateTime, entry._startedDateTime]),
  ).toEqual([
    ['2026-03-01T10:00:02.000Z', 'yesterday'],
    ['2026-03-01T10:00:02.000Z', undefined],
    ['2026-03-01T10:00:02.000Z', undefined],
    ['2026-03-01T10:00:02.000Z', '0001-01-01T00:00:00'],
  ]);
});

it('moves an expiry that is no date aside, since DevTools refuses the file for it', async () => {
  const cookies = [
    { name: 'a', value: '1', expires: 'Session' },
    { name: 'b', value: '2', expires: 'Wed, 21 Oct 2026 07:28:00 GMT' },
    { name: 'c', value: '3', expires: null },
  ];
  const [entry] = await writtenEntries(entryOf({ response: { status: 200, content: {}, cookies } }));
  expect(entry.response.cookies).toEqual([
    { name: 'a', value: '1', _expires: 'Session' },
    cookies[1],
    { name: 'c', value: '3' },
  ]);
});

it('keeps repeated header fields, and reads the odd forms as fields', async () => {
  const repeated = [
    { name: 'via', value: 'a', _hop: 1 },
    { name: 'via', value: 'b' },
  ];
  const [plain] = await writtenEntries(entryOf({ response: { content: {}, headers: repeated } }));
  expect(plain.response.headers).toEqual(repeated);
  const listed = [{ name: 'vary', value: ['origin', 'accept'] }];
  const [polly] = await writtenEntries(entryOf({ response: { content: {}, headers: listed } }));
  expect(polly.response.headers).toEqual([
    { name: 'vary', value: 'origin' },
    { name: 'vary', value: 'accept' },
  ]);
});

it('copies bodies byte by byte, escapes as they were written', async () => {
  const har = harOf(entryOf({ response: { content: { text: '@@' } }, request: { postData: { text: '##' } } }))
    .replace('@@', '\\u0041\\/\\ud83d \\u00e9')
    .replace('##', 'a\\u003d1');
  const text = await convertText(har);
  expect(text).toContain('"text": "\\u0041\\/\\ud83d \\u00e9"');
  expect(text).toContain('"text": "a\\u003d1"');
});

it('keeps numbers that a double cannot hold', async () => {
  const har = harOf(entryOf({ _traceId: '@1', connection: '@2', timings: { wait: '@3' } }));
  const text = await convertText(
    har
      .replace('"@1"', '1234567890123456789')
      .replace('"@2"', '9876543210987654321')
      .replace('"@3"', '1e999'),
  );
  expect(text).toContain('"_traceId": 1234567890123456789,');
  expect(text).toContain('"connection": "9876543210987654321",');
  expect(text).toContain('"wait": 1e999,');
});

it('is not led astray by a body’s mark in another place', async () => {
  const mark = '\u0000response body\u0000';
  const entry = entryOf({ _odd: mark, response: { content: { text: `${mark} text` } } });
  const [written] = await writtenEntries(entry);
  expect(written._odd).toBe(mark);
  expect(written.response.content.text).toBe(`${mark} text`);
});

it('keeps members at the root whose names are odd', async () => {
  const names = ['\\ude00', '\\u00e9', `${'a'.repeat(4094)}\\u00e9`, `${'a'.repeat(4094)}\\u00e8`];
  const members = names.map((name) => `"${name}":"here"`).join();
  const once = await convertText(`{${members},"log":{"version":"1.2","creator":{},"entries":[]}}`);
  expect(await convertText(once)).toBe(once);
  const { log: _, ...root } = JSON.parse(once);
  expect(Object.keys(root)).toEqual(names.map((name) => JSON.parse(`"${name}"`)));
});

it('embeds a body that lies beside the HAR', async () => {
  const bytes = new TextEncoder().encode(
    harOf(
      entryOf({ response: { content: { mimeType: 'text/plain', _file: 'a.txt' } } }),
      entryOf({ response: { content: { mimeType: 'image/png', _file: 'b.png' } } }),
      entryOf({ response: { content: { _file: 'gone' } } }),
    ),
  );
  const files = new Map([
    ['a.txt', new TextEncoder().encode('héllo')],
    ['b.png', Uint8Array.of(0x89, 0x50)],
  ]);
  const capture = await openCapture(memorySource(bytes));
  const written: Uint8Array[] = [];
  await writeHar({ ...capture, openAttached: async (name) => files.get(name) }, async (piece) => {
    written.push(piece.slice());
  });
  const { entries } = JSON.parse(textOf(Buffer.concat(written))).log;
  expect(entries.map((entry: { response: { content: object } }) => entry.response.content)).toEqual([
    { mimeType: 'text/plain', text: 'héllo', _embeddedFile: 'a.txt', size: -1 },
    { mimeType: 'image/png', text: 'iVA=', encoding: 'base64', _embeddedFile: 'b.png', size: -1 },
    { _file: 'gone', size: -1, mimeType: '' },
  ]);
});

it('stops when it is cancelled', async () => {
  const capture = await openCapture(memorySource(new TextEncoder().encode(harOf(entryOf({}), entryOf({})))));
  const abort = new AbortController();
  const writing = writeHar(capture, async () => {}, {
    signal: abort.signal,
    onProgress: (entries) => {
      if (entries === 1) abort.abort();
    },
  });
  await expect(writing).rejects.toMatchObject({ code: 'har/cancelled' });
});

describe('laws over entries of any JSON', () => {
  const names = fc.constantFrom(
    ...'request response timings content headers cookies postData params text name value time status url'.split(
      ' ',
    ),
    ...'_initiator stack callFrames parent _webSocketMessages _eventSourceMessages cache blocked pageref'.split(
      ' ',
    ),
    ...'startedDateTime expires httpOnly queryString method __proto__ _time _startedDateTime opcode'.split(
      ' ',
    ),
  );
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(
        null,
        true,
        '',
        '12',
        '-1',
        'Session',
        '2026-03-01T10:00:00Z',
        '\ud83d',
        'a\nb',
        -1,
        0,
        7.5,
      ),
      fc.string(),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.array(fc.tuple(names, tie('json')), { maxLength: 7 }).map((members) => Object.fromEntries(members)),
    ),
  }));
  const entry = fc
    .tuple(fc.array(fc.tuple(names, json), { maxLength: 9 }), json)
    .map(([members, response]) => ({
      request: { method: 'GET', url: 'https://a.example/' },
      response,
      ...Object.fromEntries(members),
    }));
  const real = entryOf({});

  it('DevTools takes it, nothing is lost, and writing again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 3 }), async (entries) => {
        const original = harOf(real, ...entries);
        const once = await convertText(original);
        const written = JSON.parse(once);
        expect(refusalOfDevTools(written)).toBeUndefined();
        const lost = lostValues(JSON.parse(original), written);
        expect(lost.filter((value) => !isSpelledAnew(value))).toEqual([]);
        expect(await convertText(once)).toBe(once);
      }),
      { numRuns: 150 },
    );
  });
});

/** Numbers in quotes become numbers (`"1e1"` 10) and objects as header values their JSON: the same, spelled differently. */
function isSpelledAnew(value: string): boolean {
  return value.trim() !== '' && !Number.isNaN(Number(value)) && String(Number(value)) !== value;
}
