import { isUtf8 } from 'node:buffer';

/** One physical line. */
export interface Line {
  readonly text: string;
  /** From 1. Pieces of a line that was cut have the same number. */
  readonly number: number;
  /** The line goes on: it was cut at the cap. */
  readonly isCut: boolean;
}

/**
 * Splits bytes at line feeds; a carriage return before one goes too. UTF-8, and what is none is read as Latin-1, line by
 * line. A line of more than `maxLineChars` comes in pieces, cut between words where there are any, so that no id is cut.
 * An empty chunk means that nothing more is there for now and comes out as an empty list.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  maxLineChars: number,
): AsyncGenerator<Line[]> {
  let rest: Buffer[] = [];
  let restBytes = 0;
  let number = 1;
  let isFirst = true;
  for await (const chunk of chunks) {
    if (chunk.length === 0) {
      yield [];
      continue;
    }
    let bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    if (isFirst) {
      isFirst = false;
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
    }
    const end = bytes.lastIndexOf(0x0a);
    if (end === -1) {
      // The source may use its buffer again.
      rest.push(Buffer.from(bytes));
      restBytes += bytes.length;
      if (restBytes <= maxLineChars) continue;
      const joined = Buffer.concat(rest);
      const readable = joined.length - cutCharacterBytes(joined);
      const pieces = cutPieces(decode(joined.subarray(0, readable)), maxLineChars);
      const last = pieces.pop()!;
      yield pieces.map((text) => ({ text, number, isCut: true }));
      rest = [Buffer.concat([Buffer.from(last), joined.subarray(readable)])];
      restBytes = rest[0]!.length;
      continue;
    }
    const whole = restBytes === 0 ? bytes.subarray(0, end) : Buffer.concat([...rest, bytes.subarray(0, end)]);
    rest = end + 1 < bytes.length ? [Buffer.from(bytes.subarray(end + 1))] : [];
    restBytes = rest[0]?.length ?? 0;
    const lines = splitLines(whole, number, maxLineChars);
    number = lines.next;
    yield lines.lines;
  }
  if (restBytes > 0) yield splitLines(Buffer.concat(rest), number, maxLineChars).lines;
}

function splitLines(bytes: Buffer, first: number, maxLineChars: number): { lines: Line[]; next: number } {
  const lines: Line[] = [];
  let number = first;
  const add = (raw: string) => {
    let text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    // A file that was emptied while its writer had it open begins with zeros up to the old position.
    if (text.charCodeAt(0) === 0) text = text.replace(/^\0+/, '');
    if (text.length > maxLineChars) {
      const pieces = cutPieces(text, maxLineChars);
      for (const [at, piece] of pieces.entries())
        lines.push({ text: piece, number, isCut: at < pieces.length - 1 });
    } else lines.push({ text, number, isCut: false });
    number++;
  };
  if (isUtf8(bytes)) {
    const text = bytes.toString('utf8');
    let from = 0;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
      add(text.slice(from, at));
      from = at + 1;
    }
    add(text.slice(from));
  } else {
    let from = 0;
    for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, from)) {
      add(decode(bytes.subarray(from, at)));
      from = at + 1;
    }
    add(decode(bytes.subarray(from)));
  }
  return { lines, next: number };
}

function decode(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString('utf8') : bytes.toString('latin1');
}

/** How many bytes at the end are the beginning of a character of UTF-8. */
function cutCharacterBytes(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** Longer than any tracking id. */
const WORD_CHARS = 256;

function cutPieces(text: string, most: number): string[] {
  const pieces: string[] = [];
  let from = 0;
  while (text.length - from > most) {
    let end = from + most;
    const lowest = Math.max(from + 1, end - WORD_CHARS);
    while (end > lowest && /[\w+:-]/.test(text[end - 1]!)) end--;
    if (end === lowest) end = from + most;
    pieces.push(text.slice(from, end));
    from = end;
  }
  pieces.push(text.slice(from));
  return pieces;
}
