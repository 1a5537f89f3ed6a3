import type { ErrorFamily } from '../../../error-text/extracted-error.ts';
import type { Exchange } from '../../../exchange/exchange.ts';
import { alike } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { errorTextEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { FindingClass, FindingDraft } from '../../../findings/finding.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds answers whose status is fine and whose content says that the request failed: GraphQL errors, OCI and SOAP faults,
 * jobs, `success: false`, an OAuth error in a redirect. A list of requests by status shows none of them.
 * GraphQL that brings data beside its errors is a warning; so is the person's own no (`access_denied`).
 * Quiet on: `errors: []`, `error: null`, and data that is merely called error.
 * Spec: GraphQL §7.1.2, SOAP 1.2 §5.4, RFC 6749 §4.1.2.1.
 */
export const inBody: Rule<'fail/in-body'> = {
  meta: { id: 'fail/in-body', severity: 'error', class: 'strong', knowledgeId: 'errors/in-body' },
  needs: ['response-bodies'],
  *detect(view) {
    const failures = view.failures.filter((failure) => failure.reading === 'in-body');
    for (const group of alike(failures, ({ exchange }) => exchange.error?.text ?? '')) {
      const [{ row, exchange }] = group;
      const { error } = exchange;
      if (error === undefined) continue;
      const partial = error.family === 'graphql' && hasData(exchange);
      const refusedByPerson = error.family === 'redirect' && error.code === 'access_denied';
      const draft: FindingDraft<'fail/in-body'> = {
        entries: group.map((failure) => failure.row),
        evidence: [...errorTextEvidence(exchange), statusEvidence(row, 'context')],
        facts: {
          ...exchangeFacts(exchange, group.length),
          status: exchange.entry.response.status ?? 0,
          errorText: error.text,
          ...(error.code === undefined ? {} : { code: error.code }),
          partial,
          inRedirect: error.family === 'redirect',
        },
        severity: partial || refusedByPerson ? 'warning' : 'error',
        class: classOf(error.family),
      };
      yield draft;
    }
  },
};

/** Families whose shape leaves no other reading. */
const unmistakable: ReadonlySet<ErrorFamily> = new Set([
  'graphql',
  'soap',
  'oci',
  'scim',
  'problem',
  'redirect',
]);

function classOf(family: ErrorFamily): FindingClass {
  return unmistakable.has(family) ? 'proven' : 'strong';
}

/** GraphQL §7.1.1: `data` is null where the whole operation failed. */
function hasData({ responseText }: Exchange): boolean {
  try {
    const root: unknown = JSON.parse(responseText ?? '');
    const data = typeof root === 'object' && root !== null && 'data' in root ? root.data : null;
    return typeof data === 'object' && data !== null && Object.values(data).some((value) => value !== null);
  } catch {
    return false;
  }
}
