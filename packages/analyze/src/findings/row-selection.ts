import type { RowKinds } from '../exchange/row-kinds.ts';

/**
 * Rows of which a test is true, in the order in which things happened. The test may look only at what rows of one kind have
 * in common: host, method, media type, resource type, status, outcome, and whether a cache answered or messages of a WebSocket were kept.
 */
export type RowsOfKinds = (test: (row: number) => boolean) => number[];

/**
 * A capture of ten thousand rows has some hundred kinds of them. Each rule asks a few, instead of every row: what is asked
 * ten thousand times is compiled by the engine, and a hundred questions that are compiled cost more than all answers.
 */
export function rowsOfKinds({ samples, kindOfRow }: RowKinds, rowsByStart: readonly number[]): RowsOfKinds {
  return (test) => {
    const isWanted = Uint8Array.from(samples, (row) => (test(row) ? 1 : 0));
    return isWanted.includes(1) ? selected(rowsByStart, kindOfRow, isWanted) : [];
  };
}

function selected(rows: readonly number[], kindOfRow: Uint32Array, isWanted: Uint8Array): number[] {
  const found: number[] = [];
  // Asked by a hundred rules: before it is compiled, every step of `of` makes an object.
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    if (isWanted[kindOfRow[row] as number] === 1) found.push(row);
  }
  return found;
}

/** Those of `rows` in which a column is above a limit; `NaN`, not known, is not. */
export function rowsAbove(
  rows: readonly number[],
  column: Float64Array | Float32Array | Uint32Array,
  limit: number,
): number[] {
  const found: number[] = [];
  for (const row of rows) if ((column[row] as number) > limit) found.push(row);
  return found;
}

/** The same from `least` on. */
export function rowsFrom(
  rows: readonly number[],
  column: Float64Array | Float32Array | Uint32Array,
  least: number,
): number[] {
  const found: number[] = [];
  for (const row of rows) if ((column[row] as number) >= least) found.push(row);
  return found;
}

/** The `most` rows in which a column is greatest, greatest first; among equals what happened first. `rows` in that order. */
export function greatestFirst(
  rows: readonly number[],
  column: Float64Array | Float32Array | Uint32Array,
  most: number,
): number[] {
  return [...rows].sort((a, b) => (column[b] as number) - (column[a] as number)).slice(0, most);
}
