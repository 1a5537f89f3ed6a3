import type { EntryColumns } from './entry-index.ts';
import { fitted } from './fitted.ts';

const layout = {
  entryStart: Float64Array,
  entryLength: Uint32Array,
  urlStart: Uint32Array,
  urlLength: Uint32Array,
  contentStart: Uint32Array,
  contentLength: Uint32Array,
  postDataStart: Uint32Array,
  postDataLength: Uint32Array,
  startedStart: Uint32Array,
  startedLength: Uint32Array,
  startEpochMs: Float64Array,
  timeMs: Float64Array,
  blocked: Float32Array,
  dns: Float32Array,
  connect: Float32Array,
  ssl: Float32Array,
  send: Float32Array,
  wait: Float32Array,
  receive: Float32Array,
  status: Uint16Array,
  contentSize: Uint32Array,
  transferSize: Uint32Array,
  flags: Uint32Array,
  method: Uint32Array,
  host: Uint32Array,
  mimeType: Uint32Array,
  trackingId: Uint32Array,
  resourceType: Uint32Array,
} as const satisfies { readonly [Name in keyof EntryColumns]: unknown };

export const columnNames = Object.keys(layout) as readonly (keyof EntryColumns)[];

/** Columns for `capacity` rows, with the rows of `from` copied to their front. */
export function allocateColumns(capacity: number, from?: EntryColumns): EntryColumns {
  const columns: Record<string, Float64Array | Float32Array | Uint32Array | Uint16Array> = {};
  for (const name of columnNames) {
    const column = new layout[name](capacity);
    if (from !== undefined) column.set(from[name]);
    columns[name] = column;
  }
  return columns as unknown as EntryColumns;
}

/** The first `length` rows in memory of that size; see {@link fitted}. */
export function fittedColumns(from: EntryColumns, length: number): EntryColumns {
  const columns: Record<string, EntryColumns[keyof EntryColumns]> = {};
  for (const name of columnNames) columns[name] = fitted(from[name], length);
  return columns as unknown as EntryColumns;
}
