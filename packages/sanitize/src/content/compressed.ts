import { gunzipSync, gzipSync, Inflate, inflateSync, zlibSync } from 'fflate';

/** A compressed text and how to compress another one alike. */
export interface Compressed {
  readonly bytes: Uint8Array;
  readonly compress: (bytes: Uint8Array) => Uint8Array;
}

/** Above it a body counts as one that cannot be read: it could be a bomb. */
const MAX_INFLATED_BYTES = 64 * 1024 * 1024;

/** What gzip or zlib bytes hold; `undefined` where they are neither, `'unreadable'` where they are and do not unfold. */
export function decompress(bytes: Uint8Array): Compressed | 'unreadable' | undefined {
  const [first = 0, second = 0] = bytes;
  const isGzip = first === 0x1f && second === 0x8b;
  const isZlib = first === 0x78 && ((first << 8) | second) % 31 === 0;
  if (!isGzip && !isZlib) return undefined;
  try {
    if (isGzip) {
      // The last four bytes say how long it is; the reader below counts for itself.
      const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(
        bytes.length - 4,
        true,
      );
      if (size > MAX_INFLATED_BYTES) return 'unreadable';
      // mtime 0: the same content gives the same bytes, so that sanitizing twice is sanitizing once.
      return {
        bytes: gunzipSync(bytes, { out: new Uint8Array(size) }),
        compress: (plain) => gzipSync(plain, { mtime: 0 }),
      };
    }
    const plain = inflateCapped(bytes);
    return plain === undefined ? 'unreadable' : { bytes: plain, compress: (text) => zlibSync(text) };
  } catch {
    // Two bytes are a weak mark of zlib: what does not unfold is no zlib.
    return isGzip ? 'unreadable' : undefined;
  }
}

function inflateCapped(bytes: Uint8Array): Uint8Array | undefined {
  let size = 0;
  const counter = new Inflate((piece) => {
    size += piece.length;
  });
  // Without the two bytes of zlib's head.
  for (let at = 2; at < bytes.length; at += 65_536) {
    counter.push(bytes.subarray(at, at + 65_536), at + 65_536 >= bytes.length);
    if (size > MAX_INFLATED_BYTES) return undefined;
  }
  return inflateSync(bytes.subarray(2), { out: new Uint8Array(size) });
}

/** Raw deflate, as SAML's redirect binding has it; `undefined` where it does not unfold. Spec: SAML bindings §3.4.4.1. */
export function inflateRaw(bytes: Uint8Array): Uint8Array | undefined {
  let size = 0;
  const pieces: Uint8Array[] = [];
  try {
    const inflate = new Inflate((piece) => {
      pieces.push(piece);
      size += piece.length;
    });
    inflate.push(bytes, true);
  } catch {
    return undefined;
  }
  if (size === 0 || size > MAX_INFLATED_BYTES) return undefined;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
