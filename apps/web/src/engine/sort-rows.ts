import { captureSpan, type EntryIndex, entryDurationMs } from '@harrier/har';

/** What a table can be sorted by from the index alone. */
export type SortKey =
  | 'index'
  | 'start'
  | 'end'
  | 'method'
  | 'host'
  | 'status'
  | 'trackingId'
  | 'time'
  | 'size'
  | 'type';

/** Sorts rows in place; equal ones keep the order of the file. */
export function sortRows(rows: Uint32Array, index: EntryIndex, key: SortKey, descending: boolean): void {
  const values = valuesOf(index, key);
  const sign = descending ? -1 : 1;
  rows.sort((a, b) => sign * compare(values[a], values[b]) || a - b);
}

function compare(a: number | undefined, b: number | undefined): number {
  const [left, right] = [a ?? Number.NaN, b ?? Number.NaN];
  // What is not known stands below everything.
  if (Number.isNaN(left) || Number.isNaN(right))
    return Number(Number.isNaN(right)) - Number(Number.isNaN(left));
  return left < right ? -1 : left > right ? 1 : 0;
}

function valuesOf(index: EntryIndex, key: SortKey): ArrayLike<number> {
  const { columns, length } = index;
  switch (key) {
    case 'index':
      return Array.from({ length }, (_, row) => row);
    case 'start':
      return captureSpan(index).rowStartEpochMs;
    case 'end': {
      const starts = captureSpan(index).rowStartEpochMs;
      return Float64Array.from(
        { length },
        (_, row) => (starts[row] as number) + (entryDurationMs(index, row) ?? 0),
      );
    }
    case 'status':
      return columns.status;
    case 'time':
      return Float64Array.from({ length }, (_, row) => entryDurationMs(index, row) ?? Number.NaN);
    case 'size':
      return columns.transferSize;
    case 'method':
      return alphabetical(columns.method, index);
    case 'host':
      return alphabetical(columns.host, index);
    case 'trackingId':
      return alphabetical(columns.trackingId, index);
    case 'type':
      return alphabetical(columns.resourceType, index);
  }
}

/** The place of each row's string among all strings. */
function alphabetical(ids: Uint32Array, { strings, length }: EntryIndex): Uint32Array {
  const order = Array.from({ length: strings.length }, (_, id) => id).sort((a, b) =>
    compareText(strings.get(a), strings.get(b)),
  );
  const places = new Uint32Array(strings.length);
  order.forEach((id, place) => {
    places[id] = place;
  });
  return Uint32Array.from({ length }, (_, row) => places[ids[row] as number] as number);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
