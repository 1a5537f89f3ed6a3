import type { ByteSource } from '../source/byte-source.ts';

/** A place in a text as an editor shows it. Both are 1-based; the column counts bytes. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

const PIECE_BYTES = 1 << 20;

/** Counts the lines before a byte. Reads the file up to there, so it is asked only about damage. */
export async function locateLine(source: ByteSource, byteOffset: number): Promise<TextPosition> {
  let line = 1;
  let lineStart = 0;
  for (let at = 0; at < byteOffset; ) {
    const bytes = await source.read(at, Math.min(PIECE_BYTES, byteOffset - at));
    if (bytes.length === 0) break;
    for (let feed = bytes.indexOf(0x0a); feed >= 0; feed = bytes.indexOf(0x0a, feed + 1)) {
      line++;
      lineStart = at + feed + 1;
    }
    at += bytes.length;
  }
  return { line, column: byteOffset - lineStart + 1 };
}
