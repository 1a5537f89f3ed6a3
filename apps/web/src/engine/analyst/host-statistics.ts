import { type EntryIndex, entryDurationMs, UNKNOWN_SIZE } from '@harrier/har';
import type { FailedRows } from '../failed-rows.ts';

/** All requests to one host. */
export interface HostStatistics {
  readonly host: string;
  readonly count: number;
  /** Those that failed. */
  readonly errors: number;
  /** Bytes on the wire, as far as they are known; undefined = of none. */
  readonly bytes: number | undefined;
  /** Nearest rank of the known durations; null where there is none. */
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
}

interface Group {
  count: number;
  errors: number;
  bytes: number | undefined;
  readonly times: number[];
}

/** Rows folded by their host, the busiest first. */
export function hostStatistics(index: EntryIndex, rows: Uint32Array, failed: FailedRows): HostStatistics[] {
  const { columns, strings } = index;
  const groups = new Map<number, Group>();
  for (const row of rows) {
    const host = columns.host[row] as number;
    const group = groups.get(host) ?? { count: 0, errors: 0, bytes: undefined, times: [] };
    groups.set(host, group);
    group.count++;
    if (failed.has(row)) group.errors++;
    const size = columns.transferSize[row] as number;
    if (size !== UNKNOWN_SIZE) group.bytes = (group.bytes ?? 0) + size;
    const ms = entryDurationMs(index, row);
    if (ms !== undefined) group.times.push(ms);
  }
  return [...groups]
    .map(([host, { times, ...group }]) => {
      const sorted = times.sort((a, b) => a - b);
      return {
        host: strings.get(host),
        ...group,
        p50Ms: percentile(sorted, 0.5),
        p95Ms: percentile(sorted, 0.95),
      };
    })
    .sort((a, b) => b.count - a.count || (a.host < b.host ? -1 : 1));
}

function percentile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}
