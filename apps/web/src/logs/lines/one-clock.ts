import type { Flow, StoredRecord } from '@harrier/logs/for-pages';

/** A line with when it was written on the flow's clock; undefined where it has no time. */
export interface ClockedLine {
  readonly record: StoredRecord;
  readonly timeNs: bigint | undefined;
}

/** Lines in the order in which they happened: how far each service's clock runs ahead is taken off first. */
export function onOneClock(records: readonly StoredRecord[], flow: Flow | undefined): ClockedLine[] {
  const offsets = new Map<StoredRecord, bigint>();
  for (const { writer, lines } of flow?.hops ?? []) {
    const offsetNs = flow?.clocks.find((clock) => clock.writer === writer)?.offsetNs ?? 0n;
    for (const line of lines) offsets.set(line, offsetNs);
  }
  const lines = records.map((record) => {
    const offsetNs = offsets.get(record) ?? 0n;
    return { record, timeNs: record.timeNs, placeNs: record.orderNs - offsetNs, offsetNs };
  });
  // A stable sort: what has the same moment stays in the order of the answer.
  if (offsets.size > 0) lines.sort((a, b) => (a.placeNs < b.placeNs ? -1 : a.placeNs > b.placeNs ? 1 : 0));
  return lines.map(({ record, timeNs, offsetNs }) => ({
    record,
    timeNs: timeNs === undefined ? undefined : timeNs - offsetNs,
  }));
}
