import type { ReadLimits } from '../capture.ts';
import { HarReadError } from '../notes/har-read-error.ts';

/** The caps that hold unless `OpenOptions.limits` says otherwise. */
export const DEFAULT_LIMITS: ReadLimits = {
  // Real captures nest 10 to 40 deep; JSON inside JSON is a string and does not count.
  maxDepth: 1024,
  // 130 bytes of index each: 2.6 GB, more than any capture seen by four orders of magnitude.
  maxEntries: 20_000_000,
  // Three or four members per Fiddler session: 50,000 sessions.
  maxMembers: 200_000,
  // Together for everything that one file unfolds to.
  maxInflatedBytes: 16 * 1024 ** 3,
  // Deflate cannot exceed 1032; JSON captures reach 5 to 30.
  maxRatio: 1000,
  // e.g. base64 of a gzip in a zip.
  maxNesting: 3,
  // The index addresses ranges inside an entry with 32 bits, one value of which means "not there".
  maxEntryBytes: 2 ** 32 - 2,
};

/** Less than this is never a bomb, however good the ratio: a short file of blanks. */
const RATIO_FROM_BYTES = 1024 * 1024;

/** Counts what one file unfolds to, over all its layers, and throws `har/archive-limit` at the caps. */
export class InflationGuard {
  readonly limits: ReadLimits;
  /** The ratio holds for the whole file too: a gzip body in a zip member multiplies what each of them allows. */
  readonly #mostByRatio: number;
  #inflatedBytes = 0;

  constructor(limits: ReadLimits, fileBytes: number) {
    this.limits = limits;
    // Each layer on the way is counted, so a file may unfold to so much once a layer.
    this.#mostByRatio = Math.max(RATIO_FROM_BYTES, fileBytes * limits.maxRatio) * (limits.maxNesting + 1);
  }

  /** The most that may come out of so many packed bytes, by ratio and by what is left of the total. */
  mostFrom(packedBytes: number): number {
    const byRatio = Math.max(RATIO_FROM_BYTES, packedBytes * this.limits.maxRatio);
    const most = Math.min(this.#mostByRatio, this.limits.maxInflatedBytes);
    return Math.min(byRatio, Math.max(0, most - this.#inflatedBytes));
  }

  /**
   * Counts `newBytes` more that came out of one packed stream, `inflatedBytes` so far out of
   * `packedBytes`. `what` names the stream for the message: `the gzip file`.
   */
  count(newBytes: number, inflatedBytes: number, packedBytes: number, what: string): void {
    this.#inflatedBytes += newBytes;
    if (this.#inflatedBytes > this.limits.maxInflatedBytes) {
      throw limitError(`${what} unfolds to more than ${this.limits.maxInflatedBytes} bytes`);
    }
    if (inflatedBytes > RATIO_FROM_BYTES && inflatedBytes > packedBytes * this.limits.maxRatio) {
      throw limitError(`${what} unfolds to more than ${this.limits.maxRatio} times its size`);
    }
    if (this.#inflatedBytes > this.#mostByRatio) {
      throw limitError(`all that is packed in the file is more than ${this.limits.maxRatio} times its size`);
    }
  }
}

/** `har/archive-limit`; `reason` becomes a sentence. */
export function limitError(reason: string): HarReadError {
  return new HarReadError('har/archive-limit', `${reason[0]?.toUpperCase()}${reason.slice(1)}.`, {
    nextStep:
      'Such files are made to exhaust memory. If this one is real, unpack it with another program first.',
  });
}
