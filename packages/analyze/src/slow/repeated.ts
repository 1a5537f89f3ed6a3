import type { Exchange } from '../exchange/exchange.ts';
import type { CaptureView, ColumnView } from '../findings/capture-view.ts';
import { leastOf } from '../findings/greatest.ts';
import { oncePerCapture } from '../findings/once-per-capture.ts';
import { groupedBy } from './by-place.ts';
import { textHash, withEqualHash } from './equal-hash.ts';
import { isEven, regularGapMs } from './regular.ts';
import { endMs, isApiCall, isOrdinary, isSound } from './sound.ts';

/** Rows that one rule opens to see whether they are really the same. */
const MAX_OPENED = 300;
/** Five times with even gaps is a timer, not a person. */
const POLLS = 5;

/**
 * API calls that repeat another one, as far as the columns tell: same method, URL (its host and length where it was not kept)
 * and length of what was sent. Groups and their rows in the order in which things happened.
 */
export const repeatedCalls = oncePerCapture((view: ColumnView): readonly (readonly number[])[] => {
  const { urlLength, postDataLength } = view.index.columns;
  const calls = view.rowsOfKinds(
    (row) => isApiCall(view, row) && isOrdinary(view, row) && view.method(row) !== 'OPTIONS',
  );
  const urlOf = (row: number) => view.url(row) ?? `${view.host(row)} ${urlLength[row]}`;
  // Most calls are made once: a key for each of them would be ten megabytes of texts.
  const mayRepeat = withEqualHash(calls, (row) => textHash(urlOf(row), postDataLength[row]));
  return groupedBy(mayRepeat, (row) => `${view.method(row)} ${urlOf(row)} ${postDataLength[row]}`).filter(
    (group) => group.length > 1,
  );
});

/** Those of `groups` that a rule looks at: as many as it may open. */
export function rowsToOpen(groups: readonly (readonly number[])[]): number[] {
  return groups.flat().slice(0, MAX_OPENED);
}

/** Of opened rows those that say exactly the same: method, URL and body. In the order in which they happened. */
export function sameCalls(
  view: CaptureView,
  rows: readonly number[],
  atLeast: number,
): (readonly [Exchange, ...Exchange[]])[] {
  const exchanges = rows.filter((row) => isSound(view, row)).flatMap((row) => view.exchange(row) ?? []);
  return groupedBy(exchanges, ({ entry, requestText }) =>
    JSON.stringify([entry.request.method, entry.request.url, requestText]),
  ).filter((group) => group.length >= atLeast);
}

/** Two parts of a page that listen to one timer ask in one breath. */
const ONE_TICK_MS = 50;

/** Shorter pauses are those of a script that asks again as soon as it can. */
const PAUSE_MS = 100;

/** The gap of rows that a timer asked for, in ms; undefined where no timer did. */
export function pollGapMs(view: ColumnView, rows: readonly number[]): number | undefined {
  const ticks: number[] = [];
  const pauses: number[] = [];
  let lastEndMs = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const startMs = view.startMs(row);
    if (startMs - (ticks.at(-1) ?? Number.NEGATIVE_INFINITY) > ONE_TICK_MS) {
      if (ticks.length > 0) pauses.push(startMs - lastEndMs);
      ticks.push(startMs);
    }
    lastEndMs = Math.max(lastEndMs, endMs(view, row));
  }
  if (ticks.length < POLLS) return undefined;
  const [first = 0, last = 0] = [ticks[0], ticks.at(-1)];
  // A timer that is set anew after each answer keeps its pauses even, not its beat.
  const isPaused = leastOf(pauses) >= PAUSE_MS && isEven(pauses);
  return regularGapMs(ticks) ?? (isPaused ? (last - first) / (ticks.length - 1) : undefined);
}
