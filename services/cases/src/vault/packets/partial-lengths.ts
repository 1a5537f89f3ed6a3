/** Body lengths of all pieces but the last are a power of two. 64 KiB is what gpg's own buffers take at once. */
const pieceBits = 16;
const pieceBytes = 1 << pieceBits;

/**
 * One packet whose length is not known when it begins: pieces of 64 KiB, each behind its length, and a last one.
 * Spec: RFC 9580 §4.2.1.4, partial body lengths.
 */
export async function* packetOf(
  tag: number,
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield Uint8Array.of(0xc0 | tag);
  let piece = new Uint8Array(1 + pieceBytes);
  let filled = 0;
  for await (const bytes of body) {
    for (let at = 0; at < bytes.length; ) {
      // Written only when more is there: the last piece needs another kind of length.
      if (filled === pieceBytes) {
        piece[0] = 0xe0 | pieceBits;
        yield piece;
        piece = new Uint8Array(1 + pieceBytes);
        filled = 0;
      }
      const part = bytes.subarray(at, at + pieceBytes - filled);
      piece.set(part, 1 + filled);
      filled += part.length;
      at += part.length;
    }
  }
  yield lastLength(filled);
  yield piece.subarray(1, 1 + filled);
}

/** Five octets for any length; shorter forms would save four bytes a file. */
function lastLength(length: number): Uint8Array {
  const bytes = new Uint8Array(5);
  bytes[0] = 0xff;
  new DataView(bytes.buffer).setUint32(1, length);
  return bytes;
}
