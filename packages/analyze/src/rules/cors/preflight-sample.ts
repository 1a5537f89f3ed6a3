import type { Exchange } from '../../exchange/exchange.ts';
import type { CaptureView, ColumnView } from '../../findings/capture-view.ts';

/** Preflights of one service are alike; of a load test some are enough. */
const MOST_PREFLIGHTS = 400;

/** The OPTIONS requests among the opened ones, in the order in which things happened. */
export function openedPreflights(view: CaptureView): Exchange[] {
  return view.openedRows
    .filter((row) => view.method(row).toUpperCase() === 'OPTIONS')
    .flatMap((row) => view.exchange(row) ?? []);
}

/** OPTIONS requests, the earliest ones. */
export function preflightSample(view: ColumnView): number[] {
  return view.rowsOfKinds((row) => view.method(row) === 'OPTIONS').slice(0, MOST_PREFLIGHTS);
}
