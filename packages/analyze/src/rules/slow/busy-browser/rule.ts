import { UNKNOWN_SIZE } from '@harrier/har';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { ColumnView } from '../../../findings/capture-view.ts';
import { oncePerCapture } from '../../../findings/once-per-capture.ts';
import { rowsFrom } from '../../../findings/row-selection.ts';
import type { Rule } from '../../../findings/rule.ts';
import { endMs, isSound, ordinaryRows, phaseMs } from '../../../slow/sound.ts';

/** A body that fits into a few packets needs no half second to arrive. */
const RECEIVE_MS = 500;
const SMALL_BYTES = 20_000;
/** When the page comes back to itself, everything that waited for it ends at once. */
const TOGETHER_MS = 50;
const AT_LEAST = 3;

/**
 * Finds small answers that "took long to arrive" and then ended all at the same moment: the page was busy with itself and
 * did not take them. A hint: a line that was gone for a moment looks the same.
 * Quiet on: large bodies, streams, answers that ended at different times.
 */
export const busyBrowser: Rule<'slow/busy-browser'> = {
  meta: {
    id: 'slow/busy-browser',
    severity: 'info',
    class: 'hint',
    knowledgeId: 'timing/receiving',
    supersedes: ['slow/download'],
  },
  opens: (view) => endedTogether(view).flat(),
  *detect(view) {
    for (const rows of endedTogether(view)) {
      const group = rows.filter((row) => isSound(view, row)).flatMap((row) => view.exchange(row) ?? []);
      const [first] = group;
      if (first === undefined || group.length < AT_LEAST) continue;
      const { index } = first.entry;
      const receiveMs = Math.round(phaseMs(view, 'receive', index));
      yield {
        entries: group.map(({ entry }) => entry.index),
        evidence: [{ entry: index, pointer: '/timings/receive', role: 'symptom' }],
        facts: { ...exchangeFacts(first, group.length), receiveMs },
      };
    }
  },
};

const endedTogether = oncePerCapture((view: ColumnView): readonly (readonly number[])[] => {
  const { transferSize, contentSize } = view.index.columns;
  const isSmall = (row: number) =>
    [transferSize[row] as number, contentSize[row] as number].every(
      (size) => size === UNKNOWN_SIZE || size <= SMALL_BYTES,
    );
  const late = rowsFrom(ordinaryRows(view), view.index.columns.receive, RECEIVE_MS)
    .filter((row) => phaseMs(view, 'receive', row) >= RECEIVE_MS && isSmall(row))
    .sort((a, b) => endMs(view, a) - endMs(view, b) || view.position(a) - view.position(b));
  const groups: number[][] = [];
  for (const row of late) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (first !== undefined && endMs(view, row) - endMs(view, first) <= TOGETHER_MS) group?.push(row);
    else groups.push([row]);
  }
  return groups.filter((group) => group.length >= AT_LEAST);
});
