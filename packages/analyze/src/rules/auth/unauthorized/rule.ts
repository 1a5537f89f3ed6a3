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
 * Milder: a handshake that was answered with anything but another challenge (NTLM and Negotiate begin with a 401), and what succeeded
 * when asked again.
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
        isHealed(failure, view),
        // The rounds of one handshake carry other things each time.
        handshakeOf(failure, view) ?? credentialsOf(failure, view),
      ]),
    );
    for (const group of groups) {
      const [first] = group;
      const { row, exchange } = first;
      const healed = isHealed(first, view);
      const handshake = handshakeOf(first, view);
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
          ...(handshake === undefined ? {} : { handshake }),
        },
        severity: handshake === undefined ? severityOf(first, healed) : 'info',
      };
    }
  },
};

function credentialsOf({ row }: FailureOf<'auth'>, view: CaptureView): CredentialsSent {
  if (carriesCredentials(view, row)) return 'sent';
  return view.holds('request-credentials') && !isSanitized(view) ? 'missing' : 'not-observable';
}

function severityOf({ exchange }: FailureOf<'auth'>, healed: boolean): Severity {
  if (healed) return 'warning';
  // Menus ask with HEAD what the person may do; a no is an answer.
  return exchange.entry.request.method === 'HEAD' ? 'warning' : 'error';
}

function isHealed(failure: FailureOf<'auth'>, view: CaptureView): boolean {
  return view.healedBy(failure.row) !== undefined || handshakeOf(failure, view) !== undefined;
}

/** Schemes whose sign-in takes several rounds, each but the last answered with a challenge. RFC 4559 §4, RFC 7616 §3.2. */
const schemes = ['Negotiate', 'NTLM', 'Kerberos', 'Digest'];
/** The rounds follow each other at once; a person who types a password in between takes longer. */
const HANDSHAKE_MS = 60_000;
const ROUNDS_AMONG_ROWS = 500;

/** The scheme of a handshake whose last round was let in, whatever the service then answered. */
function handshakeOf({ row, exchange }: FailureOf<'auth'>, view: CaptureView): string | undefined {
  const { status } = exchange.entry.response;
  const offered = exchange.entry.response.headers
    .filter(({ name }) => name.toLowerCase() === (status === 407 ? 'proxy-authenticate' : 'www-authenticate'))
    .map(({ value }) => /^\s*([a-z]+)/i.exec(value)?.[1]?.toLowerCase());
  const scheme = schemes.find((one) => offered.includes(one.toLowerCase()));
  return scheme !== undefined && (view.healedBy(row) !== undefined || wasLetInLater(row, view))
    ? scheme
    : undefined;
}

/** Whether the same was soon asked again and answered by the service itself: found or not, done or broken. */
function wasLetInLater(row: number, view: CaptureView): boolean {
  const url = view.url(row);
  const at = view.position(row);
  return view.rowsByStart.slice(at + 1, at + 1 + ROUNDS_AMONG_ROWS).some((later) => {
    const status = view.index.columns.status[later] as number;
    return (
      url !== undefined &&
      status >= 200 &&
      ![401, 403, 407].includes(status) &&
      view.startMs(later) - view.startMs(row) < HANDSHAKE_MS &&
      view.method(later) === view.method(row) &&
      view.url(later) === url
    );
  });
}
