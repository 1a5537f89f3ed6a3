/** A body without its chunks. */
export interface Dechunked {
  readonly body: Uint8Array;
  /** `not-chunked`: a tool took the chunks away and left the field · `cut`: the last chunk is missing. */
  readonly trouble?: 'not-chunked' | 'cut' | 'damaged';
}

/** A chunk's size and extensions; longer lines are no chunk. */
const MAX_SIZE_LINE_BYTES = 1024;
const SIZE_LINE = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?$/i;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Undoes `Transfer-Encoding: chunked`. What comes before damage is kept. Spec: RFC 9112 §7.1. */
export function dechunk(bytes: Uint8Array): Dechunked {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const joined = (trouble?: Dechunked['trouble']): Dechunked => {
    const body = new Uint8Array(length);
    let at = 0;
    for (const chunk of chunks) {
      body.set(chunk, at);
      at += chunk.length;
    }
    return trouble === undefined ? { body } : { body, trouble };
  };

  for (let at = 0; at < bytes.length; ) {
    const lineEnd = bytes.subarray(0, at + MAX_SIZE_LINE_BYTES).indexOf(LINE_FEED, at);
    const isCutInLine = lineEnd < 0 && bytes.length - at < MAX_SIZE_LINE_BYTES && chunks.length > 0;
    if (isCutInLine) return joined('cut');
    const size = lineEnd < 0 ? undefined : sizeOf(bytes.subarray(at, lineEnd));
    if (size === undefined)
      return chunks.length === 0 ? { body: bytes, trouble: 'not-chunked' } : joined('damaged');
    // Trailer fields may follow the last chunk; they are no part of the body.
    if (size === 0) return joined();
    const chunk = bytes.subarray(lineEnd + 1, lineEnd + 1 + size);
    const end = lineEnd + 1 + chunk.length;
    const isFollowed = bytes[end] === CARRIAGE_RETURN || bytes[end] === LINE_FEED;
    if (chunk.length === size && end < bytes.length && !isFollowed) {
      // A text that begins with hexadecimal digits on a line of their own.
      return chunks.length === 0 ? { body: bytes, trouble: 'not-chunked' } : joined('damaged');
    }
    chunks.push(chunk);
    length += chunk.length;
    if (chunk.length < size) return joined('cut');
    at = bytes[end] === CARRIAGE_RETURN ? end + 2 : end + 1;
  }
  return joined(bytes.length === 0 ? undefined : 'cut');
}

function sizeOf(line: Uint8Array): number | undefined {
  const text = String.fromCharCode(...line).trimEnd();
  const digits = SIZE_LINE.exec(text)?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 16);
}
