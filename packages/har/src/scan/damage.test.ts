import { describe, expect, it } from 'vitest';
import { EntryFlag } from '../entry-index/entry-index.ts';
import { memorySource } from '../source/memory-source.ts';
import { indexHar } from './index-har.ts';

const entry = (n: number): string =>
  JSON.stringify({
    startedDateTime: `2025-01-01T00:00:0${n}Z`,
    time: n,
    request: { method: 'GET', url: `https://a.example.test/${n}` },
  });
const har = (...entries: string[]): string =>
  `{"log":{"version":"1.2","creator":{"name":"Test","version":"1"},"entries":[${entries.join(',')}]}}`;

/** The times of the entries that were read (`!` = leniently), and the notes' codes. */
async function read(text: string | Uint8Array): Promise<{ times: string[]; notes: string[] }> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const results = [];
  for (const engine of ['wasm', 'typescript'] as const) {
    const { index, notes } = await indexHar(memorySource(bytes), { engine });
    const times: string[] = [];
    for (let row = 0; row < index.length; row++) {
      const damaged = ((index.columns.flags[row] as number) & EntryFlag.damaged) !== 0;
      times.push(`${index.columns.timeMs[row]}${damaged ? '!' : ''}`);
    }
    results.push({ times, notes: notes.map((note) => note.code) });
  }
  expect(results[1]).toEqual(results[0]);
  return results[0] as { times: string[]; notes: string[] };
}

describe('one damaged entry costs no other', () => {
  const whole = entry(2);
  it.each([
    ['a trailing comma', whole.replace('}}', ',}}')],
    ['a comment', whole.replace('"time"', '/* slow */ "time"')],
    ['NaN', whole.replace('"request"', '"_x":NaN,"request"')],
    ['single quotes', whole.replace('"GET"', "'GET'")],
    ['an unquoted key', whole.replace('"method"', 'method')],
    ['a raw line break in a string', whole.replace('test/2', 'test/\n2')],
    ['a bad escape', whole.replace('test/2', 'test/\\x2')],
    ['a missing comma', whole.replace('"time":2,', '"time":2 ')],
    ['a quote inside a string', whole.replace('test/2', 'test/"a" b')],
    ['a missing closing bracket', whole.slice(0, -1)],
    ['a missing quote before a line break', whole.replace('"GET",', '"GET,\n')],
  ])('%s', async (_, damaged) => {
    expect(await read(har(entry(1), damaged, entry(3), entry(4)))).toEqual({
      times: ['1', '2!', '3', '4'],
      notes: expect.arrayContaining(['json/damaged']),
    });
  });

  it('bad bytes before a bad escape, both within one block of the kernel', async () => {
    const bytes = new TextEncoder().encode('{"log":{"entries":[{"time":1,"a":"~"},{"time":2,"a":"\\u"}]}}');
    bytes[bytes.indexOf(0x7e)] = 0x80;
    expect((await read(bytes)).times).toEqual(['1!', '2!']);
  });

  it('bytes that are not UTF-8', async () => {
    const bytes = new TextEncoder().encode(har(entry(1), entry(2).replace('test/2', 'test/~'), entry(3)));
    bytes[bytes.indexOf(0x7e)] = 0xff;
    expect(await read(bytes)).toEqual({ times: ['1', '2!', '3'], notes: ['json/damaged'] });
  });
});

describe('a bracket too many or too few in one entry costs no other', () => {
  const usual = (n: number): string =>
    `{"startedDateTime":"2025-01-01T00:00:00Z","time":${n},"request":{"method":"GET","url":"https://a.example.test/","headers":[{"name":"A","value":"b"},{"name":"C","value":"d"}]},"response":{"status":200},"timings":{"wait":1}}`;
  const sorted = (n: number): string =>
    `{"cache":{},"request":{"headers":[{"name":"A","value":"b"},{"name":"C","value":"d"}],"method":"GET","url":"https://a.example.test/"},"response":{"status":200},"startedDateTime":"2025-01-01T00:00:00Z","time":${n},"timings":{"wait":1}}`;
  const edits = [
    ['], behind a number', /("time":\d)/, '$1]'],
    ['} behind a number', /("time":\d)/, '$1}'],
    ['] behind a header', '"b"}', '"b"}]'],
    ['} behind a header', '"b"}', '"b"}}'],
    ['}] behind a header', '"b"}', '"b"}}]'],
    ['no [ before the headers', '"headers":[', '"headers":'],
    ['no { before a header', '[{"name"', '["name"'],
    ['] at the beginning', '{', '{]'],
    ['] behind the entry', /$/, ']'],
    ['}] behind the entry', /$/, '}]'],
    ['}]} behind the entry', /$/, '}]}'],
    ['a line comment in a line of all entries', '"request":{', '"request":{//'],
    ['a comment without end', '"request":{', '"request":{/*'],
  ] as const;
  const keys = [
    ['usual', usual],
    ['sorted', sorted],
  ] as const;
  it.each(
    keys.flatMap(([order, entryOf]) =>
      edits.map(([what, from, to]) => [order, what, { entryOf, from, to }] as const),
    ),
  )('%s keys, %s', async (_order, _what, { entryOf, from, to }) => {
    for (const damagedAt of [0, 3]) {
      const entries = Array.from({ length: 8 }, (_, n) => entryOf(n + 1));
      entries[damagedAt] = entries[damagedAt]?.replace(from, to) as string;
      const { times, notes } = await read(har(...entries));
      const others = ['1', '2', '3', '4', '5', '6', '7', '8'].filter((_, n) => n !== damagedAt);
      expect(times).toEqual(expect.arrayContaining(others));
      expect(times.length).toBeLessThanOrEqual(8);
      expect(notes).toContain('json/damaged');
    }
  });
});

