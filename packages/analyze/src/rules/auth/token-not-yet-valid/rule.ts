import { tokenOf } from '../../../auth/jwt.ts';
import { serverTime } from '../../../auth/server-clock.ts';
import { alike } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import { errorTextEvidence, headerEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import type { Rule } from '../../../findings/rule.ts';
import { refusals, statusOf } from '../refused.ts';

/** `iat` only says when a token was made; servers that look at it forgive about a minute. */
const ISSUED_LEEWAY_MS = 60_000;
/** Date and claims have whole seconds. */
const RESOLUTION_MS = 1500;

/**
 * Finds requests that were refused (401, 403) with a JSON web token that, by the server's own clock, was not valid yet (`nbf`) or
 * made in the future (`iat`): the clock of whoever made the token differs from that of the server. Needs the answer's Date, or
 * that of others. Spec: RFC 7519 §4.1.5, §4.1.6.
 */
export const tokenNotYetValid: Rule<'auth/token-not-yet-valid'> = {
  meta: {
    id: 'auth/token-not-yet-valid',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'auth/refused',
    supersedes: ['auth/unauthorized', 'auth/token-audience', 'auth/scope-missing', 'auth/csrf'],
  },
  *detect(view) {
    const early = refusals(view).filter((failure) => earlyBy(failure, view) !== undefined);
    for (const group of alike(early, (failure) => String(statusOf(failure)))) {
      const [first] = group;
      const { row, exchange } = first;
      const found = earlyBy(first, view);
      if (found === undefined) continue;
      yield {
        entries: group.map((failure) => failure.row),
        evidence: [
          {
            entry: row,
            pointer: `/request/headers/${tokenOf(exchange.entry)?.at ?? 0}/value`,
            role: 'cause',
          },
          statusEvidence(row),
          ...headerEvidence(exchange, 'response', 'date'),
          ...errorTextEvidence(exchange, 'context'),
        ],
        facts: {
          ...exchangeFacts(exchange, group.length),
          status: statusOf(first),
          claim: found.claim,
          earlyMs: Math.round(found.earlyMs / 1000) * 1000,
        },
      };
    }
  },
};

function earlyBy(
  failure: FailureOf<'auth'>,
  view: CaptureView,
): { readonly claim: 'nbf' | 'iat'; readonly earlyMs: number } | undefined {
  if (![401, 403].includes(statusOf(failure))) return undefined;
  const claims = tokenOf(failure.exchange.entry)?.claims;
  const now = claims === undefined ? undefined : serverTime(failure.exchange, view);
  if (claims === undefined || now?.isExact !== true) return undefined;
  for (const [claim, leewayMs] of [
    ['nbf', RESOLUTION_MS],
    ['iat', ISSUED_LEEWAY_MS],
  ] as const) {
    const from = claims[claim];
    if (from !== undefined && from * 1000 - now.epochMs > leewayMs)
      return { claim, earlyMs: from * 1000 - now.epochMs };
  }
  return undefined;
}
