import { mayBeCalledBack } from '../../../auth/called-back.ts';
import { oauthCodeOf } from '../../../auth/oauth-refusal.ts';
import { alike } from '../../../failures/alike.ts';
import { errorFacts, exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import { errorTextEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { Severity } from '../../../findings/finding.ts';
import { mayBePage } from '../../../findings/row-kinds.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds sign-in services that say no with a code of OAuth or OpenID Connect: in the address of a redirect, in the address of the page
 * that it leads to where the capture holds no redirect, in a form posted there, on the sign-in's own page (Microsoft's), or in the answer of a token endpoint. Lists by status
 * show a redirect or a 200 there.
 * Milder: `access_denied` is mostly somebody who pressed Cancel (warning) unless its words name a rule; `login_required` and its kin answer a silent question
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
  opens: (view) =>
    view.rowsOfKinds((row) => mayBePage(view, row)).filter((row) => mayBeCalledBack(view, row)),
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
          ...(exchange.error?.family === 'callback' ? { inCallback: true as const } : {}),
        },
        severity: severityOf(code, exchange.error?.text ?? ''),
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

/** That it was a rule that said no, and no person: Microsoft's and others' words. */
const byRule =
  /\bnot (?:assigned|allowed|authori[sz]ed|permitted|entitled)\b|\bpolic(?:y|ies)\b|\badmin(?:istrator)?s?\b|\bblocked\b/i;
const byPerson = /\b(?:cancel|declin|user (?:has )?denied|denied by the user|did not consent)/i;

function severityOf(code: string, text: string): Severity {
  if (silent.has(code)) return 'info';
  return code === 'access_denied' && (byPerson.test(text) || !byRule.test(text)) ? 'warning' : 'error';
}