describe('between and around the entries', () => {
  it('a missing comma is forgiven', async () => {
    expect(await read(har(`${entry(1)} ${entry(2)}`, entry(3)))).toEqual({
      times: ['1', '2', '3'],
      notes: ['json/damaged'],
    });
  });
  it('a trailing comma is forgiven', async () => {
    expect(await read(har(entry(1), `${entry(2)},`))).toEqual({ times: ['1', '2'], notes: ['json/damaged'] });
  });
  it('rubbish is jumped over', async () => {
    expect(await read(har(entry(1), `@@@ ,${entry(2)}`))).toEqual({
      times: ['1', '2'],
      notes: ['json/damaged'],
    });
  });
  it('elements that are no objects are told and left out', async () => {
    expect(await read(har('null', entry(1), '7', '[]', entry(2)))).toEqual({
      times: ['1', '2'],
      notes: ['entry/no-object', 'entry/no-object', 'entry/no-object'],
    });
  });
  it('damage before the entries costs none of them, and the creator is still known', async () => {
    const text = har(entry(1), entry(2)).replace('"version":"1.2"', '"version":"1.2",,"comment":\'edited\'');
    expect(await read(text)).toEqual({ times: ['1', '2'], notes: ['json/damaged'] });
    const { head } = await indexHar(memorySource(new TextEncoder().encode(text)));
    expect(head).toMatchObject({ log: { creator: { name: 'Test' } } });
  });
  it.each([
    ['{"log":{"version":"1.2","comment":"abc', 'file/truncated'],
    ['{"log":{"version":"1.2",', 'file/truncated'],
    ['{"log":{"version":"1.2" "comment":"abc"}}', 'json/damaged'],
  ])('damage where no entries follow is told all the same: %s', async (text, code) => {
    const { times, notes } = await read(text);
    expect(times).toEqual([]);
    expect(notes).toContain(code);
  });
  it('NUL padding is padding', async () => {
    expect(await read(`${har(entry(1))}\0\0\0`)).toEqual({ times: ['1'], notes: ['file/padding'] });
  });
  it('what stands behind the end is told', async () => {
    expect(await read(`${har(entry(1))} the end`)).toEqual({ times: ['1'], notes: ['file/trailing-data'] });
  });
  it('the entries of a second capture in the same file are added', async () => {
    expect(await read(`${har(entry(1))}\n${har(entry(2))}`)).toEqual({
      times: ['1', '2'],
      notes: ['file/concatenated'],
    });
  });
  it('a second entries array adds to the first', async () => {
    const text = har(entry(1)).replace(/\}\}$/, `,"entries":[${entry(2)}]}}`);
    expect(await read(text)).toEqual({ times: ['1', '2'], notes: ['log/entries-again'] });
  });
});

describe('what is said of JSON that is no capture', () => {
  it('names keys of its root that look like names, and never one that looks like a token', async () => {
    const keys = [
      'openapi',
      'x-api.v1',
      'a.person@example.test',
      'sk1live4TESTonly9TESTonly2',
      'Key of a person',
    ];
    const text = JSON.stringify(Object.fromEntries(keys.map((key) => [key, 1])));
    await expect(read(text)).rejects.toMatchObject({
      code: 'har/not-a-capture',
      message: expect.stringMatching(/its root has openapi, x-api\.v1\.$/),
    });
  });
  it('a key keeps a byte order mark that it begins with', async () => {
    const { members } = await indexHar(
      memorySource(new TextEncoder().encode('{"log":{"version":"1.2","\ufeffx":1,"entries":[]}}')),
    );
    expect(members.map((member) => member.key)).toEqual(['version', '\ufeffx']);
  });
});

