import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { streamBlob } from './blob-stream.ts';

const bytes = new Uint8Array(50_000).map((_, at) => (at * 31) ^ (at >> 8));

const failed = (byteOffset: number): Error => new Error(`at ${byteOffset}`);

it('gives the bytes in their order, however long stretches and pieces are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(bytes.length),
      fc.integer({ min: 1, max: 60_000 }),
      fc.integer({ min: 500, max: 60_000 }),
      async (sizeBytes, stretchBytes, chunkBytes) => {
        fc.pre(sizeBytes / stretchBytes < 200);
        const blob = new Blob([bytes.subarray(0, sizeBytes)]);
        const pieces: Uint8Array[] = [];
        for await (const piece of streamBlob(blob, { chunkBytes, stretchBytes, failed })) {
          expect(piece.length).toBeLessThanOrEqual(chunkBytes);
          pieces.push(piece.slice());
        }
        expect(Buffer.concat(pieces).equals(Buffer.from(bytes.subarray(0, sizeBytes)))).toBe(true);
      },
    ),
    { numRuns: 50 },
  );
});

it('has the next stretch under way while one is read, and not before anything was read', async () => {
  const blob = new Blob([bytes]);
  const slice = vi.spyOn(blob, 'slice');
  const stream = streamBlob(blob, { chunkBytes: 1000, stretchBytes: 20_000, failed });
  await stream.next();
  expect(slice.mock.calls).toEqual([[0, 20_000]]);
  await stream.next();
  expect(slice.mock.calls).toEqual([
    [0, 20_000],
    [20_000, 40_000],
  ]);
  await stream.return(undefined);
});

it('says where it could not read on', async () => {
  const blob = new Blob([bytes]);
  const slice = blob.slice.bind(blob);
  vi.spyOn(blob, 'slice').mockImplementation((start, end) => {
    if (start === 0) return slice(start, end);
    const broken = new Blob([]);
    broken.stream = () =>
      new ReadableStream({ type: 'bytes', pull: () => Promise.reject(new Error('gone')) });
    return broken;
  });
  const read = async (): Promise<void> => {
    for await (const _ of streamBlob(blob, { chunkBytes: 1000, stretchBytes: 20_000, failed }));
  };
  await expect(read()).rejects.toThrow('at 20000');
});
