import { isTextual } from '../../body/charset.ts';
import { decodeContent } from '../content-coding/decode-content.ts';
import type { InflationGuard } from '../limits.ts';
import { dechunk } from './chunked.ts';
import { fieldValue, type HttpMessage, listValue } from './http-message.ts';

/** A body with its transfer and content codings taken off. */
export interface MessageBody {
  readonly bytes: Uint8Array;
  /** Charset in which the bytes are text; undefined: they are shown as base64. */
  readonly charset: string | undefined;
  /** What was odd, as the last part of a note's code and what was found. */
  readonly oddities: readonly (readonly [code: string, found: string, assumed: string])[];
}

/** One decoded body is in memory while its session is converted; more than this is cut, with a note. */
const MAX_BODY_BYTES = 256 * 1024 * 1024;

/** Undoes chunks, then content codings: the order in which they were put on is the other way round. */
export function messageBody(message: HttpMessage, guard: InflationGuard): MessageBody {
  const oddities: [string, string, string][] = [];
  let bytes = message.body;
  if (/\bchunked\b/i.test(listValue(message.fields, 'transfer-encoding'))) {
    const { body, trouble } = dechunk(bytes);
    bytes = body;
    if (trouble === 'not-chunked') {
      oddities.push(['body-not-chunked', 'a body without the chunks its head declares', 'the body as it is']);
    } else if (trouble !== undefined) {
      oddities.push(['body-cut', `chunks that are ${trouble}`, `the ${body.length} bytes before`]);
    }
  } else {
    const declared = Number(fieldValue(message.fields, 'content-length'));
    if (declared > bytes.length && bytes.length > 0) {
      oddities.push([
        'body-cut',
        `${bytes.length} of ${declared} declared bytes`,
        'the bytes that are there',
      ]);
    }
  }
  const coding = listValue(message.fields, 'content-encoding');
  if (coding !== '' && bytes.length > 0) {
    // One byte more than allowed, so that the guard sees a bomb before it fills the memory.
    const maxBytes = Math.min(MAX_BODY_BYTES, guard.mostFrom(bytes.length) + 1);
    const decoded = decodeContent(bytes, coding, maxBytes);
    guard.count(decoded.bytes.length, decoded.bytes.length, bytes.length, 'a body in the archive');
    if (decoded.stoppedAt !== undefined) {
      const found =
        decoded.trouble === undefined
          ? 'a coding that is not undone'
          : `a body that is not ${decoded.stoppedAt}`;
      oddities.push(['body-not-decoded', found, 'the body as it is']);
    } else if (decoded.trouble !== undefined) {
      oddities.push([
        'body-cut',
        `a coded body that is ${decoded.trouble}`,
        `the ${decoded.bytes.length} bytes before`,
      ]);
    }
    bytes = decoded.bytes;
  }
  return { bytes, charset: charsetOf(bytes, fieldValue(message.fields, 'content-type') ?? ''), oddities };
}

/** The charset in which the bytes are text without any loss; undefined where they are none. */
function charsetOf(bytes: Uint8Array, mediaType: string): string | undefined {
  const declared = /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(mediaType)?.[1];
  const isText = declared !== undefined || isTextual(mediaType);
  if (!isText && (mediaType !== '' || bytes.subarray(0, 4096).some(isControl))) return undefined;
  for (const charset of ['utf-8', declared ?? charsetInText(bytes) ?? 'utf-8']) {
    if (isValid(bytes, charset)) return charset;
  }
  return undefined;
}

/** What a page says about itself in its first KiB. HTML standard, encoding sniffing. */
function charsetInText(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  return /<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1];
}

function isValid(bytes: Uint8Array, charset: string): boolean {
  try {
    const decoder = new TextDecoder(charset, { fatal: true });
    for (let from = 0; from < bytes.length; from += 1 << 20) {
      decoder.decode(bytes.subarray(from, from + (1 << 20)), { stream: true });
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function isControl(byte: number): boolean {
  return byte < 0x09 || (byte > 0x0d && byte < 0x20);
}
