import { type ClockSample, clockSamples, medianOffset } from '../../../auth/server-clock.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import type { ColumnView } from '../../../findings/capture-view.ts';
import { groupBy } from '../../../findings/group-by.ts';
import type { Rule } from '../../../findings/rule.ts';
import { spread } from '../refused.ts';

/** Tokens and codes forgive about a minute (RFC 7519 §4.1.4); Date has whole seconds and answers take some on their way. */
const SKEW_MS = 60_000;
/** One server's clock may be wrong itself: answers of two hosts have to agree. */
const LEAST_ANSWERS = 5;
const LEAST_HOSTS = 2;
/** Answers that are looked at. */
const SAMPLE = 40;

/**
 * Finds recording machines whose clock is more than a minute off: sign-in tokens seem expired or not valid yet there, and times of
 * the capture do not match those of logs. By the Date of answers that no cache kept, of two hosts at least that agree.
 * Spec: RFC 9110 §6.6.1.
 */
export const clockSkew: Rule<'auth/clock-skew'> = {
  meta: { id: 'auth/clock-skew', severity: 'warning', class: 'proven', knowledgeId: 'auth/refused' },
  *opens(view: ColumnView) {
    const perHost = groupBy(
      view.rowsByStart.filter((row) => view.outcome(row) === 'answered'),
      (row) => view.host(row),
    );
    const hosts = [...perHost.values()].sort((a, b) => b.length - a.length).slice(0, 8);
    for (const rows of hosts) yield* spread(rows, Math.ceil(SAMPLE / hosts.length));
  },
  *detect(view) {
    const perHost = groupBy(clockSamples(view), ({ host }) => host);
    const offsets = [...perHost.values()].map((samples) => medianOffset(samples) ?? 0);
    const direction = Math.sign(medianOffset(offsets.map((offsetMs) => ({ offsetMs }))) ?? 0);
    // A host that disagrees has a wrong clock of its own; if most do, nobody knows.
    const agreeing = [...perHost.values()].filter(
      (samples) => (medianOffset(samples) ?? 0) * direction > SKEW_MS,
    );
    const samples: ClockSample[] = agreeing.flat();
    if (agreeing.length < LEAST_HOSTS || samples.length < LEAST_ANSWERS) return;
    if (agreeing.length * 2 <= perHost.size) return;
    const skew = medianOffset(samples) ?? 0;
    const shown = samples.slice(0, LEAST_ANSWERS);
    yield {
      entries: [],
      evidence: shown.flatMap(({ row }) => {
        const exchange = view.exchange(row);
        return exchange === undefined ? [] : headerEvidence(exchange, 'response', 'date', 'cause');
      }),
      facts: {
        skewMs: Math.round(Math.abs(skew) / 1000) * 1000,
        ahead: skew < 0,
        answers: samples.length,
        hosts: agreeing.length,
      },
    };
  },
};
