import { urlPlace } from '../../../exchange/path-template.ts';
import { alikeBy } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { networkErrorEvidence } from '../../../failures/failure-evidence.ts';
import { givenUp } from '../../../failures/given-up.ts';
import type { Rule } from '../../../findings/rule.ts';

/** Limits that people write into programs, in seconds: round numbers. Shorter ones look like a person's change of mind. */
const LIMITS_S = [3, 5, 8, 10, 15, 20, 25, 30, 40, 45, 60, 90, 100, 120, 180, 240, 300, 600];
/** A timer fires at its time or later: 6 ms after 5 s in a quiet browser, 177 ms in a busy one (measured). */
const EARLY_MS = 50;
const LATE_MS = 250;
const LATE_SHARE = 0.01;
/** One round duration is a coincidence. */
const LEAST_TIMES = 2;

/**
 * Finds requests to one host that the page gave up after the same round time, twice or more: the application's own limit
 * ended them before the service answered. Either the service is too slow, or the limit too short; its logs say which.
 * Spec: Fetch standard, abort; DOM standard, AbortSignal.timeout().
 */
export const abortedByTimeout: Rule<'fail/aborted-by-timeout'> = {
  meta: {
    id: 'fail/aborted-by-timeout',
    severity: 'warning',
    class: 'strong',
    knowledgeId: 'network/aborted-by-timeout',
    supersedes: ['fail/network', 'fail/aborted-by-user'],
  },
  needs: ['timings'],
  *detect(view) {
    const limited = givenUp(view).flatMap((failure) => {
      const limitMs = limitOf(view.durationMs(failure.row) ?? 0);
      return limitMs === undefined ? [] : [{ ...failure, limitMs }];
    });
    const groups = alikeBy(limited, ({ exchange, limitMs }) =>
      JSON.stringify([urlPlace(exchange.entry.request.url).host, limitMs]),
    );
    for (const group of groups) {
      if (group.length < LEAST_TIMES) continue;
      const [{ row, exchange, code, limitMs }] = group;
      yield {
        entries: group.map((failure) => failure.row),
        evidence: [
          ...networkErrorEvidence(exchange),
          ...group.slice(0, 3).map((failure) => ({
            entry: failure.row,
            pointer: '/time',
            role: failure.row === row ? ('cause' as const) : ('context' as const),
          })),
        ],
        facts: {
          ...exchangeFacts(exchange, group.length),
          ...(code === undefined ? {} : { code }),
          healed: false,
          limitMs,
        },
      };
    }
  },
};

function limitOf(durationMs: number): number | undefined {
  return LIMITS_S.map((seconds) => seconds * 1000).find(
    (limitMs) =>
      durationMs >= limitMs - EARLY_MS && durationMs <= limitMs + Math.max(LATE_MS, limitMs * LATE_SHARE),
  );
}