describe('captures without their wrapping', () => {
  it.each([
    ['{entries}', `{"entries":[${entry(1)}]}`, 'entries'],
    ['a bare array', `[${entry(1)}]`, 'array'],
    ['a bare entry', entry(1).replace('}}', '},"response":{"status":200}}'), 'entry'],
  ] as const)('%s opens', async (_, text, shape) => {
    const scan = await indexHar(memorySource(new TextEncoder().encode(text)));
    expect({ shape: scan.shape, rows: scan.index.length }).toEqual({ shape, rows: 1 });
  });
  it('a bare entry that is damaged at its end keeps what stands before', async () => {
    const text = entry(1).replace(/\}$/, ',"response":{"status":200},"timings":{}x}\n');
    expect(await read(text)).toEqual({ times: ['1!'], notes: ['json/damaged'] });
  });
  it('bare entries one to a line open', async () => {
    const bare = (n: number): string => entry(n).replace(/\}$/, ',"response":{"status":200}}\n');
    expect(await read(bare(1) + bare(2) + bare(3))).toMatchObject({ times: ['1', '2', '3'] });
  });
  it('messages of an event source are no entries, though they begin as some do', async () => {
    const messages = '[{"time":1,"eventName":"message","eventId":"","data":"x"}]';
    const damaged = entry(2).replace(/\}$/, `x,"_eventSourceMessages":${messages}}`);
    expect(await read(har(entry(1), damaged, entry(3)))).toMatchObject({ times: ['1', '2!', '3'] });
  });
  it('entries that begin with their time are found again', async () => {
    const timeFirst = (n: number): string => `{"time":${n},"request":{"method":"GET"},"response":{}}`;
    const damaged = timeFirst(2).replace('"method"', '"method');
    expect(await read(har(timeFirst(1), damaged, timeFirst(3)))).toMatchObject({ times: ['1', '2!', '3'] });
  });
  it('a log without entries opens empty and says so', async () => {
    expect(await read('{"log":{"version":"1.2"}}')).toEqual({ times: [], notes: ['log/no-entries'] });
    expect(await read('{"log":{"version":"1.2","entries":{}}}')).toMatchObject({
      times: [],
      notes: expect.arrayContaining(['log/entries-no-array']),
    });
  });
  it('a load-test script is named as one', async () => {
    const script = JSON.stringify({
      log: { entries: [{ request: { method: 'GET', url: 'https://a.example.test/' } }] },
    });
    await expect(read(script)).rejects.toMatchObject({
      code: 'har/not-a-capture',
      message: expect.stringContaining('load-test'),
    });
  });
});

describe('while a file is being read', () => {
  const many = new TextEncoder().encode(har(...Array.from({ length: 3000 }, (_, n) => entry(n % 10))));

  it('rows are told as they are finished, in order, each once', async () => {
    const told: [number, number][] = [];
    let finishedBefore = -1;
    const { index } = await indexHar(memorySource(many), {
      chunkBytes: 4096,
      onRows(rows, from, to) {
        if (told.length === 0) finishedBefore = rows.length;
        told.push([from, to]);
      },
    });
    expect(index.length).toBe(3000);
    expect(finishedBefore).toBeLessThan(200);
    expect(told[0]?.[0]).toBe(0);
    expect(told.every(([from], at) => at === 0 || from === told[at - 1]?.[1])).toBe(true);
    expect(told.at(-1)?.[1]).toBe(3000);
  });

  it('reading stops when it is cancelled', async () => {
    const controller = new AbortController();
    const scan = indexHar(memorySource(many), {
      chunkBytes: 4096,
      signal: controller.signal,
      onRows: () => controller.abort(),
    });
    await expect(scan).rejects.toMatchObject({ code: 'har/cancelled' });
  });

  it('progress ends at the end', async () => {
    let last = 0;
    await indexHar(memorySource(many), { onProgress: ({ readBytes }) => (last = readBytes) });
    expect(last).toBe(many.length);
  });

  it('nesting beyond the limit is damage, not a crash', async () => {
    const deep = har(entry(1), `{"time":2,"x":${'['.repeat(5000)}${']'.repeat(5000)}}`, entry(3));
    expect(await read(deep)).toEqual({
      times: ['1', '2!', '3'],
      notes: expect.arrayContaining(['json/damaged']),
    });
  });
});
