import type { ColumnView } from '../../findings/capture-view.ts';

/** Enough to tell a habit of the whole file, and cheap: 60 entries open in 3 ms. */
const FROM_EACH_END = 30;

/** What an application asks for itself; `''` where the exporter does not say. */
const ownTypes: ReadonlySet<string> = new Set(['', 'document', 'xhr', 'fetch']);

/** Rows of documents and API requests from both ends of a capture, to look at their fields; few where it is short. */
export function sampleRows(view: ColumnView): number[] {
  const rows = view.rowsOfKinds((row) => ownTypes.has(view.resourceType(row)));
  return rows.length <= 2 * FROM_EACH_END
    ? rows
    : [...rows.slice(0, FROM_EACH_END), ...rows.slice(-FROM_EACH_END)];
}

/** Rows of API requests, where the exporter says which they are, or their answer is JSON. */
export function apiRows(view: ColumnView): number[] {
  return view.rowsOfKinds(
    (row) => /^(?:xhr|fetch)$/.test(view.resourceType(row)) || view.mimeType(row).includes('json'),
  );
}
