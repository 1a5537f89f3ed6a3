import type { CorsErrorName } from '@harrier/knowledge';
import { shownOrigin } from '../../../cors/origin.ts';
import { fieldValue } from '../../../exchange/field-value.ts';
import { alike } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import { headerEvidence, networkErrorEvidence } from '../../../failures/failure-evidence.ts';
import { preflightCandidates } from '../../../failures/preflights.ts';
import type { CaptureView, ColumnView } from '../../../findings/capture-view.ts';
import type { Rule } from '../../../findings/rule.ts';
import { answerOf, originOf, refusalEntries, refusalEvidence, toldEvidence } from '../refusal.ts';
import { unmarkedAnswers } from '../unmarked-answers.ts';

/**
 * Finds requests that the browser kept from the page without anything in the capture that says exactly why: every field of the
 * answer allows it, or there is neither an answer nor a preflight (Playwright leaves both out). What the fields do say is
 * told by the exact rules of this group.
 * Spec: Fetch standard, CORS protocol. Measured on Chromium 156: ERR_FAILED is all that its export says.
 */
export const suspected: Rule<'cors/suspected'> = {
  meta: { id: 'cors/suspected', severity: 'error', class: 'strong', knowledgeId: 'cors/overview' },
  wants: () => ['network-errors'],
  opens: rowsToOpen,
  *detect(view) {
    const failures = view.failures.filter(
      (failure) => failure.reading === 'cors' && !isToldExactly(failure.verdict?.reason),
    ) as FailureOf<'cors'>[];
    const groups = alike(failures, ({ sign, verdict, exchange }) =>
      JSON.stringify([sign, verdict?.reason, exchange.entry.response.status ?? 0]),
    );
    for (const group of groups) {
      const [first] = group;
      const { status, headers = [] } = answerOf(first, view)?.entry.response ?? {};
      const origin = originOf(first, view);
      const allowed = fieldValue(headers, 'access-control-allow-origin');
      const reason = first.verdict?.reason;
      yield {
        entries: refusalEntries(group),
        evidence: evidenceOf(first, view),
        facts: {
          ...exchangeFacts(first.exchange, group.length),
          sign: first.sign,
          ...(reason === undefined ? {} : { reason }),
          ...(origin === undefined ? {} : { origin }),
          ...(status === undefined || status === 0 ? {} : { status }),
          ...(allowed === undefined ? {} : { allowedOrigin: shownOrigin(allowed) }),
        },
        class: first.verdict?.isTold ? 'proven' : first.sign === 'not-in-capture' ? 'hint' : 'strong',
      };
    }
  },
};

/** Reasons that no other rule of this group tells. */
function isToldExactly(reason: CorsErrorName | undefined): boolean {
  return reason !== undefined && reason !== 'CorsDisabledScheme';
}

/** Where a request got no answer, its preflight says why. */
function* rowsToOpen(view: ColumnView): Generator<number> {
  for (const row of view.rowsOfKinds((one) => view.outcome(one) === 'no-response'))
    yield* preflightCandidates(view, row);
  yield* unmarkedAnswers(view);
}

function evidenceOf(failure: FailureOf<'cors'>, view: CaptureView) {
  if (failure.preflightRow !== undefined) return refusalEvidence(failure, view);
  return [
    ...toldEvidence(failure),
    ...networkErrorEvidence(failure.exchange, 'symptom'),
    ...headerEvidence(failure.exchange, 'response', 'access-control-allow-origin'),
    ...headerEvidence(failure.exchange, 'response', 'location'),
    ...headerEvidence(failure.exchange, 'request', 'origin'),
  ];
}
