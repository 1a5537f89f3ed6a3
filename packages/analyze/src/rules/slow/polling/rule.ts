import type { Exchange } from '../../../exchange/exchange.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { ColumnView } from '../../../findings/capture-view.ts';
import { oncePerCapture } from '../../../findings/once-per-capture.ts';
import type { Rule } from '../../../findings/rule.ts';
import { pollGapMs, repeatedCalls, rowsToOpen, sameCalls } from '../../../slow/repeated.ts';

const AT_LEAST = 5;
/** A timer that asks more often than every three seconds costs more than it brings. */
const EVERY_MS = 3000;
/** Most of the answers brought no news. */
const UNCHANGED_SHARE = 0.8;

/**
 * Finds timers that ask the same again every few seconds and mostly get the same answer.
 * Quiet on: long polls (the server holds the answer back), presence and jobs whose answers change, slower timers, answers
 * whose content was not captured.
 */
export const polling: Rule<'slow/polling'> = {
  meta: { id: 'slow/polling', severity: 'info', class: 'strong', knowledgeId: 'timing/many-calls' },
  opens: (view) => polls(view),
  *detect(view) {
    for (const calls of sameCalls(view, polls(view), AT_LEAST)) {
      const gapMs = pollGapMs(
        view,
        calls.map(({ entry }) => entry.index),
      );
      if (gapMs === undefined || gapMs >= EVERY_MS || unchangedShare(calls) < UNCHANGED_SHARE) continue;
      // A call that fills the gap is held back by the server, or as fast as it can be.
      const isHeld = calls.every(({ entry }) => (view.durationMs(entry.index) ?? 0) > gapMs / 2);
      if (isHeld) continue;
      const [first] = calls;
      yield {
        entries: calls.map(({ entry }) => entry.index),
        evidence: calls.slice(0, 5).map(({ entry }) => ({
          entry: entry.index,
          pointer: '/startedDateTime',
          role: 'cause' as const,
        })),
        facts: { ...exchangeFacts(first, 1), calls: calls.length, gapMs: Math.round(gapMs) },
      };
    }
  },
};

/** Rows that a quick timer asked for, on the columns alone. */
const polls = oncePerCapture((view: ColumnView): readonly number[] => {
  const quick = repeatedCalls(view).filter(
    (rows) => (pollGapMs(view, rows) ?? Number.POSITIVE_INFINITY) < EVERY_MS,
  );
  return rowsToOpen(quick);
});

function unchangedShare(calls: readonly Exchange[]): number {
  const same = calls.slice(1).filter(({ entry, responseText }, at) => {
    const { status } = entry.response;
    const isKnown = responseText !== undefined;
    return status === 304 || status === 204 || (isKnown && responseText === calls[at]?.responseText);
  });
  return same.length / (calls.length - 1);
}
