import type { Exchange } from '../exchange/exchange.ts';
import type { CaptureView, ColumnView } from '../findings/capture-view.ts';
import { groupedBy } from './by-place.ts';
import { regularGapMs } from './regular.ts';
import { isApiCall, isOrdinary, isSound } from './sound.ts';

const MAX_OPENED = 300;
/** Five times with even gaps is a timer, not a person. */
const POLLS = 5;

/** API calls that another one may repeat, on the columns alone: same method, host and length of the URL. */
export function repeatedCalls(view: ColumnView, atLeast: number): number[] {
  const { urlLength, postDataLength } = view.index.columns;
  const calls = view.rowsByStart.filter(
    (row) => isApiCall(view, row) && isOrdinary(view, row) && view.method(row) !== 'OPTIONS',
  );
  const key = (row: number) =>
    `${view.method(row)} ${view.host(row)} ${urlLength[row]} ${postDataLength[row]}`;
  return groupedBy(calls, key)
    .filter((group) => group.length >= atLeast)
    .flat()
    .slice(0, MAX_OPENED);
}

/** Repeated calls that say exactly the same: method, URL and body. In the order in which they happened. */
export function sameCalls(view: CaptureView, atLeast: number): (readonly [Exchange, ...Exchange[]])[] {
  const exchanges = repeatedCalls(view, atLeast)
    .filter((row) => isSound(view, row))
    .flatMap((row) => view.exchange(row) ?? []);
  return groupedBy(exchanges, ({ entry, requestText }) =>
    JSON.stringify([entry.request.method, entry.request.url, requestText]),
  ).filter((group) => group.length >= atLeast);
}

/** Two parts of a page that listen to one timer ask in one breath. */
const ONE_TICK_MS = 50;

/** The gap of a group that a timer asked for, in ms; undefined where no timer did. */
export function pollGapMs(view: ColumnView, group: readonly Exchange[]): number | undefined {
  const ticks: number[] = [];
  for (const { entry } of group) {
    const startMs = view.startMs(entry.index);
    if (startMs - (ticks.at(-1) ?? Number.NEGATIVE_INFINITY) > ONE_TICK_MS) ticks.push(startMs);
  }
  return ticks.length < POLLS ? undefined : regularGapMs(ticks);
}
