import { type Capture, entryDurationMs } from '@harrier/har';
import { entryUrl } from '../exchange/indexed-text.ts';
import { outcomeOf } from '../exchange/outcome.ts';
import { urlPlace } from '../exchange/path-template.ts';

/** All requests of one method, host and path template. */
export interface TemplateStatistics {
  readonly method: string;
  readonly host: string;
  /** Ids as `{id}`, no query. */
  readonly path: string;
  readonly count: number;
  /** Status of 400 up, or no answer. */
  readonly errors: number;
  /** Of the known durations; null where there is none. */
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
}

const ROWS_PER_CHECK = 2048;

/** Requests folded by their template, the most frequent first. `rows`: which ones; default all. */
export async function templateStatistics(
  capture: Capture,
  rows?: AsyncIterable<number>,
  signal?: AbortSignal,
): Promise<TemplateStatistics[]> {
  const { index } = capture;
  const groups = new Map<string, Group>();
  let looked = 0;
  for await (const row of rows ?? allRows(index.length)) {
    if (looked++ % ROWS_PER_CHECK === 0) signal?.throwIfAborted();
    const method = index.strings.get(index.columns.method[row] as number);
    const place = urlPlace(await entryUrl(capture, row));
    const key = `${method} ${place.host} ${place.path}`;
    let group = groups.get(key);
    if (group === undefined) {
      group = { method, ...place, count: 0, errors: 0, times: [] };
      groups.set(key, group);
    }
    group.count++;
    const outcome = outcomeOf(index, row);
    if (outcome === 'failed-status' || outcome === 'no-response' || outcome === 'error') group.errors++;
    const ms = entryDurationMs(index, row);
    if (ms !== undefined) group.times.push(ms);
  }
  return [...groups]
    .sort(([keyA, a], [keyB, b]) => b.count - a.count || (keyA < keyB ? -1 : 1))
    .map(([, group]) => statisticsOf(group));
}

interface Group {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  count: number;
  errors: number;
  readonly times: number[];
}

function statisticsOf({ times, ...group }: Group): TemplateStatistics {
  const sorted = times.sort((a, b) => a - b);
  return { ...group, p50Ms: percentile(sorted, 0.5), p95Ms: percentile(sorted, 0.95) };
}

/** Nearest rank: the least value that so great a share does not exceed. */
function percentile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}

async function* allRows(length: number): AsyncGenerator<number> {
  for (let row = 0; row < length; row++) yield row;
}
