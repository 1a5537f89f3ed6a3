import type { GivenUpBecause } from '@harrier/knowledge';
import { alike } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import { networkErrorEvidence } from '../../../failures/failure-evidence.ts';
import { candidates, givenUp, leftFor, supersededBy } from '../../../failures/given-up.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import type { Rule } from '../../../findings/rule.ts';

/** Of so many unanswered requests the followers are looked at; more are one trouble, not many. */
const MAX_LOOKED_AT = 200;
const FOLLOWERS = 4;

/**
 * Finds requests that the page gave up, and why, where the capture shows it: a newer request for the same thing took its
 * place, or the person went to another page. Information: nothing failed.
 * Not those that were given up after the same round time again and again (`fail/aborted-by-timeout`), nor what Chrome calls
 * aborted although an answer came: missing scripts, closed event streams.
 * Spec: Chromium net_error_list.h, ERR_ABORTED; Fetch standard, abort.
 */
export const abortedByUser: Rule<'fail/aborted-by-user'> = {
  meta: {
    id: 'fail/aborted-by-user',
    severity: 'info',
    class: 'strong',
    knowledgeId: 'network/aborted',
    supersedes: ['fail/network'],
  },
  *opens(view) {
    const unanswered = view.rowsOfKinds((row) => view.outcome(row) === 'no-response');
    for (const row of unanswered.slice(0, MAX_LOOKED_AT)) yield* candidates(view, row).slice(0, FOLLOWERS);
  },
  *detect(view) {
    for (const group of alike(givenUp(view), (failure) => because(view, failure))) {
      const [first] = group;
      const reason = because(view, first);
      const other = reason === 'left-page' ? leftFor(view, first.row) : supersededBy(view, first);
      yield {
        entries: group.map(({ row }) => row),
        evidence: [
          ...networkErrorEvidence(first.exchange),
          ...(other === undefined
            ? []
            : [{ entry: other, pointer: '/startedDateTime', role: 'context' as const }]),
        ],
        facts: {
          ...exchangeFacts(first.exchange, group.length),
          ...(first.code === undefined ? {} : { code: first.code }),
          healed: false,
          because: reason,
        },
        ...(reason === 'unknown' ? { class: 'hint' as const } : {}),
      };
    }
  },
};

function because(view: CaptureView, failure: FailureOf<'network'>): GivenUpBecause {
  if (supersededBy(view, failure) !== undefined) return 'superseded';
  return leftFor(view, failure.row) === undefined ? 'unknown' : 'left-page';
}
