import { type ByteSource, type Capture, openCapture } from '@harrier/har';
import type { AllMarks } from './all-marks.ts';
import type { Crew } from './hands/crew.ts';
import { MAX_PLACES } from './hands/verify-stretch.ts';
import { SanitizeError } from './sanitize-error.ts';
import { StretchStarts } from './stretch-starts.ts';
import { type Stretch, stretchesLike } from './stretches.ts';
import { readStretch, throughStretches, type WalkOptions } from './through-stretches.ts';

/** What an output was made from, and what was found out about it. */
export interface Before {
  readonly capture: Capture;
  readonly stretches: readonly Stretch[];
  readonly marks: AllMarks;
}

/** A longer stretch, which is one large entry, is not compared: two of its size would be in memory. */
const MAX_COMPARED_BYTES = 4 * 1024 * 1024;

/**
 * Reads an output as any reader would, from its first byte: it must be a capture with as many entries as before, in
 * which the rules find nothing, and in which no removed value stands in any spelling. What the rules found harmless in
 * the input, and what stands in the output byte for byte at its old place, they need not read again. Error:
 * `sanitize/survivor`.
 */
export async function verifyOutput(
  output: ByteSource,
  before: Before,
  crew: Crew,
  options: WalkOptions,
): Promise<void> {
  const capture = await openCapture(keepOpen(output));
  const entries = before.capture.index.length;
  if (capture.index.length !== entries)
    throw survivor(`${entries} entries went in and ${capture.index.length} came out`, []);
  const places = await findSurvivors(capture, before, crew, options);
  if (places.length > 0)
    throw survivor(`${places.length} places still hold something that looks like a credential`, places);
}

/** The places of a capture in which the rules, or a search for removed values, find something. */
async function findSurvivors(
  capture: Capture,
  before: Before,
  crew: Crew,
  options: WalkOptions,
): Promise<string[]> {
  const found: string[] = [];
  const stretches = throughStretches(
    capture,
    stretchesLike(capture, before.stretches),
    new StretchStarts(),
    crew,
    async (hand, job, at) => {
      const stretch = before.stretches[at] as Stretch;
      if (stretch.end - stretch.start > MAX_COMPARED_BYTES) return await hand.verify(job);
      const bytes = await readStretch(before.capture, stretch);
      return await hand.verify({ ...job, before: { bytes, marks: before.marks.of(at) } });
    },
    options,
  );
  for await (const { places } of stretches) {
    found.push(...places);
    if (found.length >= MAX_PLACES) break;
  }
  return found.slice(0, MAX_PLACES);
}

function survivor(what: string, places: readonly string[]): SanitizeError {
  return new SanitizeError(
    'sanitize/survivor',
    `The check of the output failed: ${what}. Nothing was written.`,
    'This is a fault of Harrier: please report it with the places above, without the capture.',
    places,
  );
}

/** The caller goes on to use the source when the check has closed its capture. */
function keepOpen(source: ByteSource): ByteSource {
  return {
    sizeBytes: source.sizeBytes,
    read: (offset, length) => source.read(offset, length),
    stream: (chunkBytes, signal) => source.stream(chunkBytes, signal),
    ...(source.readSync === undefined ? {} : { readSync: source.readSync.bind(source) }),
  };
}
