import { tokenOf } from '../../../auth/jwt.ts';
import { oauthCodeOf } from '../../../auth/oauth-refusal.ts';
import { grantOf } from '../../../auth/sign-in.ts';
import { alike } from '../../../failures/alike.ts';
import { errorFacts, exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { Failure } from '../../../failures/failure.ts';
import { errorTextEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import type { Rule } from '../../../findings/rule.ts';
import { refusals, statusOf } from '../refused.ts';

/**
 * Finds token endpoints that refuse to renew a session (`invalid_grant`): the refresh token is expired, revoked, or was used
 * before. Whoever was signed in has to sign in again. Codes that were refused (`authorization_code`) are `auth/oauth-error`.
 * Spec: RFC 6749 §5.2, §6.
 */
export const refreshRefused: Rule<'auth/refresh-refused'> = {
  meta: {
    id: 'auth/refresh-refused',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'auth/refused',
    supersedes: ['auth/oauth-error', 'auth/unauthorized'],
  },
  *detect(view) {
    for (const group of alike(
      view.failures.filter(isRefresh),
      ({ exchange }) => exchange.error?.text ?? '',
    )) {
      const [{ row, exchange }] = group;
      yield {
        entries: group.map((failure) => failure.row),
        explains: refusedOpaquely(view, row),
        evidence: [statusEvidence(row), ...errorTextEvidence(exchange)],
        facts: {
          ...exchangeFacts(exchange, group.length),
          status: exchange.entry.response.status ?? 0,
          errorText: errorFacts(exchange).errorText ?? 'invalid_grant',
        },
      };
    }
  },
};

/** A page refreshes because it was refused, and is refused again afterwards. */
const AROUND_MS = 60_000;

/** Refusals around a refresh, of tokens that say nothing of themselves; others have a finding that says why. */
function refusedOpaquely(view: CaptureView, refresh: number): number[] {
  return refusals(view)
    .filter((failure) => statusOf(failure) === 401 && tokenOf(failure.exchange.entry) === undefined)
    .map(({ row }) => row)
    .filter((row) => Math.abs(view.startMs(row) - view.startMs(refresh)) <= AROUND_MS);
}

function isRefresh(failure: Failure): boolean {
  if (failure.reading !== 'auth' || failure.authKind !== 'oauth') return false;
  const { exchange } = failure;
  if (exchange.error?.family === 'redirect' || oauthCodeOf(exchange) !== 'invalid_grant') return false;
  const grant = grantOf(exchange.entry, exchange.requestText);
  return grant === undefined || grant === 'refresh_token';
}
