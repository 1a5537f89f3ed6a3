import type { EntryIndex } from '@harrier/har';
import { type SortKey, sortRows } from '../sort-rows.ts';

/** All rows of an index in the orders that were asked for, each sorted once: a filter only picks from them. */
export class RowOrders {
  readonly #index: EntryIndex;
  readonly #orders = new Map<string, Uint32Array>();
  readonly #values = new Map<SortKey, ArrayLike<number | string | undefined>>();

  constructor(index: EntryIndex) {
    this.#index = index;
  }

  /** Sorts by values that the index does not hold; `key` is the column's. */
  learn(key: SortKey, values: ArrayLike<number | string | undefined>): void {
    this.#values.set(key, values);
  }

  knows(key: SortKey): boolean {
    return !key.startsWith('column:') || this.#values.has(key);
  }

  all(key: SortKey, descending: boolean): Uint32Array {
    const name = `${key} ${descending}`;
    const known = this.#orders.get(name);
    if (known !== undefined) return known;
    const rows = Uint32Array.from({ length: this.#index.length }, (_, row) => row);
    if (key !== 'index' || descending) sortRows(rows, this.#index, key, descending, this.#values.get(key));
    this.#orders.set(name, rows);
    return rows;
  }
}
