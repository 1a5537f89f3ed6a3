import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockCache } from './block-cache.ts';
import { memorySource } from './memory-source.ts';

const bytes = Uint8Array.from({ length: 3_500_000 }, (_, at) => (at * 7 + (at >> 8)) & 255);

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
