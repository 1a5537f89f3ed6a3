import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../source/memory-source.ts';
import { indexHar } from './index-har.ts';
import { parseDateTimeText } from './parse-date-time.ts';
import { rowsOfIndex, rowsOfValue } from './testing/oracle.ts';

// What a kernel does in a shorter way because nearly all captures are written so; the longer way has to give the same.

const engines = ['typescript', 'wasm'] as const;
const encoder = new TextEncoder();

async function expectRead(entries: readonly unknown[], chunkBytes?: number): Promise<void> {
  const written = JSON.stringify({ log: { version: '1.2', entries } });
  const bytes = encoder.encode(written);
  const expected = rowsOfValue(JSON.parse(written));
  for (const engine of engines) {
    const { index } = await indexHar(memorySource(bytes), {
      engine,
      ...(chunkBytes === undefined ? {} : { chunkBytes }),
    });
    expect(rowsOfIndex(index, bytes)).toEqual(expected);
  }
}

describe('strings that come again and again', () => {
  const entryOf = (name: string) => ({
    _resourceType: `type-${name}`,
    request: { method: `M-${name}`, url: `https://${name}.Example.test:8443/path` },
    response: { status: 200, content: { mimeType: `Text/${name}; charset=utf-8` } },
  });

  it('are told apart though there are more of them than a kernel remembers', async () => {
    const names = Array.from({ length: 300 }, (_, n) => `n${n % 100 < 50 ? n : n % 7}`);
    await expectRead(names.map(entryOf));
    await expectRead(names.map(entryOf), 64);
  });

  it('are told apart where they differ in their last character, whatever their length', async () => {
    const names = Array.from({ length: 60 }, (_, n) => 'x'.repeat(n)).flatMap((text) => [
      `${text}a`,
      `${text}b`,
    ]);
    await expectRead([...names, ...names].map(entryOf));
  });

  it('are what the last of two equal keys says', async () => {
    const written = `{"log":{"version":"1.2","entries":[${[
      '"request":{"method":"GET","url":"https://a.example.test/","method":"PUT"},"time":1,"time":2',
      '"request":{"method":"GET","url":"https://a.example.test/"},"request":{"url":"https://b.example.test/"}',
      '"time":5,"_resourceType":"xhr","_resourceType":null,"time":"7","response":{"status":200,"status":"404"}',
      '"startedDateTime":"2025-06-10T09:00:01.250Z","startedDateTime":null,"timings":{"wait":1},"timings":{"dns":2}',
    ]
      .map((members) => `{${members}}`)
      .join()}]}}`;
    const bytes = encoder.encode(written);
    for (const engine of engines) {
      const { index } = await indexHar(memorySource(bytes), { engine });
      expect(rowsOfIndex(index, bytes)).toEqual(rowsOfValue(JSON.parse(written)));
    }
  });
});

it('finds the host of a URL, or none, as the long way does', async () => {
  const urls = [
    'https://a.example.test',
    'HTTPS://B.Example.TEST:443/x?y#z',
    'http://user:secret@c.example.test/@d',
    'http://[2001:db8::1]:8080/',
    'wss://e.example.test?x=/y',
    'http://f.example.test\\g',
    'http://ü.example.test/',
    'data:text/plain,https://h.example.test/',
    'about:blank',
    'blob:https://i.example.test/1',
    'http:/j.example.test/',
    'http://',
    'http:',
    '://k.example.test',
    'ht tp://l.example.test/',
    '//m.example.test/',
    `https://${'n'.repeat(60)}.example.test/`,
    `https://o.example.test/${'p'.repeat(5000)}`,
    '',
  ];
  await expectRead(urls.map((url) => ({ request: { method: 'GET', url } })));
});

