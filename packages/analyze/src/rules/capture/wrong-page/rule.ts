import type { ColumnView } from '../../../findings/capture-view.ts';
import type { Rule } from '../../../findings/rule.ts';

/** Enough to recognise what was recorded instead. */
const MAX_NAMED = 3;

/**
 * Finds captures in which the host of the case does not occur, nor one below it: another page was recorded.
 * Quiet without a case that names a host.
 */
export const wrongPage: Rule<'capture/wrong-page'> = {
  meta: { id: 'capture/wrong-page', severity: 'warning', class: 'proven', knowledgeId: 'capture/page' },
  *detect(view) {
    const wanted = view.caseContext.host
      ?.trim()
      .toLowerCase()
      .replace(/^\*?\./, '');
    if (wanted === undefined || wanted === '' || view.index.length === 0) return;
    const counts = hostCounts(view);
    if (
      counts.size === 0 ||
      [...counts.keys()].some((host) => host === wanted || host.endsWith(`.${wanted}`))
    )
      return;
    const hosts = [...counts]
      .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
      .map(([host]) => host);
    yield {
      entries: [],
      evidence: [],
      facts: { wanted: wanted.slice(0, 120), hosts: hosts.slice(0, MAX_NAMED).join(', ') },
    };
  },
};

function hostCounts(view: ColumnView): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of view.rowsByStart) {
    const host = view.host(row).replace(/:\d+$/, '');
    if (host !== '') counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  return counts;
}
