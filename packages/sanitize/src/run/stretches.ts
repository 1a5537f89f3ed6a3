import { type Capture, HarReadError } from '@harrier/har';

/** A stretch of the HAR's bytes that begins and ends between two tokens, half-open. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** About as much as one look takes: large enough to be quick, small enough for the processor's cache. */
const STRETCH_BYTES = 1024 * 1024;

/** A stretch is handled as one text, and texts have an end. */
const MAX_STRETCH_BYTES = 256 * 1024 * 1024;

/** Parts a capture between its entries, which is where the scanner knows that a token ends. */
export function stretchesOf({ index, source }: Capture): Stretch[] {
  const { entryStart } = index.columns;
  const starts = Array.from({ length: index.length }, (_, row) => entryStart[row] as number).sort(
    (a, b) => a - b,
  );
  const stretches: Stretch[] = [];
  let start = 0;
  for (const cut of [...starts, source.sizeBytes]) {
    const isLast = cut === source.sizeBytes;
    if (cut <= start || (cut - start < STRETCH_BYTES && !isLast)) continue;
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
