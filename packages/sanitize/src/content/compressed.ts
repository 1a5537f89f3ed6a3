import { Gunzip, gzipSync, Inflate, inflateSync, Unzlib, zlibSync } from 'fflate';

/** A compressed text and how to compress another one alike. */
export interface Compressed {
  readonly bytes: Uint8Array;
  readonly compress: (bytes: Uint8Array) => Uint8Array;
}

/** Above it a body counts as one that cannot be read: it could be a bomb. */
const MAX_INFLATED_BYTES = 64 * 1024 * 1024;

/** A body that unfolds to more than this many times its size was made to. */
const MAX_RATIO = 200;
/** Below it no ratio is suspicious. */
const FREE_BYTES = 1024 * 1024;

/**
 * What gzip or zlib bytes hold; `undefined` where they are neither, `'unreadable'` where they are and do not unfold
 * to their end, unfold too far, or have something behind them.
 */
export function decompress(bytes: Uint8Array): Compressed | 'unreadable' | undefined {
  const [first = 0, second = 0] = bytes;
  const isGzip = first === 0x1f && second === 0x8b;
  const isZlib = first === 0x78 && ((first << 8) | second) % 31 === 0;
  if (!isGzip && !isZlib) return undefined;
  const plain = isGzip ? unfold(new Gunzip(), bytes) : unfold(new Unzlib(), bytes);
  // Two bytes are a weak mark of zlib: what does not unfold is no zlib.
  if (plain === undefined) return isGzip ? 'unreadable' : undefined;
  if (plain === 'too-large' || (isZlib && adler32(plain) !== lastFour(bytes))) return 'unreadable';
  // mtime 0: the same content gives the same bytes, so that sanitizing twice is sanitizing once.
  return isGzip
    ? { bytes: plain, compress: (text) => gzipSync(text, { mtime: 0 }) }
    : { bytes: plain, compress: (text) => zlibSync(text) };
}

/** The check sum at the end of zlib data; another one there is of something else, which nobody has looked at. Spec: RFC 1950 §9. */
function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let at = 0; at < bytes.length; ) {
    for (const stop = Math.min(bytes.length, at + 3800); at < stop; at++) {
      a += bytes[at] as number;
      b += a;
    }
    a %= 65_521;
    b %= 65_521;
  }
  return ((b << 16) | a) >>> 0;
}

function lastFour(bytes: Uint8Array): number {
  return bytes.length < 4 ? -1 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4);
}

const PIECE_BYTES = 65_536;

function unfold(stream: Gunzip | Unzlib, bytes: Uint8Array): Uint8Array | 'too-large' | undefined {
  const pieces: Uint8Array[] = [];
  let size = 0;
  stream.ondata = (piece) => {
    pieces.push(piece);
    size += piece.length;
  };
  try {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      stream.push(bytes.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= bytes.length);
      if (size > MAX_INFLATED_BYTES || (size > FREE_BYTES && size > bytes.length * MAX_RATIO))
        return 'too-large';
    }
  } catch {
    return undefined;
  }
  return joined(pieces, size);
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Raw deflate, as SAML's redirect binding has it; `undefined` where it does not unfold. Spec: SAML bindings §3.4.4.1. */
export function inflateRaw(bytes: Uint8Array): Uint8Array | undefined {
  // There is no third type of block; a quarter of all that is none of it shows it here. Spec: RFC 1951 §3.2.3.
  if (((bytes[0] ?? 0) & 6) === 6) return undefined;
  try {
    return MOST_GROWTH * bytes.length <= SCRATCH_BYTES ? inflateSmall(bytes) : inflateLarge(bytes);
  } catch {
    return undefined;
  }
}

/** Deflate unfolds a byte to no more: 258 for two bits. Spec: RFC 1951 §3.2.5. */
const MOST_GROWTH = 1032;

/** Room for what four kilobytes of deflate can become; the system gives what is written to, and no more. */
const SCRATCH_BYTES = 4 * 1024 * 1024;

let scratch: Uint8Array<ArrayBuffer> | undefined;

/** Nearly all that is tried is no deflate: room of its own for each would cost more than to find that out. */
function inflateSmall(bytes: Uint8Array): Uint8Array | undefined {
  scratch ??= new Uint8Array(SCRATCH_BYTES);
  const plain = inflateSync(bytes, { out: scratch });
  return plain.length === 0 ? undefined : plain.slice();
}

function inflateLarge(bytes: Uint8Array): Uint8Array | undefined {
  let size = 0;
  const pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => {
    pieces.push(piece);
    size += piece.length;
  });
  inflate.push(bytes, true);
  return size === 0 || size > MAX_INFLATED_BYTES ? undefined : joined(pieces, size);
}
