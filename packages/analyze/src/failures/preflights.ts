import type { Exchange } from '../exchange/exchange.ts';
import { fieldValue } from '../exchange/field-value.ts';
import type { CaptureView, ColumnView } from '../findings/capture-view.ts';
import { groupBy } from '../findings/group-by.ts';
import { oncePerCapture } from '../findings/once-per-capture.ts';
import { isPreflight } from './is-preflight.ts';

/**
 * Chrome writes a preflight 0 to 6 ms after its request (measured); a slow connection is opened in between, and some
 * exporters sort the preflight first.
 */
const NEARBY_MS = 2000;
/** Rows looked at in each direction; more within two seconds is a load test, or a file without dates. */
const NEARBY_ROWS = 300;

/** Rows that may be preflights of `row`, on the columns alone: OPTIONS, same host, same length of URL, close in time. */
export function preflightCandidates(view: ColumnView, row: number): number[] {
  const alike = optionsByPlace(view).get(placeOf(view, row)) ?? [];
  const at = view.position(row);
  return alike.filter(
    (other) =>
      other !== row &&
      distance(view, other, row) <= NEARBY_MS &&
      Math.abs(view.position(other) - at) <= NEARBY_ROWS,
  );
}

const optionsByPlace = oncePerCapture((view: ColumnView) =>
  groupBy(
    view.rowsOfKinds((row) => view.method(row) === 'OPTIONS'),
    (row) => placeOf(view, row),
  ),
);

function placeOf(view: ColumnView, row: number): string {
  return `${view.host(row)} ${view.index.columns.urlLength[row]}`;
}

/** The preflight that asked on behalf of `row`, among the opened entries; the nearest in time. */
export function preflightOf(
  view: ColumnView,
  row: number,
  exchange: (row: number) => Exchange | undefined,
): number | undefined {
  const request = exchange(row)?.entry.request;
  if (request === undefined) return undefined;
  // Preflights of two methods for one URL stand side by side; an exporter that leaves the method out says nothing.
  const asksForIt = (candidate: number): boolean => {
    const method = fieldValue(
      exchange(candidate)?.entry.request.headers ?? [],
      'access-control-request-method',
    );
    return method === undefined || method.trim() === request.method;
  };
  return preflightCandidates(view, row)
    .filter((candidate) => {
      const other = exchange(candidate)?.entry;
      return other?.request.url === request.url && isPreflight(other) && asksForIt(candidate);
    })
    .sort((a, b) => distance(view, a, row) - distance(view, b, row))[0];
}

/** The preflight that failed with its request: one trouble, two rows. */
export function failedPreflights(view: CaptureView, row: number): number[] {
  const preflight = preflightOf(view, row, view.exchange);
  return preflight === undefined || view.outcome(preflight) === 'answered' ? [] : [preflight];
}

/** The request that a preflight asked for, on the columns alone: the nearest that is no OPTIONS. */
export function requestOfPreflight(view: ColumnView, preflight: number): number | undefined {
  const { urlLength } = view.index.columns;
  return nearbyRows(view, preflight)
    .filter(
      (other) =>
        view.method(other) !== 'OPTIONS' &&
        view.host(other) === view.host(preflight) &&
        urlLength[other] === urlLength[preflight],
    )
    .sort((a, b) => distance(view, a, preflight) - distance(view, b, preflight))[0];
}

function nearbyRows(view: ColumnView, row: number): number[] {
  const rows: number[] = [];
  const at = view.position(row);
  for (const step of [-1, 1]) {
    for (let far = 1; far <= NEARBY_ROWS; far++) {
      const other = view.rowsByStart[at + step * far];
      if (other === undefined || distance(view, other, row) > NEARBY_MS) break;
      rows.push(other);
    }
  }
  return rows;
}

function distance(view: ColumnView, a: number, b: number): number {
  return Math.abs(view.startMs(a) - view.startMs(b));
}
