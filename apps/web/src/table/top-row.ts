let shown: number | undefined;

/** Remembers the first request that stands in the table's window; undefined = there is none. */
export function keepTopRow(row: number | undefined): void {
  shown = row;
}

/** Where a person looks who has chosen no request. */
export function topRow(): number | undefined {
  return shown;
}
