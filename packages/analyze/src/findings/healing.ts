import type { Capture } from '@harrier/har';
import { entryUrl } from '../exchange/indexed-text.ts';
import type { ColumnView } from './capture-view.ts';

/** A retry comes within a minute; later it is another attempt of the person. */
const RETRIED_WITHIN_MS = 60_000;
/** Rows looked at after a failed one. */
const ROWS_AFTER = 500;
/** URLs read from the file to compare, for the whole capture. */
const MAX_URLS_READ = 4000;

/**
 * For failed rows, the later request with the same method and URL that succeeded. Candidates are chosen on the columns;
 * only their URLs are read.
 */
export async function findHealing(
  capture: Capture,
  view: ColumnView,
  failed: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const healing = new Map<number, number>();
  const urls = new Map<number, string>();
  const urlOf = async (row: number): Promise<string | undefined> => {
    const known = urls.get(row);
    if (known !== undefined || urls.size >= MAX_URLS_READ) return known;
    const url = view.url(row) ?? (await entryUrl(capture, row));
    urls.set(row, url);
    return url;
  };
  for (const row of failed) {
    for (const candidate of laterSuccesses(view, row)) {
      const url = await urlOf(row);
      if (url === undefined || url !== (await urlOf(candidate))) continue;
      healing.set(row, candidate);
      break;
    }
  }
  return healing;
}

function* laterSuccesses(view: ColumnView, row: number): Generator<number> {
  const { status, urlLength, host, method } = view.index.columns;
  const at = view.position(row);
  const untilMs = view.startMs(row) + RETRIED_WITHIN_MS;
  for (let far = 1; far <= ROWS_AFTER; far++) {
    const next = view.rowsByStart[at + far];
    if (next === undefined || view.startMs(next) > untilMs) return;
    const isAlike =
      urlLength[next] === urlLength[row] && host[next] === host[row] && method[next] === method[row];
    const code = status[next] as number;
    if (
      isAlike &&
      code >= 200 &&
      code < 400 &&
      view.outcome(next) === 'answered' &&
      !view.marks(next).failure
    )
      yield next;
  }
}
