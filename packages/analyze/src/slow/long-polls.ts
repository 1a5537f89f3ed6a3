import type { ColumnView } from '../findings/capture-view.ts';
import { oncePerCapture } from '../findings/once-per-capture.ts';

/** Whoever does not say that it polls is known by this: servers hold a long poll back for 20 seconds to two minutes. */
const HELD_BACK_MS = 20_000;
/** Below a second nobody asks why. */
export const SHORTEST_POLL_MS = 1000;
/** A long poll is asked again at once. */
const ASKED_AGAIN_MS = 2000;
/** Rows looked at after a long wait for the same question. */
const ASKED_AGAIN_ROWS = 300;

/**
 * Of waits that are shorter, so many in a row, each asked in the same breath in which the one before was answered: a page that asks on a
 * timer leaves a pause, and one that needs an answer asks for something else next.
 */
const IN_A_ROW = 3;
const IN_A_ROW_MS = 5000;
const SAME_BREATH_MS = 500;

/** Addresses that say what they are: `/events/poll`, CometD, SignalR's and Socket.IO's `transport`. */
const pollAddress =
  /\/(?:long-?poll(?:ing)?|cometd?)(?:[/?#._-]|$)|\/poll(?:\.[a-z]{2,5})?\/?(?:[?#]|$)|[?&]transport=(?:long-?_?)?polling\b/i;
/** How long the client lets the server hold the answer back: seconds, or milliseconds from a thousand on. */
const heldFor =
  /[?&](?:timeout|wait|hold|block|max-?_?wait|poll-?_?timeout|wait-?_?time(?:out)?)=(\d{1,6})(?:ms|s)?(?:[&#]|$)/i;
/** Pages of a long list are asked for in one breath, too. */
const asksForPages =
  /[?&](?:page|page_?no|page_?num(?:ber)?|p|offset|skip|start|cursor|continuation|page_?token|next_?token)=/i;
/** On the way, and until a server looks at its clock. */
const OVER_MS = 2000;

const known = oncePerCapture((_: ColumnView): Map<number, boolean> => new Map());

/**
 * A question that the server holds back until there is news. Its address says so; or it says how long to hold it back, and it is asked
 * again as soon as it is answered; or it is held back so long and asked again at once that it can be nothing else. The last of a
 * series is known by the one before it. RFC 6202 §2.
 */
export function isLongPoll(view: ColumnView, row: number, durationMs: number): boolean {
  if (!((view.index.columns.wait[row] as number) >= SHORTEST_POLL_MS)) return false;
  const answers = known(view);
  const answer = answers.get(row) ?? isPoll(view, row, durationMs);
  answers.set(row, answer);
  return answer;
}

function isPoll(view: ColumnView, row: number, durationMs: number): boolean {
  const waitMs = view.index.columns.wait[row] as number;
  if (waitMs >= HELD_BACK_MS && isAskedAgain(view, row, durationMs)) return true;
  const url = view.url(row) ?? '';
  if (pollAddress.test(url)) return true;
  const written = Number(heldFor.exec(url)?.[1] ?? Number.NaN);
  const heldMs = written < 1000 ? written * 1000 : written;
  const isAsked = waitMs <= heldMs + OVER_MS;
  if (!isAsked && (waitMs < IN_A_ROW_MS || asksForPages.test(url))) return false;
  const pauseMs = isAsked ? ASKED_AGAIN_MS : SAME_BREATH_MS;
  const inARow = 1 + countInARow(view, row, 'before', pauseMs) + countInARow(view, row, 'after', pauseMs);
  return inARow >= (isAsked ? 2 : IN_A_ROW);
}

function isAskedAgain(view: ColumnView, row: number, durationMs: number): boolean {
  const startMs = view.startMs(row);
  const at = view.position(row);
  for (let far = 1; far <= ASKED_AGAIN_ROWS; far++) {
    const next = view.rowsByStart[at + far];
    if (next !== undefined && follows(view, row, startMs + durationMs, next)) return true;
    const before = view.rowsByStart[at - far];
    if (before === undefined) continue;
    const endMs = view.startMs(before) + (view.durationMs(before) ?? 0);
    if (follows(view, before, endMs, row)) return true;
  }
  return false;
}

/** Whether `next` asks the same as `row` within two seconds of the end of `row`. */
function follows(view: ColumnView, row: number, endMs: number, next: number): boolean {
  const gapMs = view.startMs(next) - endMs;
  if (gapMs < -1 || gapMs > ASKED_AGAIN_MS) return false;
  if (view.host(next) !== view.host(row) || view.method(next) !== view.method(row)) return false;
  const { urlLength, wait } = view.index.columns;
  // What came before a slow request is no poll itself unless it was held back, too.
  if (!((wait[row] as number) >= HELD_BACK_MS)) return false;
  // The next question differs by a cursor or a time stamp at most.
  return Math.abs((urlLength[next] as number) - (urlLength[row] as number)) <= 8;
}

/** How many of the same question come before or after a row, each within a pause of the answer to the other; no more than are needed. */
function countInARow(view: ColumnView, row: number, direction: 'before' | 'after', pauseMs: number): number {
  let count = 0;
  let at = row;
  while (count < IN_A_ROW) {
    const other = neighbour(view, at, direction, pauseMs);
    if (other === undefined) return count;
    count++;
    at = other;
  }
  return count;
}

function neighbour(
  view: ColumnView,
  row: number,
  direction: 'before' | 'after',
  pauseMs: number,
): number | undefined {
  const position = view.position(row);
  const step = direction === 'after' ? 1 : -1;
  for (let far = 1; far <= ASKED_AGAIN_ROWS; far++) {
    const other = view.rowsByStart[position + step * far];
    if (other === undefined) return undefined;
    const [earlier, later] = direction === 'after' ? [row, other] : [other, row];
    const gapMs = view.startMs(later) - view.startMs(earlier) - (view.durationMs(earlier) ?? 0);
    if (direction === 'after' && gapMs > pauseMs) return undefined;
    if (gapMs < -1 || gapMs > pauseMs || !isSameQuestion(view, row, other)) continue;
    if ((view.index.columns.wait[other] as number) >= IN_A_ROW_MS || heldFor.test(view.url(other) ?? ''))
      return other;
  }
  return undefined;
}

/** The same path to the letter: items that are asked for one by one differ there. */
function isSameQuestion(view: ColumnView, one: number, other: number): boolean {
  const url = view.url(one) ?? '';
  return (
    view.host(one) === view.host(other) &&
    view.method(one) === view.method(other) &&
    url.replace(/[?#].*$/s, '') === view.url(other)?.replace(/[?#].*$/s, '')
  );
}
