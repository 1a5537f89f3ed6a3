import { isRealFailure } from '../../../failures/failure.ts';
import type { Rule } from '../../../findings/rule.ts';
import { apiRows } from '../sample.ts';

/** Fewer requests are a selection that somebody made on purpose. */
const LEAST_REQUESTS = 5;

/**
 * Finds captures without the document from which their requests came: the recording began after the page had loaded. How
 * it was built, its sign-in and its first requests are missing. Where something failed, the capture shows that all the same
 * (information); where nothing did, it may have failed before.
 * Quiet on: exporters that do not say what a request is for.
 */
export const startedLate: Rule<'capture/started-late'> = {
  meta: { id: 'capture/started-late', severity: 'warning', class: 'proven', knowledgeId: 'capture/start' },
  *detect(view) {
    const rows = view.rowsByStart.filter((row) => /^(?:xhr|fetch)$/.test(view.resourceType(row)));
    if (rows.length < LEAST_REQUESTS || apiRows(view).length < LEAST_REQUESTS) return;
    if (view.rowsOfKinds((row) => view.resourceType(row) === 'document').length > 0) return;
    const failed = view.failures.some(isRealFailure);
    yield {
      entries: [],
      evidence: [],
      facts: { requests: rows.length },
      ...(failed ? { severity: 'info' } : {}),
    };
  },
};
