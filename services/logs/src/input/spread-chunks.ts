import { open } from 'node:fs/promises';

/** Enough lines to see what is rare: 64 × 16 KiB are some five thousand. */
const PIECES = 64;
const PIECE_BYTES = 16 * 1024;

/**
 * Whole lines from all over a file, about a megabyte whatever its size; a small file as a whole. Each piece begins behind
 * a line feed and ends with one, and an empty chunk follows it: what comes next does not go on with it.
 */
export async function* spreadChunks(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const isSmall = size <= PIECES * PIECE_BYTES;
    const pieceBytes = isSmall ? size : PIECE_BYTES;
    for (let piece = 0; piece < (isSmall ? 1 : PIECES); piece++) {
      const position = isSmall ? 0 : Math.floor(((size - pieceBytes) / (PIECES - 1)) * piece);
      const bytes = Buffer.alloc(pieceBytes);
      const { bytesRead } = await handle.read(bytes, 0, pieceBytes, position);
      const read = bytes.subarray(0, bytesRead);
      const from = position === 0 ? 0 : read.indexOf(0x0a) + 1;
      const end = position + bytesRead >= size ? bytesRead : read.lastIndexOf(0x0a) + 1;
      if (end > from) yield read.subarray(from, end);
      yield new Uint8Array();
    }
  } finally {
    await handle.close();
  }
}
