import type { Capture } from '@harrier/har';
import { entryUrl } from '../exchange/indexed-text.ts';
import { urlPlace } from '../exchange/path-template.ts';
import type { CaptureView } from '../findings/capture-view.ts';
import { slowRows } from '../slow/slow.ts';

/** A slow request, answered and not meant to last. */
export interface SlowEntry {
  readonly entry: number;
  readonly method: string;
  /** Host and path template; no query, ids as `{id}`. */
  readonly host: string;
  readonly path: string;
  readonly timeMs: number;
  readonly trackingId?: string;
}

/** More than this nobody reads; their number is in the summary. */
const MAX_NAMED = 100;

/** Slow entries, the slowest first. Only the first hundred are named; the rest is known by its index and time. */
export async function slowEntries(capture: Capture, view: CaptureView): Promise<SlowEntry[]> {
  const failed = new Set(view.failures.map(({ row }) => row));
  const rows = slowRows(view)
    .filter((row) => !failed.has(row))
    .sort((a, b) => (view.durationMs(b) ?? 0) - (view.durationMs(a) ?? 0));
  const slow: SlowEntry[] = [];
  for (const row of rows) {
    const url = slow.length < MAX_NAMED ? await entryUrl(capture, row) : '';
    const trackingId = view.index.strings.get(view.index.columns.trackingId[row] as number);
    slow.push({
      entry: row,
      method: view.method(row),
      ...urlPlace(url),
      timeMs: view.durationMs(row) ?? 0,
      ...(trackingId === '' ? {} : { trackingId }),
    });
  }
  return slow;
}
