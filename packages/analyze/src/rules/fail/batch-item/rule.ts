import { inBodyTroubles } from '../../../failures/in-body-troubles.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds batches that were answered as a success while some of their parts failed: 207, OData and Graph `responses`, bulk
 * results, HTTP answers in a multipart body.
 * Quiet on: properties that are not there in a WebDAV multistatus, and lists of things that merely have a `status`.
 * Spec: RFC 4918 §13; OData JSON 4.01 §19; RFC 2046 §5.1.3.
 */
export const batchItem: Rule<'fail/batch-item'> = {
  meta: {
    id: 'fail/batch-item',
    severity: 'error',
    class: 'strong',
    knowledgeId: 'errors/batch',
    supersedes: ['fail/error-in-success'],
  },
  *opens(view) {
    const { status } = view.index.columns;
    yield* view.rowsOfKinds((row) => status[row] === 207 && view.outcome(row) === 'answered');
  },
  *detect(view) {
    for (const { error, entries, evidence, facts } of inBodyTroubles(view, (family) => family === 'batch')) {
      if (error.batch === undefined) continue;
      yield { entries, evidence, facts: { ...facts, ...error.batch } };
    }
  },
};
