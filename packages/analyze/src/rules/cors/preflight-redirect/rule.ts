import { originOfUrl } from '../../../cors/origin.ts';
import { fieldValue } from '../../../exchange/field-value.ts';
import { urlPlace } from '../../../exchange/path-template.ts';
import { alike } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import type { Rule } from '../../../findings/rule.ts';
import { answerOf, originOf, refusalClass, refusalEntries, refusalEvidence } from '../refusal.ts';

/**
 * Finds preflights that were answered with a redirect, mostly to a sign-in or from http to https: browsers do not follow it.
 * Request and preflight are one finding. Spec: Fetch standard, CORS-preflight fetch (redirect mode "error").
 */
export const preflightRedirect: Rule<'cors/preflight-redirect'> = {
  meta: { id: 'cors/preflight-redirect', severity: 'error', class: 'proven', knowledgeId: 'cors/overview' },
  *detect(view) {
    const failures = view.failures.filter(
      (failure) => failure.reading === 'cors' && failure.verdict?.reason === 'PreflightDisallowedRedirect',
    ) as FailureOf<'cors'>[];
    for (const group of alike(failures, (failure) => targetOf(failure, view) ?? '')) {
      const [first] = group;
      const answer = answerOf(first, view);
      const target = targetOf(first, view);
      yield {
        entries: refusalEntries(group),
        evidence: [
          ...refusalEvidence(first, view),
          ...(answer === undefined ? [] : headerEvidence(answer, 'response', 'location')),
        ],
        facts: {
          ...exchangeFacts(first.exchange, group.length),
          reason: 'PreflightDisallowedRedirect',
          status: answer?.entry.response.status ?? 0,
          origin: originOf(first, view) ?? '?',
          ...(target === undefined ? {} : { target }),
        },
        class: refusalClass(first),
      };
    }
  },
};

/** Scheme and host of the redirect; on the same host its path, without a query. */
function targetOf(failure: FailureOf<'cors'>, view: CaptureView): string | undefined {
  const { request, response } = answerOf(failure, view)?.entry ?? {};
  const location = fieldValue(response?.headers ?? [], 'location');
  if (request === undefined || location === undefined || location === '') return undefined;
  try {
    const url = new URL(location, request.url).href;
    const origin = originOfUrl(url);
    return origin === originOfUrl(request.url) ? urlPlace(url).path : origin;
  } catch {
    return undefined;
  }
}
