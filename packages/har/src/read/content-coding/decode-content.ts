import { decodeBrotli } from './brotli.ts';
import type { Decoded } from './decoded.ts';
import { decodeDeflate, decodeGzip, decodeZstd } from './deflate.ts';

/** A body with its codings taken off as far as they could be. */
export interface DecodedContent extends Decoded {
  /** The coding that could not be taken off; the bytes still have it and those listed before it. */
  readonly stoppedAt?: string;
}

type Decoder = (bytes: Uint8Array, maxBytes: number) => Decoded;

const plain: Decoder = (bytes) => ({ bytes });

/** Content codings by their names in `Content-Encoding`. RFC 9110 §8.4.1 and the IANA registry. */
const DECODERS: Readonly<Record<string, Decoder>> = {
  identity: plain,
  gzip: decodeGzip,
  'x-gzip': decodeGzip,
  deflate: decodeDeflate,
  br: decodeBrotli,
  zstd: decodeZstd,
};

/**
 * Undoes the codings that `Content-Encoding` lists, the last one first. `maxBytes` caps each step. A body
 * that does not begin as its coding says (tools decode bodies and leave the field) stays as it is:
 * `stoppedAt` names the coding.
 */
export function decodeContent(body: Uint8Array, contentEncoding: string, maxBytes: number): DecodedContent {
  let bytes = body;
  let trouble: Decoded['trouble'];
  const codings = contentEncoding
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '');
  for (const coding of codings.reverse()) {
    const decode = Object.hasOwn(DECODERS, coding) ? DECODERS[coding] : undefined;
    if (decode === undefined) return { bytes, stoppedAt: coding };
    if (bytes.length === 0) break;
    if (decode !== plain && isText(bytes)) return { bytes, stoppedAt: coding };
    const decoded = decode(bytes, maxBytes);
    if (decoded.bytes.length === 0 && decoded.trouble !== undefined) {
      return { bytes, stoppedAt: coding, trouble: decoded.trouble };
    }
    bytes = decoded.bytes;
    trouble ??= decoded.trouble;
  }
  return trouble === undefined ? { bytes } : { bytes, trouble };
}

/** Coded bytes are never readable for long: this body was decoded before it was saved. */
function isText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 512);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return !/[\x00-\x08\x0e-\x1f]/.test(text);
  } catch {
    return false;
  }
}
