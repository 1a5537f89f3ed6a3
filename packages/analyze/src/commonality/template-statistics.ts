import { type Capture, entryDurationMs } from '@harrier/har';
import { failedInside } from '../exchange/failed-inside.ts';
import { entryUrl } from '../exchange/indexed-text.ts';
import { hasFailed, outcomeOf } from '../exchange/outcome.ts';
import { urlPlace } from '../exchange/path-template.ts';

/** All requests of one method, host and path template. */
export interface TemplateStatistics {
  readonly method: string;
  readonly host: string;
  /** Ids as `{id}`, no query. */
  readonly path: string;
  readonly count: number;
  /** Status of 400 up, no answer, an error beside the status, or one inside the body. */
  readonly errors: number;
  /** Of the known durations; null where there is none. */
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
}

const ROWS_PER_CHECK = 2048;

/**
 * Requests folded by their template, the most frequent first. `rows`: which ones; default all. `failed`: those that an analysis found
 * to have failed, so that its number and these agree; default: looked up here.
 */
export async function templateStatistics(
  capture: Capture,
  rows?: AsyncIterable<number>,
  signal?: AbortSignal,
  failed?: ReadonlySet<number>,
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
    if (failed?.has(row) ?? (await isFailed(capture, row))) group.errors++;
    const ms = entryDurationMs(index, row);
    if (ms !== undefined) group.times.push(ms);
  }
  return [...groups]
    .sort(([keyA, a], [keyB, b]) => b.count - a.count || (keyA < keyB ? -1 : 1))
    .map(([, group]) => statisticsOf(group));
}

async function isFailed(capture: Capture, row: number): Promise<boolean> {
  return hasFailed(outcomeOf(capture.index, row)) || (await failedInside(capture, row));
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
