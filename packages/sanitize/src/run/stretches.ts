import { type Capture, HarReadError } from '@harrier/har';

/** A stretch of the HAR's bytes that begins and ends between two tokens, half-open. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** The entry with which it begins, by its place in the file; 0 for the first, which begins with the file. */
  readonly entry: number;
}

/**
 * Large enough that handing it over costs next to nothing. V8 keeps what is below 128 KiB among the young objects, where
 * it goes at once when it is done with: stretches of a megabyte took 40 MB more for each thread, and as much time.
 */
const STRETCH_BYTES = 96 * 1024;

/** A stretch is handled as one text, and texts have an end. */
const MAX_STRETCH_BYTES = 256 * 1024 * 1024;

/**
 * Parts a capture between its entries, which is where the scanner knows that a token ends, into stretches of at least
 * `stretchBytes`, but for the last.
 */
export function stretchesOf(capture: Capture, stretchBytes = STRETCH_BYTES): Stretch[] {
  const starts = entryStarts(capture);
  const entries: number[] = [0];
  let start = 0;
  for (const [entry, cut] of starts.entries()) {
    if (cut <= start || cut - start < stretchBytes) continue;
    entries.push(entry);
    start = cut;
  }
  return stretchesFrom(capture, starts, entries);
}

/** Parts a capture where another one was parted that has the same entries. */
export function stretchesLike(capture: Capture, others: readonly Stretch[]): Stretch[] {
  return stretchesFrom(
    capture,
    entryStarts(capture),
    others.map(({ entry }) => entry),
  );
}

function stretchesFrom({ source }: Capture, starts: Float64Array, entries: readonly number[]): Stretch[] {
  const startOf = (stretch: number): number =>
    stretch === 0 ? 0 : (starts[entries[stretch] as number] as number);
  const stretches = entries.map((entry, at) => ({
    start: startOf(at),
    end: at + 1 < entries.length ? startOf(at + 1) : source.sizeBytes,
    entry,
  }));
  const longest = stretches.find((stretch) => stretch.end - stretch.start > MAX_STRETCH_BYTES);
  if (longest !== undefined)
    throw new HarReadError('har/too-large', 'One entry is larger than 256 MiB; it cannot be sanitized.', {
      byteOffset: longest.start,
      nextStep: 'Record again without the content of that request.',
    });
  return stretches;
}

/** Where the entries begin, in the order of the file. */
function entryStarts({ index }: Capture): Float64Array {
  return Float64Array.from(
    { length: index.length },
    (_, row) => index.columns.entryStart[row] as number,
  ).sort();
}
