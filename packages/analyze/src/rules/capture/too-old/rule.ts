import { greatestOf } from '../../../findings/greatest.ts';
import type { Rule } from '../../../findings/rule.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Detailed logs are kept for two weeks in many services; older requests cannot be searched any more. A judgement. */
const KEPT_DAYS = 14;

/**
 * Finds captures whose last request is more than two weeks older than the case: the logs are probably gone, and another
 * trouble may be meant. Quiet without a case that says when.
 */
export const tooOld: Rule<'capture/too-old'> = {
  meta: { id: 'capture/too-old', severity: 'warning', class: 'proven', knowledgeId: 'capture/age' },
  *detect(view) {
    const { atEpochMs } = view.caseContext;
    if (atEpochMs === undefined) return;
    const newest = greatestOf(view.index.columns.startEpochMs.subarray(0, view.index.length));
    // No request says when it was.
    if (!(newest > 0) || atEpochMs - newest <= KEPT_DAYS * DAY_MS) return;
    yield {
      entries: [],
      evidence: [],
      facts: {
        days: Math.floor((atEpochMs - newest) / DAY_MS),
        recordedAt: new Date(newest).toISOString().slice(0, 10),
      },
    };
  },
};
