import type { ColumnView } from '../../findings/capture-view.ts';

/** Preflights of one service are alike; of a load test some are enough. */
const MOST_PREFLIGHTS = 400;

/** OPTIONS requests, the earliest ones. */
export function preflightSample(view: ColumnView): number[] {
  return view.rowsOfKinds((row) => view.method(row) === 'OPTIONS').slice(0, MOST_PREFLIGHTS);
}
