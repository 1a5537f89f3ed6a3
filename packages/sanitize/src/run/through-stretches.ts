import { type Capture, HarReadError } from '@harrier/har';
import { HarTokens } from '../har/har-tokens.ts';
import type { ReaderState } from '../har/reader-state.ts';
import type { Crew } from './hands/crew.ts';
import type { Hand, StretchJob, StretchRead } from './hands/hand.ts';
import { oneByteText } from './one-byte-text.ts';
import type { StretchStarts } from './stretch-starts.ts';
import type { Stretch } from './stretches.ts';

export interface WalkOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (readBytes: number, totalBytes: number) => void;
}

/** One entry can be as large as a hundred others: several of those at once would fill the memory. */
const MOST_BYTES_UNDER_WAY = 64 * 1024 * 1024;

/** A stretch under way: from which start, and what becomes of it. */
interface Given<Outcome> {
  readonly job: StretchJob;
  readonly outcome: Promise<Outcome>;
}

/**
 * Has every stretch of a capture worked on by the crew, several at once, and gives what became of them in the order of
 * the file. `ask` puts the work on one stretch to a hand.
 */
export async function* throughStretches<Outcome extends StretchRead>(
  capture: Capture,
  stretches: readonly Stretch[],
  starts: StretchStarts,
  crew: Crew,
  ask: (hand: Hand, job: StretchJob, stretch: number) => Promise<Outcome>,
  { signal, onProgress }: WalkOptions = {},
): AsyncGenerator<Outcome> {
  if (crew.mostJobs > 1 && stretches.length > 1) {
    // What is open in front of the second stretch is open in front of nearly all.
    starts.foresee(endOf(await readStretch(capture, stretches[0] as Stretch)));
  }
  const give = async (at: number): Promise<Given<Outcome>> => {
    const stretch = stretches[at] as Stretch;
    const job = { offset: stretch.start, bytes: await readStretch(capture, stretch), start: starts.of(at) };
    const outcome = crew.give((hand) => ask(hand, job, at));
    // It may fail while one before it is waited for.
    outcome.catch(() => {});
    return { job, outcome };
  };
  const underWay: Given<Outcome>[] = [];
  for (let done = 0, next = 0; done < stretches.length; done++) {
    const from = (stretches[done] as Stretch).start;
    const fits = (at: number): boolean => (stretches[at] as Stretch).end - from <= MOST_BYTES_UNDER_WAY;
    while (next < stretches.length && underWay.length < crew.mostJobs && (next === done || fits(next))) {
      throwIfCancelled(signal);
      underWay.push(await give(next++));
    }
    throwIfCancelled(signal);
    const { job, outcome } = underWay.shift() as Given<Outcome>;
    let result = await outcome;
    if (!starts.settle(done, job.start, result)) {
      result = await (await give(done)).outcome;
      starts.settle(done, starts.of(done), result);
    }
    yield result;
    onProgress?.((stretches[done] as Stretch).end, capture.source.sizeBytes);
  }
}

function endOf(bytes: Uint8Array): ReaderState {
  const tokens = new HarTokens();
  tokens.read(oneByteText(bytes), bytes);
  return tokens.end;
}

/** The bytes of a stretch in memory of their own, so that they can be given away. */
export async function readStretch(
  { source }: Capture,
  { start, end }: Stretch,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(end - start);
  let filled = source.readSync?.(start, bytes);
  if (filled === undefined) {
    const read = await source.read(start, bytes.length);
    bytes.set(read);
    filled = read.length;
  }
  if (filled === bytes.length) return bytes;
  throw new HarReadError(
    'har/source-failed',
    `The file ended at byte ${start + filled} while it was read again.`,
    {
      byteOffset: start + filled,
      nextStep: 'Make sure that nothing writes to the file, and try again.',
    },
  );
}

function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new HarReadError('har/cancelled', 'Sanitizing was cancelled.');
}
