import { captureSpan, type EntryIndex, entryDurationMs, UNKNOWN_SIZE } from '@harrier/har';

/** What the index alone can sort a table by. */
const indexKeys = [
  'index',
  'start',
  'responseStart',
  'end',
  'latency',
  'method',
  'host',
  'url',
  'status',
  'trackingId',
  'time',
  'size',
  'contentSize',
  'type',
  'mimeType',
  'blocked',
  'dns',
  'connect',
  'ssl',
  'send',
  'wait',
  'receive',
] as const;
export type IndexSortKey = (typeof indexKeys)[number];

/** Any other column is sorted by its values, which are collected from the file. */
export type SortKey = IndexSortKey | `column:${string}`;

/** Sorts rows in place; equal ones keep the order of the file, and what is not known stands last, whatever the direction. */
export function sortRows(
  rows: Uint32Array,
  index: EntryIndex,
  key: SortKey,
  descending: boolean,
  known?: ArrayLike<number | string | undefined>,
): void {
  const values = known ?? (isIndexKey(key) ? valuesOf(index, key) : []);
  const sign = descending ? -1 : 1;
  rows.sort((a, b) => {
    const [left, right] = [values[a], values[b]];
    const unknowns = Number(isUnknown(left)) - Number(isUnknown(right));
    return unknowns || (isUnknown(left) ? 0 : sign * compare(left, right)) || a - b;
  });
}

function isIndexKey(key: SortKey): key is IndexSortKey {
  return (indexKeys as readonly string[]).includes(key);
}

function compare(a: number | string | undefined, b: number | string | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return a === b ? 0 : (a as string) < (b as string) ? -1 : 1;
}

function isUnknown(value: number | string | undefined): boolean {
  return value === undefined || value === '' || Number.isNaN(value);
}

function valuesOf(index: EntryIndex, key: IndexSortKey): ArrayLike<number | string | undefined> {
  const { columns, length } = index;
  const numbers = (read: (row: number) => number | undefined): Float64Array =>
    Float64Array.from({ length }, (_, row) => read(row) ?? Number.NaN);
  switch (key) {
    case 'index':
      return numbers((row) => row);
    case 'start':
      return captureSpan(index).rowStartEpochMs;
    case 'responseStart': {
      const starts = captureSpan(index).rowStartEpochMs;
      return numbers((row) => (starts[row] as number) + latencyMs(index, row));
    }
    case 'end': {
      const starts = captureSpan(index).rowStartEpochMs;
      return numbers((row) => (starts[row] as number) + (entryDurationMs(index, row) ?? 0));
    }
    case 'latency':
      return numbers((row) => latencyMs(index, row));
    case 'time':
      return numbers((row) => entryDurationMs(index, row));
    case 'status':
      return columns.status;
    case 'size':
      return numbers((row) => knownSize(columns.transferSize[row]));
    case 'contentSize':
      return numbers((row) => knownSize(columns.contentSize[row]));
    case 'method':
    case 'host':
    case 'trackingId':
    case 'mimeType':
      return alphabetical(columns[key], index);
    case 'type':
      return alphabetical(columns.resourceType, index);
    case 'url':
      return Array.from({ length }, (_, row) => index.urls?.get(row));
    default:
      return numbers((row) => {
        const ms = columns[key][row] as number;
        return ms >= 0 ? ms : undefined;
      });
  }
}

/** From the start to the first byte of the response, as DevTools calls it: everything but the download. */
export function latencyMs(index: EntryIndex, row: number): number {
  const receive = index.columns.receive[row] as number;
  return Math.max(0, (entryDurationMs(index, row) ?? 0) - Math.max(0, receive || 0));
}

function knownSize(size: number | undefined): number | undefined {
  return size === UNKNOWN_SIZE ? undefined : size;
}

/** The place of each row's string among all strings; NaN where there is none. */
function alphabetical(ids: Uint32Array, { strings, length }: EntryIndex): Float64Array {
  const used = [...new Set(ids.subarray(0, length))].map((id) => ({ id, text: strings.get(id) }));
  used.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  const places = new Map(used.map(({ id, text }, place) => [id, text === '' ? Number.NaN : place]));
  return Float64Array.from({ length }, (_, row) => places.get(ids[row] as number) ?? Number.NaN);
}
