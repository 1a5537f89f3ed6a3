import type { ErrorFamily } from '../../../error-text/extracted-error.ts';
import { inBodyTroubles } from '../../../failures/in-body-troubles.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds answers whose status is fine and whose content says that the request failed: `success: false`, an `error` with a
 * sentence, problem details, a job that failed, an OAuth error in a redirect, the status of a gRPC call. A list of requests by status shows none of them.
 * The person's own no (`access_denied`) is a warning.
 * Told by more exact rules: GraphQL, parts of a batch, SOAP and OCI.
 * Quiet on: `errors: []`, `error: null`, and data that is merely called error: texts of a page, logs, what a check of a form found.
 * Spec: RFC 9457, RFC 6749 §4.1.2.1; the services' own references (see `error-text/json-shapes.ts`).
 */
export const errorInSuccess: Rule<'fail/error-in-success'> = {
  meta: {
    id: 'fail/error-in-success',
    severity: 'error',
    class: 'strong',
    knowledgeId: 'errors/in-success',
  },
  needs: ['response-bodies'],
  opens: (view) =>
    view.rowsOfKinds(
      (row) => view.mimeType(row).startsWith('application/grpc') && view.outcome(row) === 'answered',
    ),
  *detect(view) {
    for (const { error, entries, evidence, facts } of inBodyTroubles(view, () => true)) {
      const inRedirect = error.family === 'redirect';
      yield {
        entries,
        evidence,
        facts: { ...facts, inRedirect },
        severity: inRedirect && error.code === 'access_denied' ? 'warning' : 'error',
        class: unmistakable.has(error.family) ? 'proven' : 'strong',
      };
    }
  },
};

/** Families whose shape leaves no other reading. */
const unmistakable: ReadonlySet<ErrorFamily> = new Set(['scim', 'problem', 'redirect']);
