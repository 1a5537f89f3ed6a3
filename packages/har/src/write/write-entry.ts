import type { BodySide, Capture } from '../capture.ts';
import { normaliseEntry } from '../entry/normalise-entry.ts';
import { isJsonObject, type JsonMembers } from '../entry/raw-object.ts';
import {
  type BodyRange,
  bodyRanges,
  readEntryWithoutBodies,
  readWholeEntry,
} from '../entry/read-entry-json.ts';
import type { ByteWriter } from './byte-writer.ts';
import { embedAttached } from './embed-attached.ts';
import type { EntryDates } from './entry-dates.ts';
import { parseWithExactNumbers, restoreNumbers } from './exact-numbers.ts';
import { conform } from './fit.ts';
import { entryShape } from './har-shape.ts';
import { indentedJson } from './indented-json.ts';

/** Entries stand three levels deep. */
const entryIndent = '      ';

/** A body is copied in pieces of this size. */
const copyBytes = 256 * 1024;

/** What keeps a body's place in the JSON text until its bytes are copied there. */
const marks: Readonly<Record<BodySide, string>> = {
  request: '\u0000request body\u0000',
  response: '\u0000response body\u0000',
};

/**
 * Writes one entry. Its bodies are not parsed: the bytes between their quotes are copied from the file
 * to where a mark keeps their place.
 */
export async function writeEntry(
  capture: Capture,
  row: number,
  dates: EntryDates,
  writer: ByteWriter,
): Promise<void> {
  const { source, index } = capture;
  const ranges = bodyRanges(index, row);
  const raw = asMembers(await readEntryWithoutBodies(source, index, row, parseWithExactNumbers));
  const startedDateTime = dates.next(raw.startedDateTime);
  const marked = await harEntry(capture, row, ranges.reduce(markBody, raw), startedDateTime);
  const pieces = splitAtMarks(entryText(marked), ranges);
  if (!pieces) {
    // The entry itself contains a mark, so its bodies are parsed and written like everything else.
    const whole = asMembers(await readWholeEntry(source, index, row, parseWithExactNumbers));
    await writer.text(entryText(await harEntry(capture, row, whole, startedDateTime)));
    return;
  }
  for (const { text, body } of pieces) {
    await writer.text(text);
    if (body) await copyRange(capture, body, writer);
  }
}

async function harEntry(
  capture: Capture,
  row: number,
  raw: JsonMembers,
  startedDateTime: string,
): Promise<JsonMembers> {
  const { entry } = normaliseEntry(raw, row, { producer: capture.producer });
  return conform(await embedAttached(raw, capture.openAttached), entryShape(startedDateTime, entry.timeMs));
}

function entryText(entry: JsonMembers): string {
  return restoreNumbers(indentedJson(entry, entryIndent));
}

function asMembers(value: unknown): JsonMembers {
  return isJsonObject(value) ? value : {};
}

function markBody(raw: JsonMembers, { side }: BodyRange): JsonMembers {
  const holder = side === 'response' ? 'content' : 'postData';
  const message = asMembers(raw[side]);
  return { ...raw, [side]: { ...message, [holder]: { ...asMembers(message[holder]), text: marks[side] } } };
}

/** The JSON text around the bodies, each piece with the body that follows it; undefined when the marks are not unique. */
function splitAtMarks(
  json: string,
  ranges: readonly BodyRange[],
): { text: string; body?: BodyRange }[] | undefined {
  const places: { at: number; length: number; body: BodyRange }[] = [];
  for (const body of ranges) {
    const mark = JSON.stringify(marks[body.side]).slice(1, -1);
    const at = json.indexOf(mark);
    if (at < 0 || json.includes(mark, at + 1)) return undefined;
    places.push({ at, length: mark.length, body });
  }
  places.sort((a, b) => a.at - b.at);
  const pieces: { text: string; body?: BodyRange }[] = [];
  let from = 0;
  for (const { at, length, body } of places) {
    pieces.push({ text: json.slice(from, at), body });
    from = at + length;
  }
  pieces.push({ text: json.slice(from) });
  return pieces;
}

async function copyRange({ source }: Capture, { start, end }: BodyRange, writer: ByteWriter): Promise<void> {
  for (let at = start; at < end; at += copyBytes) {
    await writer.bytes(await source.read(at, Math.min(copyBytes, end - at)));
  }
}