it('reads a date to the millisecond that the long way reads, and none where it reads none', async () => {
  const usual = '2025-06-10T09:00:01.250Z';
  const spoilt = Array.from(usual, (_, at) =>
    ['0', '9', '/', ':', 'x', '\u00e9'].map((mark) => usual.slice(0, at) + mark + usual.slice(at + 1)),
  ).flat();
  const days = [
    '01-31',
    '02-28',
    '02-29',
    '02-30',
    '04-30',
    '04-31',
    '12-31',
    '12-32',
    '00-10',
    '13-01',
    '03-00',
  ];
  const years = ['0001', '1969', '1970', '1999', '2000', '2024', '2025', '2100', '9999'];
  const dates = [
    usual,
    ...spoilt,
    ...years.flatMap((year) => days.map((day) => `${year}-${day}T23:59:59.999Z`)),
    '2025-06-10T24:00:00.000Z',
    '2025-06-10T23:59:60.000Z',
    '2025-06-10T09:00:01.250+0200',
    ' 2025-06-10T09:00:01.25Z ',
  ];
  const bytes = encoder.encode(
    JSON.stringify({ log: { entries: dates.map((startedDateTime) => ({ startedDateTime, request: {} })) } }),
  );
  for (const engine of engines) {
    const { index } = await indexHar(memorySource(bytes), { engine });
    expect(dates.map((text, row) => [text, index.columns.startEpochMs[row]])).toEqual(
      dates.map((text) => [text, parseDateTimeText(text) ?? Number.NaN]),
    );
  }
});

it.each([
  '{"a":]}',
  '{"a":}',
  '{,}',
  '{]',
  '{1:2}',
  '{"a" 1}',
  '{"a":1,}',
  '{"a":1 "b":2}',
  '{"a":1]',
  '{"a":tru}',
  '{"a":truex}',
  '{"a":-}',
  '[}',
  '[,]',
  '[1,]',
  '[1 2]',
  '[1}',
  '[01]',
  '[1.]',
  '[nul]',
  '["a":1]',
  '[[}]',
])('tells where a value of no interest is damaged: %s', async (damaged) => {
  const rest = '{"time":2,"request":{"method":"GET","cookies":[1,2,3,4,5,6,7,8]}}';
  const bytes = encoder.encode(
    `{"log":{"version":"1.2","entries":[{"request":{},"_x":${damaged}},${rest}]}}`,
  );
  const told = await Promise.all(
    engines.map(async (engine) => {
      const { notes, index } = await indexHar(memorySource(bytes), { engine });
      return { notes, rows: index.length };
    }),
  );
  expect(told[0]?.notes[0]?.code).toBe('json/damaged');
  expect(told[1]).toEqual(told[0]);
});

it('walks header fields and what is of no interest to the same damage, byte for byte', async () => {
  const headers = [
    { name: 'Accept', value: '*/*' },
    { name: 'X-Empty', value: '' },
    { name: 'TrackingID', value: 'ATLAS_1' },
    { value: 'first', name: 'Order' },
    { name: 'Vary', value: 'a', comment: '' },
  ];
  const plain = [{}, [], [[], {}], { a: [1, -2.5e3, true, false, null], b: { c: 'x', d: [{}] } }, 'é\\"'];
  const original = encoder.encode(
    JSON.stringify({
      log: {
        entries: [
          { request: { method: 'GET', headers, cookies: plain }, _initiator: plain, time: 3 },
          { time: 4 },
        ],
      },
    }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.nat(original.length - 1),
      fc.oneof(fc.constantFrom(...encoder.encode('{}[]:,"\\ tx0-')), fc.nat(255)),
      fc.constantFrom(64, 200, 4096),
      async (at, byte, chunkBytes) => {
        const bytes = original.slice();
        bytes[at] = byte;
        const [one, other] = await Promise.all(
          engines.map((engine) =>
            indexHar(memorySource(bytes), { engine, chunkBytes }).then(
              ({ notes, index }) => ({ notes, rows: index.length, ids: index.strings.toArray().toSorted() }),
              ({ code, byteOffset, line }) => ({ code, byteOffset, line }),
            ),
          ),
        );
        expect(other).toEqual(one);
      },
    ),
    { numRuns: 150 },
  );
});
