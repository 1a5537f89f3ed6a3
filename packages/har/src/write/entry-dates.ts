import type { EntryIndex } from '../entry-index/entry-index.ts';
import { parseDateTimeText } from '../scan/parse-date-time.ts';

const unixStart = '1970-01-01T00:00:00.000Z';

/**
 * The date that an entry is written with. DevTools refuses a whole file for one entry without a date, so
 * such an entry gets that of the entry before it (or, at the beginning, the first there is).
 */
export class EntryDates {
  /** The first readable date of the capture. */
  readonly first: string;
  #previous: string;

  constructor(index: EntryIndex) {
    const starts = index.columns.startEpochMs.subarray(0, index.length);
    const start = starts.find((epochMs) => !Number.isNaN(epochMs));
    this.first = start === undefined ? unixStart : new Date(start).toISOString();
    this.#previous = this.first;
  }

  /** Asked for each entry in order. The written text itself where it is a date that everyone reads. */
  next(written: unknown): string {
    const epochMs = typeof written === 'string' ? parseDateTimeText(written) : undefined;
    if (epochMs !== undefined) {
      const isCommon = typeof written === 'string' && !Number.isNaN(Date.parse(written));
      this.#previous = isCommon ? written : new Date(epochMs).toISOString();
    }
    return this.#previous;
  }
}
