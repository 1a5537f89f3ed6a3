import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { ColumnView } from '../../../findings/capture-view.ts';
import { oncePerCapture } from '../../../findings/once-per-capture.ts';
import { rowsFrom } from '../../../findings/row-selection.ts';
import type { Rule } from '../../../findings/rule.ts';
import { byPlace } from '../../../slow/by-place.ts';
import { isLongPoll, SHORTEST_POLL_MS } from '../../../slow/long-polls.ts';
import { isSound, ordinaryRows } from '../../../slow/sound.ts';

const MAX_OPENED = 60;

/**
 * Finds long polls: the address says so, or says how long to hold the answer back; or it was held back for 20 s and up, or several
 * times in a row for 5 s and up, and the same was asked again at once. Nothing is slow there; told so that nobody takes them for the
 * trouble.
 * Quiet on: a long wait that is not asked again, which is a slow answer; a slow answer that is asked for on a timer; surveys.
 * Source: RFC 6202 §2.
 */
export const longPoll: Rule<'slow/long-poll'> = {
  meta: {
    id: 'slow/long-poll',
    severity: 'info',
    class: 'strong',
    knowledgeId: 'timing/waiting',
    supersedes: ['slow/server', 'slow/network', 'slow/wait-unexplained', 'slow/polling'],
  },
  opens: (view) => longPollRows(view),
  *detect(view) {
    const exchanges = longPollRows(view)
      .filter((row) => isSound(view, row))
      .flatMap((row) => view.exchange(row) ?? []);
    for (const group of byPlace(exchanges)) {
      const [first] = group;
      const { index } = first.entry;
      yield {
        entries: group.map(({ entry }) => entry.index),
        evidence: [{ entry: index, pointer: '/timings/wait', role: 'cause' }],
        facts: {
          ...exchangeFacts(first, group.length),
          waitMs: Math.round(view.index.columns.wait[index] as number),
        },
      };
    }
  },
};

const longPollRows = oncePerCapture((view: ColumnView): readonly number[] => {
  return rowsFrom(ordinaryRows(view), view.index.columns.wait, SHORTEST_POLL_MS)
    .filter((row) => isLongPoll(view, row, view.durationMs(row) ?? 0))
    .slice(0, MAX_OPENED);
});
