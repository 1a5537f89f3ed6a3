import type { BodySide } from '../capture.ts';
import { EntryFlag, type EntryIndex, NO_RANGE } from '../entry-index/entry-index.ts';
import { HarReadError } from '../notes/har-read-error.ts';
import { parseLenientJson } from '../scan/lenient-json.ts';
import type { ByteSource } from '../source/byte-source.ts';

/** A half-open byte range of the file. */
interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** V8 holds no string beyond 2^29 - 24 characters. */
const maxTextBytes = 512 * 1024 * 1024 - 1024;

/** From here on it is cheaper to read around a body than to read it and throw it away. */
const readAroundBytes = 32 * 1024;

/** Stands for a body that was cut out, so that one can still see that there was a text. */
export const cutBody = '_';

/** Parses one entry as it was written, bodies included; leniently where it is damaged. */
export async function readWholeEntry(
  source: ByteSource,
  index: EntryIndex,
  row: number,
  parse: ParseJson = JSON.parse,
): Promise<unknown> {
  return await readEntryJson(source, index, row, [], parse);
}

/**
 * Parses one entry with {@link cutBody} in place of its bodies' texts: a third of the work of parsing it
 * whole (26 µs measured for a usual entry). A damaged entry has no ranges and comes whole.
 */
export async function readEntryWithoutBodies(
  source: ByteSource,
  index: EntryIndex,
  row: number,
  parse: ParseJson = JSON.parse,
): Promise<unknown> {
  return await readEntryJson(source, index, row, bodyRanges(index, row), parse);
}

/** Turns sound JSON into a value. */
type ParseJson = (json: string) => unknown;

/** Where the text of one of an entry's bodies lies in the file. */
export interface BodyRange extends ByteRange {
  readonly side: BodySide;
}

/** Where the texts of the entry's bodies lie in the file, in order; empty ones left out. */
export function bodyRanges(index: EntryIndex, row: number): BodyRange[] {
  const { columns } = index;
  const entryStart = columns.entryStart[row] as number;
  const ranges = [
    {
      side: 'response' as const,
      from: columns.contentStart[row] as number,
      length: columns.contentLength[row] as number,
    },
    {
      side: 'request' as const,
      from: columns.postDataStart[row] as number,
      length: columns.postDataLength[row] as number,
    },
  ];
  return ranges
    .filter(({ length }) => length !== NO_RANGE && length > 0)
    .map(({ side, from, length }) => ({ side, start: entryStart + from, end: entryStart + from + length }))
    .sort((a, b) => a.start - b.start);
}

/** Throws `har/no-such-entry` for a row that the capture does not have. */
export function checkRow(index: EntryIndex, row: number): void {
  if (Number.isInteger(row) && row >= 0 && row < index.length) return;
  const has = index.length === 0 ? 'no entries' : `entries 0 to ${index.length - 1}`;
  throw new HarReadError('har/no-such-entry', `There is no entry ${row}: the capture has ${has}.`, {
    entryIndex: row,
  });
}

async function readEntryJson(
  source: ByteSource,
  index: EntryIndex,
  row: number,
  cuts: readonly ByteRange[],
  parse: ParseJson,
): Promise<unknown> {
  checkRow(index, row);
  const start = index.columns.entryStart[row] as number;
  const end = start + (index.columns.entryLength[row] as number);
  const pieces = await readAround(source, { start, end }, cuts);
  const sizeBytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (sizeBytes > maxTextBytes) {
    throw new HarReadError('har/too-large', `Entry ${row} is ${sizeBytes} bytes, too long to open whole.`, {
      entryIndex: row,
      byteOffset: start,
      nextStep: 'Open the entry without its bodies, and the beginning of its body with maxBytes.',
    });
  }
  const isDamaged = ((index.columns.flags[row] as number) & EntryFlag.damaged) !== 0;
  if (!isDamaged) {
    try {
      return parse(pieces.map((piece) => decoder.decode(piece)).join(cutBody));
    } catch {
      // Sound when it was indexed, so the file was changed since; what is there now is shown.
    }
  }
  const [bytes = new Uint8Array(0)] = cuts.length === 0 ? pieces : [await source.read(start, end - start)];
  return parseLenientJson(bytes).value;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The bytes of `whole` in the pieces that the cuts leave. */
async function readAround(
  source: ByteSource,
  whole: ByteRange,
  cuts: readonly ByteRange[],
): Promise<Uint8Array[]> {
  const kept: ByteRange[] = [];
  let start = whole.start;
  for (const cut of cuts) {
    kept.push({ start, end: cut.start });
    start = cut.end;
  }
  kept.push({ start, end: whole.end });
  const cutBytes = cuts.reduce((sum, cut) => sum + (cut.end - cut.start), 0);
  if (cutBytes > readAroundBytes) {
    return await Promise.all(kept.map((range) => source.read(range.start, range.end - range.start)));
  }
  const bytes = await source.read(whole.start, whole.end - whole.start);
  return kept.map((range) => bytes.subarray(range.start - whole.start, range.end - whole.start));
}
