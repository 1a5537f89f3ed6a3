import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blobSource } from './blob-source.ts';
import { blockCache } from './block-cache.ts';
import type { ByteSource } from './byte-source.ts';
import { memorySource } from './memory-source.ts';

const bytes = Uint8Array.from({ length: 3_500_000 }, (_, at) => (at * 7 + (at >> 8)) & 255);

/** A Blob that gives its bytes in pieces, as those of a browser do: a file comes in pieces of 64 KiB. */
class PiecemealBlob extends Blob {
  readonly #bytes: Uint8Array;

  constructor(content: Uint8Array<ArrayBuffer>) {
    super([content]);
    this.#bytes = content;
  }

  override slice(start?: number, end?: number): Blob {
    return new PiecemealBlob(new Uint8Array(this.#bytes.slice(start, end)));
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    let at = 0;
    return new ReadableStream({
      type: 'bytes',
      pull: (controller) => {
        const piece = this.#bytes.slice(at, at + 20_000);
        at += piece.length;
        if (piece.length > 0) controller.enqueue(piece);
        else {
          controller.close();
          controller.byobRequest?.respond(0);
        }
      },
    }) as ReadableStream<Uint8Array<ArrayBuffer>>;
  }
}

/** A Blob, and how much memory it was given to read into. */
function countedBlob(): { readonly source: ByteSource; given(): number; read(): number } {
  const plain = blobSource(new PiecemealBlob(bytes));
  const known = new WeakSet<ArrayBuffer>();
  let given = 0;
  let reads = 0;
  const readInto: ByteSource['readInto'] = async (offset, memory, length) => {
    if (!known.has(memory)) given++;
    reads++;
    const read = await plain.readInto?.(offset, memory, length);
    if (read === undefined) throw new Error('Blobs are read into memory that is there.');
    known.add(read.buffer);
    return read;
  };
  return { source: { ...plain, readInto }, given: () => given, read: () => reads };
}

const small = { blockBytes: 64 * 1024, blocks: 3 };

describe('a source behind a cache of blocks', () => {
  it('reads what the source reads, wherever and however much', async () => {
    const plain = memorySource(bytes);
    const cached = blockCache(plain);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length + 10),
        fc.oneof(fc.nat(200), fc.nat(1_500_000)),
        async (offset, length) => {
          // Compared as bytes: a matcher would look at each of a million.
          expect(Buffer.compare(await cached.read(offset, length), await plain.read(offset, length))).toBe(0);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('reads a Blob so, too, whoever reads at the same time', async () => {
    const { source } = countedBlob();
    const cached = blockCache(source, small);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(40_000)), { maxLength: 12 }),
        async (places) => {
          const read = await Promise.all(places.map(([offset, length]) => cached.read(offset, length)));
          for (const [at, [offset, length]] of places.entries())
            expect(Buffer.compare(read[at] as Uint8Array, bytes.subarray(offset, offset + length))).toBe(0);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('reads a large Blob into the memory of few blocks', async () => {
    const { source, given, read } = countedBlob();
    const cached = blockCache(source, small);
    for (let offset = 0; offset < 3_400_000; offset += 10_000)
      expect(Buffer.compare(await cached.read(offset, 9000), bytes.subarray(offset, offset + 9000))).toBe(0);
    expect(read()).toBe(52);
    expect(given()).toBeLessThanOrEqual(small.blocks + 1);
  });

  it('reads into memory that somebody has, again and again, over the edges of blocks and at the end', async () => {
    const cached = blockCache(countedBlob().source, small);
    let memory = new ArrayBuffer(200_000);
    for (const [offset, length] of [
      [10, 200_000],
      [65_000, 3000],
      [3_450_000, 200_000],
      [3_600_000, 10],
    ] as const) {
      const read = await cached.readInto?.(offset, memory, length);
      expect(read?.buffer).toBe(memory);
      expect(Buffer.compare(read as Uint8Array, bytes.subarray(offset, offset + length))).toBe(0);
      memory = (read as Uint8Array<ArrayBuffer>).buffer;
    }
  });

  it('asks the source once for what lies together', async () => {
    let reads = 0;
    const plain = memorySource(bytes);
    const cached = blockCache({
      sizeBytes: plain.sizeBytes,
      stream: plain.stream.bind(plain),
      read: (offset, length) => {
        reads++;
        return plain.read(offset, length);
      },
    });
    for (let offset = 0; offset < 3_000_000; offset += 1000) await cached.read(offset, 900);
    expect(reads).toBe(3);
  });

  it('gives bytes that the reader may change', async () => {
    const cached = blockCache(memorySource(bytes));
    const first = await cached.read(10, 5);
    first.fill(0);
    expect([...(await cached.read(10, 5))]).toEqual([...bytes.subarray(10, 15)]);
  });
});
