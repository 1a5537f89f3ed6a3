import { type ByteSource, type Capture, openCapture } from '@harrier/har';
import type { Crew } from './hands/crew.ts';
import { MAX_PLACES } from './hands/verify-stretch.ts';
import { SanitizeError } from './sanitize-error.ts';
import { StretchStarts } from './stretch-starts.ts';
import { throughStretches, type WalkOptions } from './through-stretches.ts';

/**
 * Reads an output as any reader would, from its first byte: it must be a capture with as many entries as before, in
 * which the rules find nothing, and in which no removed value stands in any spelling. Error: `sanitize/survivor`.
 */
export async function verifyOutput(
  output: ByteSource,
  before: Capture,
  crew: Crew,
  options: WalkOptions,
): Promise<void> {
  const capture = await openCapture(keepOpen(output));
  if (capture.index.length !== before.index.length)
    throw survivor(`${before.index.length} entries went in and ${capture.index.length} came out`, []);
  const places = await findSurvivors(capture, crew, options);
  if (places.length > 0)
    throw survivor(`${places.length} places still hold something that looks like a credential`, places);
}

/** The places of a capture in which the rules, or a search for removed values, find something. */
async function findSurvivors(capture: Capture, crew: Crew, options: WalkOptions): Promise<string[]> {
  const found: string[] = [];
  const stretches = throughStretches(
    capture,
    new StretchStarts(),
    crew,
    (hand, job) => hand.verify(job),
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
