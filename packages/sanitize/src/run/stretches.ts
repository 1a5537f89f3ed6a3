import { type Capture, HarReadError } from '@harrier/har';

/** A stretch of the HAR's bytes that begins and ends between two tokens, half-open. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
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
export function stretchesOf({ index, source }: Capture, stretchBytes = STRETCH_BYTES): Stretch[] {
  const { entryStart } = index.columns;
  const starts = Array.from({ length: index.length }, (_, row) => entryStart[row] as number).sort(
    (a, b) => a - b,
  );
  const stretches: Stretch[] = [];
  let start = 0;
  for (const cut of [...starts, source.sizeBytes]) {
    const isLast = cut === source.sizeBytes;
    if (cut <= start || (cut - start < stretchBytes && !isLast)) continue;
    stretches.push({ start, end: cut });
    start = cut;
  }
  const longest = stretches.find((stretch) => stretch.end - stretch.start > MAX_STRETCH_BYTES);
  if (longest !== undefined)
    throw new HarReadError('har/too-large', 'One entry is larger than 256 MiB; it cannot be sanitized.', {
      byteOffset: longest.start,
      nextStep: 'Record again without the content of that request.',
    });
  return stretches;
}
