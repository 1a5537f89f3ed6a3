import type { Capture } from '@harrier/har';

/** The entry that holds a byte; its index in the file's order. */
export function entryFinder({ index }: Capture): (offset: number) => number | undefined {
  const { entryStart, entryLength } = index.columns;
  const starts = entryStart.slice(0, index.length);
  const rows = Uint32Array.from(starts, (_, row) => row).sort((a, b) => starts[a]! - starts[b]!);
  return (offset) => {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[rows[middle] as number] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    const row = rows[low - 1];
    if (row === undefined) return undefined;
    return offset < (starts[row] as number) + (entryLength[row] as number) ? row : undefined;
  };
}
