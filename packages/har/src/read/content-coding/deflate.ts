import { Gunzip, Inflate, Unzlib } from 'fflate';
import { Decompress as Zstd, ZstdErrorCode } from 'fzstd';
import { adler32, crc32 } from '../gzip/checksum.ts';
import { type Decoded, DecodedBytes } from './decoded.ts';

/** A decoder that takes pieces and hands what they give to `take`. */
type StartDecoder = (take: (bytes: Uint8Array) => void) => {
  push(piece: Uint8Array, isLast?: boolean): unknown;
};

// A piece of 16 KiB unfolds to 16 MB of deflate at most, so a bomb is met before it fills the memory.
const PIECE_BYTES = 16 * 1024;
// zstd repeats 128 KiB out of four bytes.
const ZSTD_PIECE_BYTES = 512;
/** Beyond this a frame asks for memory that no HTTP client gives: RFC 9659 allows 8 MiB. */
const MAX_ZSTD_WINDOW_BYTES = 32 * 1024 * 1024;
/** fflate's "unexpected end"; fzstd has its own number for it. */
const FFLATE_CUT = 0;

/** `gzip` (RFC 9110 §8.4.1.3), also several members in a row. */
export function decodeGzip(bytes: Uint8Array, maxBytes: number): Decoded {
  let members = 1;
  const start: StartDecoder = (take) => {
    const inflater = new Gunzip(take);
    inflater.onmember = () => members++;
    return inflater;
  };
  const decoded = drain(start, bytes, maxBytes, PIECE_BYTES, FFLATE_CUT);
  // fflate is silent where the cut falls between two symbols; the checksum tells.
  if (decoded.trouble !== undefined || members > 1) return decoded;
  return endsWith(bytes, 8, true, crc32(decoded.bytes)) ? decoded : { ...decoded, trouble: 'cut' };
}

/** `deflate` means zlib (RFC 9110 §8.4.1.2), but servers exist that send bare deflate. */
export function decodeDeflate(bytes: Uint8Array, maxBytes: number): Decoded {
  const [first = 0, second = 0] = bytes;
  const isZlib = (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
  const decoded = drain(
    (take) => (isZlib ? new Unzlib(take) : new Inflate(take)),
    bytes,
    maxBytes,
    PIECE_BYTES,
    FFLATE_CUT,
  );
  if (decoded.trouble !== undefined || !isZlib) return decoded;
  return endsWith(bytes, 4, false, adler32(decoded.bytes)) ? decoded : { ...decoded, trouble: 'cut' };
}

/** Whether the checksum stands where it belongs, `fromEnd` bytes before the end. */
function endsWith(bytes: Uint8Array, fromEnd: number, isLittleEndian: boolean, sum: number): boolean {
  if (bytes.length < fromEnd) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return view.getUint32(bytes.length - fromEnd, isLittleEndian) === sum;
}

/** `zstd` (RFC 8878, RFC 9659). */
export function decodeZstd(bytes: Uint8Array, maxBytes: number): Decoded {
  if (zstdWindowBytes(bytes) > MAX_ZSTD_WINDOW_BYTES) return { bytes: new Uint8Array(0), trouble: 'limit' };
  return drain((take) => new Zstd(take), bytes, maxBytes, ZSTD_PIECE_BYTES, ZstdErrorCode.UnexpectedEOF);
}

function drain(
  start: StartDecoder,
  bytes: Uint8Array,
  maxBytes: number,
  pieceBytes: number,
  cutCode: number,
): Decoded {
  const out = new DecodedBytes(bytes.length * 4, maxBytes);
  const decoder = start((piece) => out.append(piece));
  try {
    for (let from = 0; from < bytes.length; from += pieceBytes) {
      // A copy: decoders keep what they could not use yet.
      decoder.push(bytes.slice(from, from + pieceBytes));
      if (out.isFull) return { bytes: out.toBytes(), trouble: 'limit' };
    }
    decoder.push(new Uint8Array(0), true);
    return { bytes: out.toBytes() };
  } catch (error) {
    const isCut = (error as { code?: number }).code === cutCode;
    return { bytes: out.toBytes(), trouble: isCut ? 'cut' : 'damaged' };
  }
}

/** How much memory a frame asks for. Spec: RFC 8878 §3.1.1.1. */
function zstdWindowBytes(bytes: Uint8Array): number {
  const descriptor = bytes[4] ?? 0;
  const isSingleSegment = (descriptor & 0x20) !== 0;
  if (!isSingleSegment) {
    const window = bytes[5] ?? 0;
    const base = 2 ** (10 + (window >> 3));
    return base + (base / 8) * (window & 7);
  }
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] as number;
  const sizeBytes = [1, 2, 4, 8][descriptor >> 6] as number;
  let size = sizeBytes === 2 ? 256 : 0;
  for (let at = 0; at < sizeBytes; at++) size += (bytes[5 + dictionaryBytes + at] ?? 0) * 256 ** at;
  return size;
}
