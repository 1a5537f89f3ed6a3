import type { Field } from '../../entry/model.ts';

/** An HTTP/1 message as bytes were saved: start line, fields, body as it was on the wire. */
export interface HttpMessage {
  readonly startLine: string;
  /** In order, duplicates kept. */
  readonly fields: readonly Field[];
  /** Bytes to and including the blank line. */
  readonly headBytes: number;
  readonly body: Uint8Array;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Takes a message apart; lines may end with CR LF or, in messages that tools made up, with LF alone. */
export function parseHttpMessage(bytes: Uint8Array): HttpMessage {
  const headBytes = findHeadEnd(bytes);
  const lines = decodeHead(bytes.subarray(0, headBytes)).split(/\r?\n/);
  const fields: { name: string; value: string }[] = [];
  for (const line of lines.slice(1)) {
    if (line === '') continue;
    const last = fields.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) {
      // A field continued on the next line. RFC 9112 §5.2.
      last.value = `${last.value} ${line.trim()}`.trim();
      continue;
    }
    const colon = line.indexOf(':');
    fields.push(
      colon < 0
        ? { name: line, value: '' }
        : { name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() },
    );
  }
  return { startLine: lines[0] ?? '', fields, headBytes, body: bytes.subarray(headBytes) };
}

/** The first field of that name, in any spelling. */
export function fieldValue(fields: readonly Field[], name: string): string | undefined {
  return fields.find((field) => field.name.toLowerCase() === name)?.value;
}

/** All fields of that name, joined as RFC 9110 §5.3 allows. */
export function listValue(fields: readonly Field[], name: string): string {
  return fields
    .filter((field) => field.name.toLowerCase() === name)
    .map((field) => field.value)
    .join(', ');
}

/** The byte behind the blank line; the whole length where there is none. */
function findHeadEnd(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) {
    const next = bytes[at + 1] === CARRIAGE_RETURN ? at + 2 : at + 1;
    if (bytes[next] === LINE_FEED) return next + 1;
  }
  return bytes.length;
}

/** Fields are UTF-8 where they can be, else Latin-1, so that no byte is lost. RFC 9110 §5.5. */
function decodeHead(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return text;
  }
}
