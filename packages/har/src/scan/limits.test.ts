import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../source/byte-source.ts';
import { memorySource } from '../source/memory-source.ts';
import { indexHar } from './index-har.ts';

const encoder = new TextEncoder();

function harOf(entries: readonly unknown[]): Uint8Array {
  return encoder.encode(
    JSON.stringify({ log: { version: '1.2', creator: { name: 'Test', version: '1' }, entries } }),
  );
}

const entry = {
  startedDateTime: '2025-01-01T00:00:00Z',
  time: 1,
  request: { method: 'GET', url: 'https://a.example.test/' },
};

describe.each(['typescript', 'wasm'] as const)('the %s engine', (engine) => {
  it('refuses more entries than the limit and takes as many', async () => {
    const bytes = harOf(new Array(300).fill(entry));
    const limited = (maxEntries: number) =>
      indexHar(memorySource(bytes), { engine, chunkBytes: 1024, limits: { maxEntries } });
    expect((await limited(300)).index.length).toBe(300);
    await expect(limited(100)).rejects.toMatchObject({ code: 'har/too-large' });
  });

  it('refuses more entries than the limit where one read holds them all', async () => {
    const scan = indexHar(memorySource(harOf([entry, entry, entry])), { engine, limits: { maxEntries: 2 } });
    await expect(scan).rejects.toMatchObject({ code: 'har/too-large' });
  });

  it('leaves out an entry longer than the limit, says so and keeps its neighbours', async () => {
    const long = { ...entry, time: 2, comment: 'x'.repeat(5000) };
    const bytes = harOf([entry, long, { ...entry, time: 3 }]);
    const { index, notes } = await indexHar(memorySource(bytes), { engine, limits: { maxEntryBytes: 1000 } });
    expect([...index.columns.timeMs.subarray(0, index.length)]).toEqual([1, 3]);
    expect(notes).toEqual([
      expect.objectContaining({ code: 'entry/too-long', byteOffset: expect.any(Number) }),
    ]);
  });

  it.each([1, 2, 3, 4, 5])('reads entries leniently that nest deeper than %i', async (maxDepth) => {
    const bytes = harOf([entry, { ...entry, time: 2 }, { ...entry, time: 3, x: [[[1]]] }]);
    const { index, notes } = await indexHar(memorySource(bytes), { engine, limits: { maxDepth } });
    expect([...index.columns.timeMs.subarray(0, index.length)]).toEqual([1, 2, 3]);
    expect(notes[0]).toMatchObject({ code: 'json/damaged', found: 'nested too deep' });
  });

  it.each([Number.NaN, -5, 0, 1.5, 1e9, Number.POSITIVE_INFINITY])(
    'reads with %d as the size of a chunk and as the limit of nesting, within sense',
    async (number) => {
      const bytes = harOf(new Array(50).fill(entry));
      const options = { engine, chunkBytes: number, limits: { maxDepth: number } };
      expect((await indexHar(memorySource(bytes), options)).index.length).toBe(50);
    },
  );

  it('reads a few KiB again after damage, not all that it read ahead', async () => {
    const bytes = encoder.encode(
      `{"log":{"version":"1.2","entries":[${new Array(1000).fill('{"time":1x}').join()}]}}${' '.repeat(1e6)}`,
    );
    const source = memorySource(bytes);
    let readBytes = 0;
    const counting = {
      ...source,
      read(offset: number, length: number) {
        readBytes += Math.min(length, bytes.length - offset);
        return source.read(offset, length);
      },
      readSync(offset: number, target: Uint8Array) {
        readBytes += target.length;
        return source.readSync?.(offset, target) ?? 0;
      },
    };
    expect((await indexHar(counting, { engine })).index.length).toBe(1000);
    expect((readBytes - bytes.length) / 1000).toBeLessThan(24 * 1024);
  });

  it.each([
    ['brackets around nothing', '{}'.repeat(200_000)],
    ['documents without a log', '{x{"request":1}]}}'.repeat(30_000)],
  ])('does not look for entries again and again in %s', async (_, text) => {
    const bytes = encoder.encode(text);
    const source = memorySource(bytes);
    let longReads = 0;
    let reads = 0;
    const counting = {
      ...source,
      read(offset: number, length: number) {
        if (length > 64 * 1024) longReads++;
        reads++;
        return source.read(offset, length);
      },
    };
    await expect(indexHar(counting, { engine })).rejects.toMatchObject({ code: 'har/not-json' });
    expect(reads).toBeGreaterThan(1000);
    // A thousand notes look for their lines, in long pieces.
    expect(longReads).toBeLessThan(1100);
  });

  it('survives a hundred thousand open brackets with a note, and keeps the entries around them', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const text = `{"log":{"version":"1.2","entries":[${JSON.stringify(entry)},{"x":${deep},"request":{}},${JSON.stringify(entry)}]}}`;
    const { index, notes } = await indexHar(memorySource(encoder.encode(text)), { engine });
    expect(index.length).toBe(3);
    expect(notes[0]).toMatchObject({ code: 'json/damaged', entryIndex: 1 });
  });

  it('stops when it is cancelled', async () => {
    const controller = new AbortController();
    const scan = indexHar(memorySource(harOf(new Array(5000).fill(entry))), {
      engine,
      chunkBytes: 4096,
      signal: controller.signal,
      onRows: () => controller.abort(),
    });
    await expect(scan).rejects.toMatchObject({ code: 'har/cancelled' });
  });

  it('tells every row once, in order, and the first ones before the file was read', async () => {
    const bytes = harOf(new Array(2000).fill(entry));
    const told: [number, number][] = [];
    let readTo = 0;
    let readAtFirstRows = -1;
    const { index } = await indexHar(memorySource(bytes), {
      engine,
      chunkBytes: 4096,
      onProgress: ({ readBytes }) => {
        readTo = readBytes;
      },
      onRows: (_, from, to) => {
        if (told.length === 0) readAtFirstRows = readTo;
        told.push([from, to]);
      },
    });
    expect(told[0]?.[0]).toBe(0);
    expect(told.at(-1)?.[1]).toBe(index.length);
    for (let at = 1; at < told.length; at++) expect(told[at]?.[0]).toBe(told[at - 1]?.[1]);
    expect(readAtFirstRows).toBeLessThan(bytes.length);
    expect(told.length).toBeGreaterThan(1);
  });

  it('tells a window of rows although a few were told before and the rest of the file does not come', async () => {
    const bytes = harOf(new Array(2000).fill(entry));
    const source: ByteSource = {
      sizeBytes: bytes.length,
      read: async (offset, length) => bytes.subarray(offset, offset + length),
      stream: async function* () {
        // Longer than a turn: the few entries of the first piece are told.
        await new Promise((resolve) => setTimeout(resolve, 20));
        yield bytes.subarray(0, 2000);
        yield bytes.subarray(2000, 40_000);
        await new Promise(() => {});
      },
    };
    const told: number[] = [];
    const shown = new Promise<void>((resolve) => {
      const onRows = (_: unknown, _from: number, to: number): void => {
        told.push(to);
        if (to >= 50) resolve();
      };
      void indexHar(source, { engine, onRows });
    });
    await shown;
    expect(told[0]).toBeLessThan(50);
  });
});
