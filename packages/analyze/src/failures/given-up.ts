import { urlPlace } from '../exchange/path-template.ts';
import type { CaptureView, ColumnView } from '../findings/capture-view.ts';
import type { FailureOf } from './failure.ts';

/** Requests that the browser itself ended, because the page asked it to or went away. */
export function givenUp(view: CaptureView): FailureOf<'network'>[] {
  return view.failures.filter(
    (failure): failure is FailureOf<'network'> =>
      failure.reading === 'network' && failure.network === 'aborted',
  );
}

/** When an exchange ended, on the capture's axis in ms. */
export function endMs(view: ColumnView, row: number): number {
  return view.startMs(row) + (view.durationMs(row) ?? 0);
}

/** A page asks anew in the same turn in which it gives up: 10 ms in a quiet browser (measured), more in a busy one. */
const SAME_TURN_MS = 250;
/** The document of the next page is asked for before the old one goes; the answer takes its time. */
const LEAVING_MS = 1500;
const ROWS_AROUND = 300;

/** The newer request for the same thing that took the place of a given-up one; undefined = there is none. */
export function supersededBy(view: CaptureView, { row, exchange }: FailureOf<'network'>): number | undefined {
  const { host, path } = urlPlace(exchange.entry.request.url);
  return candidates(view, row).find((other) => {
    const entry = view.exchange(other)?.entry;
    if (entry === undefined) return false;
    const place = urlPlace(entry.request.url);
    return place.host === host && place.path === path;
  });
}

/** Rows that may have taken the place of `row`, on the columns alone. */
export function candidates(view: ColumnView, row: number): number[] {
  const end = endMs(view, row);
  return rowsAround(view, row).filter(
    (other) =>
      view.host(other) === view.host(row) &&
      view.method(other) === view.method(row) &&
      view.place(other)?.path === view.place(row)?.path &&
      view.startMs(other) >= view.startMs(row) &&
      Math.abs(view.startMs(other) - end) <= SAME_TURN_MS,
  );
}

/** The document for which the page was left while `row` was under way. */
export function leftFor(view: ColumnView, row: number): number | undefined {
  const end = endMs(view, row);
  return rowsAround(view, row).find(
    (other) =>
      view.resourceType(other) === 'document' &&
      view.startMs(other) >= view.startMs(row) &&
      view.startMs(other) <= end + SAME_TURN_MS &&
      endMs(view, other) >= end - SAME_TURN_MS &&
      end - view.startMs(other) <= LEAVING_MS,
  );
}

function rowsAround(view: ColumnView, row: number): number[] {
  const at = view.position(row);
  const until = endMs(view, row) + SAME_TURN_MS;
  const rows: number[] = [];
  for (let far = 1; far <= ROWS_AROUND; far++) {
    const other = view.rowsByStart[at + far];
    if (other === undefined || view.startMs(other) > until) break;
    rows.push(other);
  }
  return rows;
}
