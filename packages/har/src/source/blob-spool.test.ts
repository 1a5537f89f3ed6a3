import { expect, it } from 'vitest';
import { blobSpool } from './blob-spool.ts';

it('gives back what was written, as a source and as a Blob, though the writer used its memory again', async () => {
  const spool = blobSpool();
  const bytes = new Uint8Array(3_000_000);
  for (let piece = 0; piece < 5; piece++) {
    bytes.fill(piece);
    await spool.write(bytes);
  }
  const source = await spool.finish();
  expect(source.sizeBytes).toBe(15_000_000);
  for (let piece = 0; piece < 5; piece++)
    expect([...(await source.read(piece * 3_000_000 + 10, 2))]).toEqual([piece, piece]);
  expect(spool.blob().size).toBe(15_000_000);
});
