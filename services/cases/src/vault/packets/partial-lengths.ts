/** Lengths of all pieces but the last are a power of two; from 256 KiB on, larger ones make nothing faster. */
const pieceBits = 18;
const pieceBytes = 1 << pieceBits;

/**
 * One packet whose length is not known when it begins: pieces of 256 KiB, each behind its length, and a last one.
 * Bytes are copied, so `body` may use its memory again.
 * Spec: RFC 9580 §4.2.1.4, partial body lengths.
 */
export async function* packetOf(
  tag: number,
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield Uint8Array.of(0xc0 | tag);
  let piece = newPiece();
  let filled = 0;
  for await (const bytes of body) {
    for (let at = 0; at < bytes.length; ) {
      // Written only when more is there: the last piece needs another kind of length.
      if (filled === pieceBytes) {
        piece[0] = 0xe0 | pieceBits;
        yield piece;
        piece = newPiece();
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

/** Of its own, not out of a pool that others see into; every byte of it is written before it is handed on. */
function newPiece(): Uint8Array {
  return Buffer.allocUnsafeSlow(1 + pieceBytes);
}

/** Five octets for any length; shorter forms would save four bytes a file. */
function lastLength(length: number): Uint8Array {
  const bytes = new Uint8Array(5);
  bytes[0] = 0xff;
  new DataView(bytes.buffer).setUint32(1, length);
  return bytes;
}
