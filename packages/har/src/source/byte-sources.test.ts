import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { fileSource, nodeSpool, stdinSource } from '../adapters/node/index.ts';
import { blobSource } from './blob-source.ts';
import type { ByteSource, Spool } from './byte-source.ts';
import { memorySource } from './memory-source.ts';
import { memorySpool } from './memory-spool.ts';
import { subSource } from './sub-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'sources-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytes = new Uint8Array(100_000).map((_, at) => (at * 31) ^ (at >> 8));
const path = join(folder, 'capture.har');
writeFileSync(path, bytes);

async function spooled(spool: Spool): Promise<ByteSource> {
  for (let from = 0; from < bytes.length; from += 7777) await spool.write(bytes.subarray(from, from + 7777));
  return spool.finish();
}

const sources: [string, () => ByteSource | Promise<ByteSource>][] = [
  ['memory', () => memorySource(bytes)],
  ['a Blob', () => blobSource(new Blob([bytes]))],
  ['a file', () => fileSource(path)],
  ['a part', () => subSource(memorySource(new Uint8Array([1, 2, 3, ...bytes, 4, 5])), 3, bytes.length)],
  [
    'a part of a Blob',
    () => subSource(blobSource(new Blob([new Uint8Array(9), bytes, 'x'])), 9, bytes.length),
  ],
  ['a memory spool', () => spooled(memorySpool())],
  ['a spool in a file', () => spooled(nodeSpool({ memoryBytes: 10_000, directory: folder })())],
  [
    'standard input',
    () =>
      stdinSource(
        memorySpool,
        (async function* () {
          yield bytes.subarray(0, 9);
          yield bytes.subarray(9);
        })(),
      ),
  ],
];

describe.each(sources)('%s', (_what, open) => {
  it('gives the same bytes however it is read', async () => {
    const source = await open();
    expect(source.sizeBytes).toBe(bytes.length);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length + 10), fc.nat(5000), async (offset, length) => {
        const expected = Buffer.from(bytes.subarray(offset, offset + length));
        expect(expected.equals(await source.read(offset, length))).toBe(true);
        const target = new Uint8Array(length);
        const count = source.readSync?.(offset, target) ?? expected.length;
        expect(count).toBe(expected.length);
        if (source.readSync) expect(expected.equals(target.subarray(0, count))).toBe(true);
      }),
      { numRuns: 30 },
    );
    for (const chunkBytes of [1000, 65_536, 1_000_000]) {
      const pieces: Buffer[] = [];
      for await (const piece of source.stream(chunkBytes)) pieces.push(Buffer.from(piece));
      expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
    }
    await source.close?.();
  });

  it('stops when it is cancelled', async () => {
    const source = await open();
    const abort = new AbortController();
    const reading = (async () => {
      for await (const _piece of source.stream(1000, abort.signal)) abort.abort();
    })();
    await expect(reading).rejects.toMatchObject({ code: 'har/cancelled' });
    await source.close?.();
  });
});

it('a memory spool of several pieces gives the bytes across their borders', async () => {
  const spool = memorySpool();
  const large = new Uint8Array(20_000_003).map((_, at) => at % 251);
  for (let from = 0; from < large.length; from += 3_333_333)
    await spool.write(large.subarray(from, from + 3_333_333));
  const source = await spool.finish();
  expect(source.sizeBytes).toBe(large.length);
  const border = 8 * 1024 * 1024;
  expect(Buffer.compare(await source.read(border - 5, 10), large.subarray(border - 5, border + 5))).toBe(0);
  const all = new Uint8Array(large.length);
  expect(source.readSync?.(0, all)).toBe(large.length);
  expect(Buffer.compare(all, large)).toBe(0);
});

it('a memory spool refuses more than a browser can hold', async () => {
  const spool = memorySpool(undefined, 1000);
  await spool.write(new Uint8Array(900));
  await expect(spool.write(new Uint8Array(101))).rejects.toMatchObject({ code: 'har/too-large' });
});

describe('a spool in Node', () => {
  const options = { memoryBytes: 1000, directory: folder };

  it('leaves nothing on the disk, not even while it is open', async () => {
    const before = readdirSync(folder);
    const spool = nodeSpool(options)();
    await spool.write(new Uint8Array(5000));
    expect(readdirSync(folder)).toEqual(before);
    const source = await spool.finish();
    expect(readdirSync(folder)).toEqual(before);
    await source.close?.();
    await expect(source.read(0, 1)).rejects.toMatchObject({ code: 'har/source-failed' });
  });

  it('that is thrown away leaves nothing', async () => {
    const before = readdirSync(folder);
    for (const length of [10, 5000]) {
      const spool = nodeSpool(options)();
      await spool.write(new Uint8Array(length));
      await spool.discard();
    }
    expect(readdirSync(folder)).toEqual(before);
  });

  it('says where it cannot write', async () => {
    const spool = nodeSpool({ memoryBytes: 0, directory: join(folder, 'nowhere') })();
    await expect(spool.write(new Uint8Array(1))).rejects.toMatchObject({ code: 'har/source-failed' });
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });
});

describe('a file that cannot be opened', () => {
  it.each([
    ['missing.har', /no such file/],
    ['.', /directory/],
    ['capture.har/x', /no such file/],
  ])('%s is named with the reason', (name, message) => {
    expect(() => fileSource(join(folder, name))).toThrow(
      expect.objectContaining({ code: 'har/source-failed', message: expect.stringMatching(message) }),
    );
  });
});
