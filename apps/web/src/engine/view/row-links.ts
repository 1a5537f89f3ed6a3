import { outcomeOf } from '@harrier/analyze';
import { type Capture, type CaptureSpan, captureSpan } from '@harrier/har';
import { Turns } from '../turn.ts';
import { RowLink } from './view-question.ts';

/** Chrome writes a preflight 0 to 6 ms after its request; a slow connection is opened in between. */
const PREFLIGHT_WITHIN_MS = 2000;
/** Browsers follow at once; a slow machine takes this long. */
const FOLLOWED_WITHIN_MS = 2000;
/** Later it is another attempt of the person. */
const REPEATED_WITHIN_MS = 60_000;

/** What rows belong to. */
export interface RowLinks {
  /** The row that a row belongs to; itself where it stands alone. */
  readonly parent: Uint32Array;
  /** A {@link RowLink} for each row. */
  readonly kind: Uint8Array;
  /** What belongs to a row, for those that something belongs to. */
  readonly followers: ReadonlyMap<number, readonly number[]>;
}

/** Between two looks at the clock. */
const ROWS_PER_LOOK = 512;

/**
 * Joins preflights with their requests, redirects with what they led to, and failed requests with their repetition. Only
 * redirects are opened: the rest is in the index. Lets others have the thread in between.
 */
export async function linkRows(capture: Capture): Promise<RowLinks> {
  const turns = new Turns();
  const { index } = capture;
  const { columns, strings, length } = index;
  const span = captureSpan(index);
  const parent = Uint32Array.from({ length }, (_, row) => row);
  const kind = new Uint8Array(length);
  const link = (row: number, to: number, how: RowLink): void => {
    if (row === to || kind[row] !== RowLink.none || leadsTo(parent, to, row)) return;
    parent[row] = to;
    kind[row] = how;
  };
  const byUrl = await rowsByUrl(capture, span, turns);
  for (const rows of byUrl.values()) {
    if (rows.length < 2) continue;
    if (turns.isOver) await turns.pause();
    for (const [at, row] of rows.entries()) {
      const method = strings.get(columns.method[row] as number);
      if (method === 'OPTIONS') {
        const request = nearest(span, rows, at, (other) => columns.method[other] !== columns.method[row]);
        if (request !== undefined) link(row, request, RowLink.preflight);
        continue;
      }
      const before = previousAlike(columns, rows, at);
      if (before === undefined || !hasFailed(outcomeOf(index, before))) continue;
      const starts = span.rowStartEpochMs;
      if ((starts[row] as number) - (starts[before] as number) > REPEATED_WITHIN_MS) continue;
      if (columns.postDataLength[before] === columns.postDataLength[row]) link(row, before, RowLink.retry);
    }
  }
  for (let row = 0; row < length; row++) {
    const status = columns.status[row] as number;
    if (status < 300 || status > 399 || status === 304) continue;
    if (turns.isOver) await turns.pause();
    const target = await redirectTarget(capture, row);
    const followed = target === undefined ? undefined : followedBy(span, byUrl.get(target) ?? [], row);
    if (followed !== undefined) link(followed, row, RowLink.redirect);
  }
  return { parent, kind, followers: followersOf(parent) };
}

function followersOf(parent: Uint32Array): Map<number, number[]> {
  const followers = new Map<number, number[]>();
  for (const [row, to] of parent.entries()) {
    if (row === to) continue;
    const list = followers.get(to);
    if (list === undefined) followers.set(to, [row]);
    else list.push(row);
  }
  return followers;
}

/** Rows of each URL in the order of their starts. */
async function rowsByUrl(
  { index }: Capture,
  { rowStartEpochMs }: CaptureSpan,
  turns: Turns,
): Promise<Map<string, number[]>> {
  const byUrl = new Map<string, number[]>();
  for (let row = 0; row < index.length; row++) {
    if (row % ROWS_PER_LOOK === 0 && turns.isOver) await turns.pause();
    const url = index.urls?.get(row);
    if (url === undefined || url === '') continue;
    const rows = byUrl.get(url);
    if (rows === undefined) byUrl.set(url, [row]);
    else rows.push(row);
  }
  for (const rows of byUrl.values())
    if (rows.length > 1)
      rows.sort((a, b) => (rowStartEpochMs[a] as number) - (rowStartEpochMs[b] as number) || a - b);
  return byUrl;
}

function nearest(
  { rowStartEpochMs }: CaptureSpan,
  rows: readonly number[],
  at: number,
  fits: (row: number) => boolean,
): number | undefined {
  const startMs = rowStartEpochMs[rows[at] as number] as number;
  const distance = (row: number): number => Math.abs((rowStartEpochMs[row] as number) - startMs);
  const around = rows.slice(Math.max(0, at - 8), at + 9).filter(fits);
  const [best] = around.sort((a, b) => distance(a) - distance(b));
  return best !== undefined && distance(best) <= PREFLIGHT_WITHIN_MS ? best : undefined;
}

function previousAlike(
  { method }: Capture['index']['columns'],
  rows: readonly number[],
  at: number,
): number | undefined {
  for (let before = at - 1; before >= Math.max(0, at - 8); before--)
    if (method[rows[before] as number] === method[rows[at] as number]) return rows[before];
  return undefined;
}

function hasFailed(outcome: ReturnType<typeof outcomeOf>): boolean {
  return outcome === 'failed-status' || outcome === 'no-response' || outcome === 'error';
}

async function redirectTarget(capture: Capture, row: number): Promise<string | undefined> {
  const { request, response } = await capture.openEntry(row);
  const location = response.headers.find(({ name }) => name.toLowerCase() === 'location')?.value;
  const target = location ?? response.redirectUrl ?? '';
  if (target === '' || !URL.canParse(target, request.url)) return undefined;
  return new URL(target, request.url).href.replace(/#.*$/s, '');
}

function followedBy(span: CaptureSpan, rows: readonly number[], row: number): number | undefined {
  const startMs = span.rowStartEpochMs[row] as number;
  return rows.find((other) => {
    const afterMs = (span.rowStartEpochMs[other] as number) - startMs;
    return other !== row && afterMs >= 0 && afterMs <= FOLLOWED_WITHIN_MS + 60_000;
  });
}

function leadsTo(parent: Uint32Array, from: number, row: number): boolean {
  let at = from;
  for (let hops = 0; hops < 64; hops++) {
    if (at === row) return true;
    const next = parent[at] as number;
    if (next === at) return false;
    at = next;
  }
  return true;
}
