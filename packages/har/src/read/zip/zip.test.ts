import { gzipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../source/memory-source.ts';
import { fiddlerArchive, zipOf } from '../testing/fiddler-archive.ts';
import { type UnwrapOptions, unwrap } from '../unwrap.ts';

const har = (name: string) =>
  strToU8(`{"log":{"version":"1.2","creator":{"name":"${name}","version":"1"},"entries":[]}}`);

async function open(file: Uint8Array, options: UnwrapOptions = {}) {
  const unwrapped = await unwrap(memorySource(file), options);
  const { source, container, notes, openAttached } = unwrapped;
  const text = new TextDecoder().decode(await source.read(0, source.sizeBytes));
  return {
    creator: JSON.parse(text).log.creator.name,
    container,
    notes: notes.map((note) => note.code),
    openAttached,
  };
}

describe('a zip', () => {
  it('of one capture opens it, whatever it is called', async () => {
    const { creator, container } = await open(
      await zipOf([
        ['readme.txt', strToU8('hello')],
        ['capture.log', har('one')],
      ]),
    );
    expect(creator).toBe('one');
    expect(container).toEqual({ format: 'har', wrappings: ['zip'], member: 'capture.log', otherMembers: [] });
  });

  it('of several captures opens the first by name and lists the others, or the one asked for', async () => {
    const file = await zipOf([
      ['b.har', har('b')],
      ['logs/a.har', gzipSync(har('a'))],
      ['a.har', har('first')],
      ['package.json', strToU8('{}')],
    ]);
    const first = await open(file);
    expect(first).toMatchObject({ creator: 'first', notes: ['zip/several-captures'] });
    expect(first.container.otherMembers).toEqual(['b.har', 'logs/a.har']);
    const asked = await open(file, { member: 'logs/a.har' });
    expect(asked).toMatchObject({ creator: 'a', notes: [] });
    expect(asked.container).toMatchObject({ wrappings: ['zip', 'gzip'], member: 'logs/a.har' });
    await expect(open(file, { member: 'c.har' })).rejects.toMatchObject({
      code: 'har/not-a-capture',
      nextStep: expect.stringContaining('b.har'),
    });
  });

  it('that Playwright wrote hands out the bodies beside the HAR', async () => {
    const { creator, openAttached } = await open(
      await zipOf([
        ['1f2e.json', strToU8('{"a":1}')],
        ['har.har', har('Playwright')],
      ]),
    );
    expect(creator).toBe('Playwright');
    expect(new TextDecoder().decode(await openAttached?.('1f2e.json'))).toBe('{"a":1}');
    expect(await openAttached?.('../secret')).toBeUndefined();
  });

  it('hands out a body as often as it is asked for, also after the signal for opening', async () => {
    const abort = new AbortController();
    const file = await zipOf([
      ['body.txt', strToU8('x'.repeat(1000))],
      ['har.har', har('Playwright')],
    ]);
    const { openAttached } = await open(file, { limits: { maxInflatedBytes: 4000 }, signal: abort.signal });
    abort.abort();
    for (let time = 0; time < 9; time++) expect((await openAttached?.('body.txt'))?.length).toBe(1000);
  });

  it('with a Fiddler archive in it opens that', async () => {
    const saz = await fiddlerArchive({ 1: { response: 'HTTP/1.1 200 OK\r\n\r\n' } });
    const { container } = await open(
      await zipOf([
        ['mail.txt', strToU8('see attachment')],
        ['case.saz', saz],
      ]),
    );
    expect(container).toMatchObject({ format: 'saz', wrappings: ['zip'], member: 'case.saz' });
  });

  it('without a capture says so', async () => {
    await expect(open(await zipOf([['a.txt', strToU8('hello')]]))).rejects.toMatchObject({
      code: 'har/not-a-capture',
    });
    await expect(open(await zipOf([]))).rejects.toMatchObject({ code: 'har/not-a-capture' });
  });
});

describe('a zip that was cut', () => {
  const response = `HTTP/1.1 200 OK\r\n\r\n${Array.from({ length: 3000 }, (_, at) => (at * 7919) % 10_007)}`;
  const sessions = Object.fromEntries([1, 2, 3, 4].map((id) => [id, { response }]));

  it('anywhere gives the sessions before the cut', async () => {
    const file = await fiddlerArchive(sessions);
    for (const [share, count] of [
      [0.3, 2],
      [0.6, 3],
      [0.95, 4],
    ] as const) {
      const unwrapped = await unwrap(memorySource(file.subarray(0, file.length * share)));
      const { source, notes } = unwrapped;
      const { log } = JSON.parse(new TextDecoder().decode(await source.read(0, source.sizeBytes)));
      expect(log.entries).toHaveLength(count);
      expect(log.entries[0].response.content.text).toHaveLength(response.length - 19);
      expect(notes.map((note) => note.code)).toContain('zip/cut');
    }
  });

  it('gives what is there of its capture', async () => {
    const long = strToU8(
      `{"log":{"entries":[${Array.from({ length: 9000 }, (_, at) => (at * 7919) % 10_007)}]}}`,
    );
    const file = await zipOf([['a.har', long]]);
    const { source, notes } = await unwrap(memorySource(file.subarray(0, file.length / 2)));
    const text = new TextDecoder().decode(await source.read(0, source.sizeBytes));
    expect(new TextDecoder().decode(long).startsWith(text)).toBe(true);
    expect(text.length).toBeGreaterThan(5000);
    expect(notes.map((note) => note.code)).toEqual(['zip/cut', 'zip/member-damaged']);
  });
});
