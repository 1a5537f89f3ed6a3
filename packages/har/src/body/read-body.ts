import type { Body, BodySide, OpenBodyOptions } from '../capture.ts';
import type { Entry } from '../entry/model.ts';
import { isJsonObject } from '../entry/raw-object.ts';
import { EntryFlag, type EntryIndex, NO_RANGE } from '../entry-index/entry-index.ts';
import { HarReadError } from '../notes/har-read-error.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { decodeBase64 } from './base64.ts';
import { decodeText } from './charset.ts';
import { formText } from './form-text.ts';
import { cutToWholeCharacters, decodeJsonText } from './json-text.ts';

/** What reading a body needs of a capture. */
export interface BodyFile {
  readonly source: ByteSource;
  readonly index: EntryIndex;
  openEntry(index: number): Promise<Entry>;
  openRawEntry(index: number): Promise<unknown>;
  /** A body that lies beside the HAR under this name (Playwright `attach`). */
  openAttached?(name: string): Promise<Uint8Array | undefined>;
}

/** A JSON string of the file: its bytes between the quotes, possibly cut. */
interface WrittenText {
  readonly bytes: Uint8Array;
  readonly escaped: boolean;
  readonly truncated: boolean;
}

/** V8 holds no string beyond 2^29 - 24 characters, and an escape needs its text as one. */
const maxEscapedBytes = 512 * 1024 * 1024 - 1024;
/** A text longer than this is of no use as a string; its bytes are there. */
const maxTextBytes = 256 * 1024 * 1024;

const noBody: Body = { truncated: false, invalidBase64: false };

/**
 * Reads one body: its text by its byte range in the file (through the parsed entry where there is no
 * range), else the file beside the capture, else the form parameters as text.
 */
export async function readBody(
  file: BodyFile,
  row: number,
  side: BodySide,
  options: OpenBodyOptions = {},
): Promise<Body> {
  const entry = await file.openEntry(row);
  const { content } = entry.response;
  const { postData } = entry.request;
  const encoding = side === 'response' ? content.encoding : postData?.encoding;
  const mimeType = side === 'response' ? content.mimeType : postData?.mimeType;
  const hasText = side === 'response' ? content.hasText : postData?.hasText === true;
  const maxBytes = options.maxBytes ?? Number.POSITIVE_INFINITY;
  const written = await readWrittenText(file, row, side, hasText, maxBytes);
  if (written) {
    return encoding === 'base64' ? bodyFromBase64(written, mimeType) : bodyFromText(written, row);
  }
  const name = side === 'response' ? content.file : postData?.file;
  const attached = name === undefined ? undefined : await file.openAttached?.(name);
  if (attached) return bodyFromBytes(attached, mimeType, options);
  if (side === 'request' && postData && postData.params.length > 0) {
    return bodyFromString(formText(postData), options);
  }
  return noBody;
}

/** undefined: the entry has no text on this side, or an empty one. */
async function readWrittenText(
  file: BodyFile,
  row: number,
  side: BodySide,
  hasText: boolean,
  maxBytes: number,
): Promise<WrittenText | undefined> {
  const { columns } = file.index;
  const start = (side === 'response' ? columns.contentStart : columns.postDataStart)[row] as number;
  const length = (side === 'response' ? columns.contentLength : columns.postDataLength)[row] as number;
  const flags = columns.flags[row] as number;
  if (length === NO_RANGE) return hasText ? await textFromEntry(file, row, side, maxBytes) : undefined;
  if (length === 0) return undefined;
  const offset = (columns.entryStart[row] as number) + start;
  const truncated = maxBytes < length;
  const bytes = await file.source.read(offset, Math.min(length, maxBytes));
  const escaped = side === 'response' ? EntryFlag.contentEscaped : EntryFlag.postDataEscaped;
  return {
    bytes: truncated ? cutToWholeCharacters(bytes) : bytes,
    escaped: (flags & escaped) !== 0,
    truncated,
  };
}

/** Damaged entries have no ranges, and some exporters write `postData` as a bare string. */
async function textFromEntry(
  file: BodyFile,
  row: number,
  side: BodySide,
  maxBytes: number,
): Promise<WrittenText | undefined> {
  const text = textIn(await file.openRawEntry(row), side);
  if (text === undefined) return undefined;
  const bytes = encoder.encode(JSON.stringify(text)).subarray(1, -1);
  const truncated = bytes.length > maxBytes;
  return {
    bytes: truncated ? cutToWholeCharacters(bytes.subarray(0, maxBytes)) : bytes,
    escaped: true,
    truncated,
  };
}

function textIn(raw: unknown, side: BodySide): string | undefined {
  const message = memberOf(raw, side);
  const holder = memberOf(message, side === 'response' ? 'content' : 'postData');
  const text = typeof holder === 'string' ? holder : memberOf(holder, 'text');
  return typeof text === 'string' && text !== '' ? text : undefined;
}

function memberOf(value: unknown, name: string): unknown {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

const encoder = new TextEncoder();

function bodyFromText(written: WrittenText, row: number): Body {
  const { bytes, escaped, truncated } = written;
  if (!escaped) {
    const text = bytes.length > maxTextBytes ? undefined : decodeJsonText(bytes, false);
    return { bytes, ...(text === undefined ? {} : { text }), truncated, invalidBase64: false };
  }
  if (bytes.length > maxEscapedBytes) throw tooLarge(bytes.length, row);
  const text = decodeJsonText(bytes, true);
  return { bytes: encoder.encode(text), text, truncated, invalidBase64: false };
}

function bodyFromBase64(written: WrittenText, mimeType: string | undefined): Body {
  // Line breaks and slashes are what may be escaped in base64.
  const digits = written.escaped ? encoder.encode(decodeJsonText(written.bytes, true)) : written.bytes;
  const bytes = decodeBase64(digits, written.truncated);
  if (!bytes) {
    const text = decodeJsonText(written.bytes, written.escaped);
    return { bytes: encoder.encode(text), text, truncated: written.truncated, invalidBase64: true };
  }
  return withText(bytes, mimeType, written.truncated);
}

function bodyFromBytes(whole: Uint8Array, mimeType: string | undefined, options: OpenBodyOptions): Body {
  const bytes = whole.subarray(0, options.maxBytes ?? whole.length);
  return withText(bytes, mimeType, bytes.length < whole.length);
}

function withText(bytes: Uint8Array, mimeType: string | undefined, truncated: boolean): Body {
  const text = bytes.length > maxTextBytes ? undefined : decodeText(bytes, mimeType, truncated);
  return { bytes, ...(text === undefined ? {} : { text }), truncated, invalidBase64: false };
}

function bodyFromString(text: string, options: OpenBodyOptions): Body {
  const whole = encoder.encode(text);
  const truncated = options.maxBytes !== undefined && options.maxBytes < whole.length;
  const bytes = truncated ? cutToWholeCharacters(whole.subarray(0, options.maxBytes)) : whole;
  return { bytes, text: decodeJsonText(bytes, false), truncated, invalidBase64: false };
}

function tooLarge(sizeBytes: number, row: number): HarReadError {
  return new HarReadError(
    'har/too-large',
    `The body of entry ${row} is ${sizeBytes} bytes, too long for one text.`,
    {
      entryIndex: row,
      nextStep: 'Open its beginning with maxBytes.',
    },
  );
}
