import { oauthCodeOf } from '../../../auth/oauth-refusal.ts';
import { alike } from '../../../failures/alike.ts';
import { errorFacts, exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import { errorTextEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { Severity } from '../../../findings/finding.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds sign-in services that say no with a code of OAuth or OpenID Connect, in the address of a redirect or in the answer of a
 * token endpoint; lists by status show a redirect there.
 * Milder: `access_denied` is mostly somebody who pressed Cancel (warning); `login_required` and its kin answer a silent question
 * (`prompt=none`) and `authorization_pending` a device that waits (information).
 * Spec: RFC 6749 §4.1.2.1, §5.2; OpenID Connect Core §3.1.2.6; RFC 8628 §3.5.
 */
export const oauthError: Rule<'auth/oauth-error'> = {
  meta: {
    id: 'auth/oauth-error',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'auth/refused',
    supersedes: ['auth/unauthorized'],
  },
  *detect(view) {
    const failures = view.failures.filter(
      (failure) => failure.reading === 'auth' && failure.authKind === 'oauth',
    ) as FailureOf<'auth'>[];
    for (const group of alike(failures, ({ exchange }) =>
      JSON.stringify([oauthCodeOf(exchange), exchange.error?.text]),
    )) {
      const [{ row, exchange }] = group;
      const code = oauthCodeOf(exchange) ?? '';
      yield {
        entries: group.map((failure) => failure.row),
        evidence: [statusEvidence(row), ...errorTextEvidence(exchange)],
        facts: {
          ...exchangeFacts(exchange, group.length),
          status: exchange.entry.response.status ?? 0,
          code,
          errorText: errorFacts(exchange).errorText ?? code,
          inRedirect: exchange.error?.family === 'redirect',
        },
        severity: severityOf(code),
      };
    }
  },
};

/** Answers to a question that was asked without troubling anybody. */
const silent: ReadonlySet<string> = new Set([
  'login_required',
  'interaction_required',
  'consent_required',
  'account_selection_required',
  'authorization_pending',
  'slow_down',
]);

function severityOf(code: string): Severity {
  if (silent.has(code)) return 'info';
  return code === 'access_denied' ? 'warning' : 'error';
}
