import { type Capture, EntryFlag, NO_RANGE } from '@harrier/har';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The URL of an entry by its byte range, without parsing the entry; `''` where it has none. */
export async function entryUrl(capture: Capture, row: number): Promise<string> {
  const { urlStart, urlLength } = capture.index.columns;
  return (
    capture.index.urls?.get(row) ??
    (await readRange(capture, row, urlStart, urlLength)) ??
    (isDamaged(capture, row) ? (await capture.openEntry(row)).request.url : '')
  );
}

/** `startedDateTime` as it is written; undefined where there is none. */
export async function entryStarted(capture: Capture, row: number): Promise<string | undefined> {
  const { startedStart, startedLength } = capture.index.columns;
  return (
    (await readRange(capture, row, startedStart, startedLength)) ??
    (isDamaged(capture, row) ? (await capture.openEntry(row)).startedDateTime : undefined)
  );
}

/** Rows of damaged entries have no ranges. */
function isDamaged(capture: Capture, row: number): boolean {
  return ((capture.index.columns.flags[row] as number) & EntryFlag.damaged) !== 0;
}

async function readRange(
  capture: Capture,
  row: number,
  starts: Uint32Array,
  lengths: Uint32Array,
): Promise<string | undefined> {
  const length = lengths[row] as number;
  if (length === NO_RANGE) return undefined;
  const start = (capture.index.columns.entryStart[row] as number) + (starts[row] as number);
  const text = decoder.decode(await capture.source.read(start, length));
  return text.includes('\\') ? (JSON.parse(`"${text}"`) as string) : text;
}
