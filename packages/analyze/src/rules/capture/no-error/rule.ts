import { isRealFailure } from '../../../failures/failure.ts';
import type { Rule } from '../../../findings/rule.ts';
import { slowRows } from '../../../slow/slow.ts';

/** A few requests were chosen by somebody, and say nothing about the others. */
const LEAST_ENTRIES = 10;

/**
 * Finds captures in which nothing failed and nothing was slow: if something is wrong, it shows on the screen, in the data
 * or in the browser's console, which a capture does not hold. Quiet beside any error or warning: a circle of redirects or a setting
 * that a template hides is in the capture, though no request of it failed.
 */
export const noError: Rule<'capture/no-error'> = {
  meta: {
    id: 'capture/no-error',
    severity: 'info',
    class: 'proven',
    knowledgeId: 'capture/no-error',
    onlyAlone: true,
  },
  *detect(view) {
    if (view.index.length < LEAST_ENTRIES || view.failures.some(isRealFailure)) return;
    if (slowRows(view).length > 0) return;
    yield { entries: [], evidence: [], facts: { requests: view.index.length } };
  },
};
