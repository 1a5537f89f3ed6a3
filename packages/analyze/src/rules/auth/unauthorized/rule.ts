import type { CredentialsSent } from '@harrier/knowledge';
import { alike } from '../../../failures/alike.ts';
import { errorFacts, exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import { errorTextEvidence, headerEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import { carriesCredentials, isSanitized } from '../../../findings/evidence-held.ts';
import type { Severity } from '../../../findings/finding.ts';
import type { Rule } from '../../../findings/rule.ts';
import { refusals, requestsBesideRefusals } from '../refused.ts';

/**
 * Finds refusals: 401 (who are you?), 403 (not you), 407 (the proxy asks first). Says whether credentials went along, and
 * says "not observable" where no request of the capture shows any: Chrome's default export takes Authorization and Cookie
 * out, so their absence proves nothing.
 * Milder: a challenge that was answered (NTLM and Negotiate begin with a 401), and what succeeded when asked again.
 * Spec: RFC 9110 §11, §15.5.2, §15.5.4, §15.5.8.
 */
export const unauthorized: Rule<'auth/unauthorized'> = {
  meta: { id: 'auth/unauthorized', severity: 'error', class: 'proven', knowledgeId: 'auth/refused' },
  wants: (view) => (refusals(view).length > 0 ? ['request-credentials'] : []),
  opens: requestsBesideRefusals,
  *detect(view) {
    const failures = refusals(view);
    const groups = alike(failures, (failure) =>
      JSON.stringify([
        failure.exchange.entry.response.status,
        failure.exchange.error?.text,
        view.healedBy(failure.row) === undefined,
        credentialsOf(failure, view),
      ]),
    );
    for (const group of groups) {
      const [first] = group;
      const { row, exchange } = first;
      const healed = view.healedBy(row) !== undefined;
      const { errorText } = errorFacts(exchange);
      yield {
        entries: group.map((failure) => failure.row),
        evidence: [
          statusEvidence(row),
          ...errorTextEvidence(exchange),
          ...headerEvidence(exchange, 'response', 'www-authenticate'),
        ],
        facts: {
          ...exchangeFacts(exchange, group.length),
          status: exchange.entry.response.status ?? 0,
          credentials: credentialsOf(first, view),
          ...(errorText === undefined ? {} : { errorText }),
          healed,
        },
        severity: severityOf(first, healed),
      };
    }
  },
};

function credentialsOf({ row }: FailureOf<'auth'>, view: CaptureView): CredentialsSent {
  if (carriesCredentials(view, row)) return 'sent';
  return view.holds('request-credentials') && !isSanitized(view) ? 'missing' : 'not-observable';
}

const handshake = /^\s*(?:negotiate|ntlm|kerberos|digest)\b/i;

function severityOf({ exchange }: FailureOf<'auth'>, healed: boolean): Severity {
  // Menus ask with HEAD what the person may do; a no is an answer.
  if (!healed) return exchange.entry.request.method === 'HEAD' ? 'warning' : 'error';
  const isChallenge = exchange.entry.response.headers.some(
    ({ name, value }) => /^(?:www|proxy)-authenticate$/i.test(name) && handshake.test(value),
  );
  return isChallenge ? 'info' : 'warning';
}
