import { columnNames } from './columns.ts';
import type { EntryColumns, EntryIndex } from './entry-index.ts';
import { stringTableOf } from './string-table.ts';

/** An {@link EntryIndex} as plain data: what `postMessage` can carry. */
export interface EntryIndexMessage {
  readonly length: number;
  /** Exactly `length` rows. */
  readonly columns: EntryColumns;
  /** In id order. */
  readonly strings: readonly string[];
}

/** What goes into `postMessage(message, transfer)`. */
export interface PackedIndex {
  readonly message: EntryIndexMessage;
  readonly transfer: ArrayBuffer[];
}

/**
 * Packs the rows that an index has now. They are copied (0.3 % of the file), so the index stays usable and may
 * go on growing; the copies move to the other side without being copied again.
 */
export function packIndex(index: EntryIndex): PackedIndex {
  const columns: Record<string, EntryColumns[keyof EntryColumns]> = {};
  const transfer: ArrayBuffer[] = [];
  for (const name of columnNames) {
    const column = index.columns[name].slice(0, index.length);
    columns[name] = column;
    transfer.push(column.buffer as ArrayBuffer);
  }
  return {
    message: {
      length: index.length,
      columns: columns as unknown as EntryColumns,
      strings: index.strings.toArray(),
    },
    transfer,
  };
}

/** The index again, on the other side. */
export function unpackIndex({ length, columns, strings }: EntryIndexMessage): EntryIndex {
  return { length, columns, strings: stringTableOf(strings) };
}
