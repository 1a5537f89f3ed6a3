import { columnNames } from './columns.ts';
import type { EntryColumns, EntryIndex } from './entry-index.ts';
import { type PackedStrings, packStrings, unpackStrings } from './string-table.ts';
import { type PackedUrls, unpackUrls } from './url-table.ts';

/** An {@link EntryIndex} as plain data: what `postMessage` can carry. */
export interface EntryIndexMessage {
  readonly length: number;
  /** Exactly `length` rows. */
  readonly columns: EntryColumns;
  readonly strings: PackedStrings;
  readonly urls?: PackedUrls;
}

/** What goes into `postMessage(message, transfer)`. */
export interface PackedIndex {
  readonly message: EntryIndexMessage;
  readonly transfer: ArrayBuffer[];
}

/**
 * Packs the rows that an index has now. They are copied (0.3 % of the file), so the index stays usable and may
 * go on growing; the copies move to the other side without being copied again, and nothing is decoded on the way.
 */
export function packIndex(index: EntryIndex): PackedIndex {
  const columns: Record<string, EntryColumns[keyof EntryColumns]> = {};
  const transfer: ArrayBuffer[] = [];
  for (const name of columnNames) {
    const column = index.columns[name].slice(0, index.length);
    columns[name] = column;
    transfer.push(column.buffer as ArrayBuffer);
  }
  const strings = index.strings.pack?.() ?? packStrings(index.strings);
  const urls = index.urls?.pack(index.length);
  for (const array of [strings.bytes, strings.ends, urls?.bytes, urls?.ends, urls?.missing])
    if (array !== undefined) transfer.push(array.buffer as ArrayBuffer);
  return {
    message: {
      length: index.length,
      columns: columns as unknown as EntryColumns,
      strings,
      ...(urls === undefined ? {} : { urls }),
    },
    transfer,
  };
}

/** The index again, on the other side. */
export function unpackIndex({ length, columns, strings, urls }: EntryIndexMessage): EntryIndex {
  return {
    length,
    columns,
    strings: unpackStrings(strings),
    ...(urls === undefined ? {} : { urls: unpackUrls(urls) }),
  };
}
