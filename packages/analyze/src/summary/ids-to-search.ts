import type { SearchReason } from '@harrier/knowledge';
import { parseTrackingIds, requestKey, sessionKey } from '@harrier/tracking';
import type { CaptureView } from '../findings/capture-view.ts';
import type { Finding } from '../findings/finding.ts';
import type { SlowEntry } from './slow-entries.ts';

/** A tracking id that is worth a search in the services' logs. */
export interface IdToSearch {
  readonly id: string;
  /** The entry that carries it. */
  readonly entry: number;
  readonly why: SearchReason;
}

/** Nobody searches for more at once. */
const MAX_IDS = 20;
const MAX_SESSIONS = 3;

/**
 * Which ids to search for, the most telling first: those of findings in their order, of other failed entries, of slow
 * ones. Where nothing failed and nothing was slow, one id of each session, for whoever wants to look at the logs anyway.
 * One id stands for all that share its request.
 */
export function idsToSearch(
  view: CaptureView,
  findings: readonly Finding[],
  failedEntries: readonly number[],
  slow: readonly SlowEntry[],
): IdToSearch[] {
  const failed = new Set(failedEntries);
  const slowRows = new Set(slow.map(({ entry }) => entry));
  const ids = new IdList((id) => requestKey(id));
  for (const row of [...findings.flatMap(({ entries }) => entries), ...failed, ...slowRows]) {
    if (ids.list.length >= MAX_IDS) break;
    if (failed.has(row)) ids.add(idOf(view, row), row, 'failed');
    else if (slowRows.has(row)) ids.add(idOf(view, row), row, 'slow');
  }
  if (ids.list.length > 0) return ids.list;
  const sessions = new IdList((id) => sessionKey(id));
  for (const row of view.rowsByStart) {
    if (sessions.list.length >= MAX_SESSIONS) break;
    sessions.add(idOf(view, row), row, 'session');
  }
  return sessions.list;
}

function idOf(view: CaptureView, row: number): string {
  return (
    view.exchange(row)?.trackingId ?? view.index.strings.get(view.index.columns.trackingId[row] as number)
  );
}

type TrackingIdKey = (id: Parameters<typeof requestKey>[0]) => string;

class IdList {
  readonly list: IdToSearch[] = [];
  readonly #seen = new Set<string>();
  readonly #keyOf: TrackingIdKey;

  constructor(keyOf: TrackingIdKey) {
    this.#keyOf = keyOf;
  }

  add(text: string, entry: number, why: SearchReason): void {
    const id = parseTrackingIds(text)[0];
    if (id === undefined || this.#seen.has(this.#keyOf(id))) return;
    this.#seen.add(this.#keyOf(id));
    this.list.push({ id: id.text, entry, why });
  }
}
