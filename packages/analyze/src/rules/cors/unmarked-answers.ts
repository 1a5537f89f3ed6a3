import { contentBytes } from '../../exchange/content-bytes.ts';
import { writesCorsErrors } from '../../failures/read-cors-failure.ts';
import type { ColumnView } from '../../findings/capture-view.ts';

/** A service's permission is mostly the same for all of its paths; so many of a host are looked at. */
const ROWS_PER_HOST = 40;
const MOST_ROWS = 800;

/**
 * Answers that a page may not have been allowed to read, where the exporter has no word for it: requests for data, those
 * without a captured body first (browsers do not keep what they withhold), then the earliest of each host.
 */
export function unmarkedAnswers(view: ColumnView): number[] {
  if (writesCorsErrors(view)) return [];
  const data = view.rowsOfKinds(
    (row) =>
      view.outcome(row) === 'answered' &&
      (/^(?:xhr|fetch)$/.test(view.resourceType(row)) ||
        (view.resourceType(row) === '' && /json|xml|^$/.test(view.mimeType(row)))),
  );
  const withoutBody = data.filter((row) => (contentBytes(view.index, row) ?? 0) === 0);
  const perHost = new Map<string, number>();
  return [...withoutBody, ...data]
    .filter((row) => {
      const taken = perHost.get(view.host(row)) ?? 0;
      perHost.set(view.host(row), taken + 1);
      return taken < ROWS_PER_HOST;
    })
    .slice(0, MOST_ROWS);
}
