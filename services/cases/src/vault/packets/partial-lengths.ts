/** Lengths of all pieces but the last are a power of two. 64 KiB stay below what an allocator fetches anew each time. */
const pieceBits = 16;
const pieceBytes = 1 << pieceBits;
const pieceHeader = Uint8Array.of(0xe0 | pieceBits);

/**
 * One packet whose length is not known when it begins: pieces of 64 KiB, each behind its length, and a last one. What lies
 * whole in the bytes of `body` is handed on as it lies there, and is valid for as long.
 * Spec: RFC 9580 §4.2.1.4, partial body lengths.
 */
export async function* packetOf(
  tag: number,
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield Uint8Array.of(0xc0 | tag);
  let rest = newPiece();
  let filled = 0;
  for await (const bytes of body) {
    let at = 0;
    if (filled > 0) {
      at = Math.min(bytes.length, pieceBytes - filled);
      rest.set(bytes.subarray(0, at), filled);
      filled += at;
      if (filled < pieceBytes) continue;
      yield pieceHeader;
      yield rest;
      rest = newPiece();
    }
    for (; at + pieceBytes <= bytes.length; at += pieceBytes) {
      yield pieceHeader;
      yield bytes.subarray(at, at + pieceBytes);
    }
    rest.set(bytes.subarray(at));
    filled = bytes.length - at;
  }
  yield lastLength(filled);
  yield rest.subarray(0, filled);
}

/** Of its own, not out of a pool that others see into; every byte of it is written before it is handed on. */
function newPiece(): Uint8Array {
  return Buffer.allocUnsafeSlow(pieceBytes);
}

/** Five octets for any length; shorter forms would save four bytes a file. */
function lastLength(length: number): Uint8Array {
  const bytes = new Uint8Array(5);
  bytes[0] = 0xff;
  new DataView(bytes.buffer).setUint32(1, length);
  return bytes;
}
