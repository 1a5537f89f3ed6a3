import type { CorsErrorName, CorsHeaderFacts, CorsHeaderFindingId } from '@harrier/knowledge';
import { alike } from '../../failures/alike.ts';
import { exchangeFacts } from '../../failures/exchange-facts.ts';
import type { FailureOf } from '../../failures/failure.ts';
import type { CaptureView } from '../../findings/capture-view.ts';
import type { Rule } from '../../findings/rule.ts';
import { answerOf, isMasked, originOf, refusalClass, refusalEntries, refusalEvidence } from './refusal.ts';

/**
 * Makes the rule for one way in which a header field of an answer forbids the page to read it. The browser's reasons are
 * told apart in `src/cors/`; a rule takes those that one person would mend in one place.
 */
export function headerRule<Id extends CorsHeaderFindingId>(
  id: Id,
  reasons: readonly [CorsErrorName, ...CorsErrorName[]],
): Rule<Id> {
  return {
    meta: { id, severity: 'error', class: 'proven', knowledgeId: 'cors/overview' },
    *detect(view) {
      const failures = view.failures.filter(
        (failure) =>
          failure.reading === 'cors' &&
          failure.verdict?.field !== undefined &&
          reasons.includes(failure.verdict.reason) &&
          !isMasked(failure),
      ) as FailureOf<'cors'>[];
      const groups = alike(failures, (failure) => JSON.stringify(headerFacts(failure, view)));
      for (const group of groups) {
        const [first] = group;
        const field = first.verdict?.field;
        if (field === undefined) continue;
        yield {
          entries: refusalEntries(group),
          evidence: refusalEvidence(first, view),
          facts: { ...exchangeFacts(first.exchange, group.length), ...headerFacts(first, view) },
          class: refusalClass(first),
        };
      }
    },
  };
}

function headerFacts(
  failure: FailureOf<'cors'>,
  view: CaptureView,
): Pick<CorsHeaderFacts, 'reason' | 'origin' | 'header' | 'actual' | 'expected' | 'status' | 'preflight'> {
  const { verdict } = failure;
  const { actual } = verdict?.field ?? {};
  return {
    reason: verdict?.reason ?? 'MissingAllowOriginHeader',
    origin: originOf(failure, view) ?? '?',
    header: verdict?.field?.header ?? '',
    ...(actual === undefined ? {} : { actual }),
    expected: verdict?.field?.expected ?? '',
    status: answerOf(failure, view)?.entry.response.status ?? 0,
    preflight: verdict?.preflight ?? false,
  };
}
