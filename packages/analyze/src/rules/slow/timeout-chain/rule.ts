import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { Failure } from '../../../failures/failure.ts';
import { errorTextEvidence } from '../../../failures/failure-evidence.ts';
import type { Rule } from '../../../findings/rule.ts';

/** More attempts than that nobody configures. */
const MOST_TIMES = 10;
/** Attempts begin at once after each other; some per cent go into the way and the work around them. */
const TOLERANCE = 0.03;

const unit: Readonly<Record<string, number>> = { ms: 1, millisecond: 1, s: 1000, sec: 1000, second: 1000 };
/** `timed out after 10000ms`, `timeout of 5 seconds exceeded`; and the number in front: `10s timeout`. */
const limitBehind =
  /\b(?:timed?[\s-]?out|timeout|deadline)\b[^\d]{0,40}(\d{1,7})\s?(ms|milliseconds?|s|sec|seconds?)\b/i;
const limitBefore =
  /\b(\d{1,7})\s?(ms|milliseconds?|s|sec|seconds?)\s(?:timed?[\s-]?out|timeout|deadline)\b/i;

/**
 * Finds failures that took a whole multiple of the time limit that their own error names: something inside tried several
 * times, each time until its limit. A hint: the numbers agree within 3 %, nothing more is known.
 * Quiet on: a failure that took the limit once, errors without a limit.
 */
export const timeoutChain: Rule<'slow/timeout-chain'> = {
  meta: { id: 'slow/timeout-chain', severity: 'warning', class: 'hint', knowledgeId: 'timing/retries' },
  *detect(view) {
    for (const failure of view.failures) {
      const innerMs = innerLimitMs(failure);
      const timeMs = view.durationMs(failure.row) ?? 0;
      if (innerMs === undefined || innerMs < 100) continue;
      const times = Math.round(timeMs / innerMs);
      if (times < 2 || times > MOST_TIMES || Math.abs(timeMs - times * innerMs) > TOLERANCE * timeMs)
        continue;
      yield {
        entries: [failure.row],
        evidence: [
          { entry: failure.row, pointer: '/time', role: 'symptom' },
          ...errorTextEvidence(failure.exchange),
        ],
        facts: { ...exchangeFacts(failure.exchange, 1), timeMs: Math.round(timeMs), limitMs: innerMs, times },
      };
    }
  },
};

function innerLimitMs({ exchange }: Failure): number | undefined {
  const text = exchange.error?.text ?? '';
  if (!/time|deadline/i.test(text)) return undefined;
  const [, number, word = ''] = limitBehind.exec(text) ?? limitBefore.exec(text) ?? [];
  const factor = unit[word.toLowerCase().replace(/(?<=d)s$/, '')];
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}
