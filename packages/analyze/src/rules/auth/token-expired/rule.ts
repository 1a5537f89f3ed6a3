import { tokenOf } from '../../../auth/jwt.ts';
import { serverTime } from '../../../auth/server-clock.ts';
import { validUntil } from '../../../auth/valid-until.ts';
import { alikeBy } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import { errorTextEvidence, headerEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import type { Rule } from '../../../findings/rule.ts';
import { refusals, statusOf } from '../refused.ts';

/** Servers allow clocks to differ by about a minute (RFC 7519 §4.1.4: "no more than a few minutes"). */
const LEEWAY_MS = 60_000;

/**
 * Finds refused requests (401, 403) whose JSON web token, SAML assertion, or signed address, had expired when the server got them, by the server's own clock: the
 * Date of the answer, else the recording machine's clock set right by other answers. Works on sanitized captures: the claim
 * `exp` stays readable there, and so do the times of an assertion.
 * Information where the same request succeeded soon after: applications fetch a new token when they are refused.
 * Spec: RFC 7519 §4.1.4, RFC 6750 §3.1; SAML 2.0 core §2.5.1.2.
 */
export const tokenExpired: Rule<'auth/token-expired'> = {
  meta: {
    id: 'auth/token-expired',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'auth/refused',
    supersedes: ['auth/unauthorized', 'auth/token-audience', 'auth/scope-missing', 'auth/csrf'],
  },
  *detect(view) {
    const expired = refusals(view).filter((failure) => expiredFor(failure, view) !== undefined);
    // One token is refused wherever it is shown: one trouble, however many calls carried it.
    for (const group of alikeBy(expired, ({ row, exchange }) =>
      JSON.stringify([validUntil(exchange), view.healedBy(row) === undefined]),
    )) {
      const [first] = group;
      const { row, exchange } = first;
      const healed = view.healedBy(row) !== undefined;
      const at = tokenOf(exchange.entry)?.at;
      const isSignedUrl = validUntil(exchange)?.of === 'signed-url';
      const inBody = isSignedUrl ? '/request/url' : '/request/postData/text';
      const pointer = at === undefined ? inBody : `/request/headers/${at}/value`;
      const { expiredMs, isCertain } = expiredFor(first, view) ?? { expiredMs: 0, isCertain: false };
      yield {
        entries: group.map((failure) => failure.row),
        evidence: [
          { entry: row, pointer, role: 'cause' },
          statusEvidence(row),
          ...headerEvidence(exchange, 'response', 'date'),
          ...errorTextEvidence(exchange, 'context'),
        ],
        facts: {
          ...exchangeFacts(exchange, group.length),
          status: statusOf(first),
          expiredMs: Math.round(expiredMs / 1000) * 1000,
          healed,
          ...(isSignedUrl ? { signedUrl: true as const } : {}),
        },
        ...(healed ? { severity: 'info' as const } : {}),
        class: isCertain ? 'proven' : 'strong',
      };
    }
  },
};

function expiredFor(
  failure: FailureOf<'auth'>,
  view: CaptureView,
): { readonly expiredMs: number; readonly isCertain: boolean } | undefined {
  if (![401, 403].includes(statusOf(failure))) return undefined;
  const exp = validUntil(failure.exchange)?.endS;
  const now = exp === undefined ? undefined : serverTime(failure.exchange, view);
  if (exp === undefined || now === undefined) return undefined;
  const expiredMs = now.epochMs - exp * 1000;
  // Date has whole seconds. A clock that nobody vouches for has to be beyond what servers forgive.
  if (expiredMs < (now.isExact ? -1000 : LEEWAY_MS)) return undefined;
  return { expiredMs: Math.max(0, expiredMs), isCertain: now.isExact };
}
