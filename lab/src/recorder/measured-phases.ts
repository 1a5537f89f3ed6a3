import type { Phase } from '@harrier/har';
import type { InjectedPhase, Truth } from '../scenario/truth.ts';
import type { Har, HarEntry } from './har.ts';
import { matchRequests } from './match-requests.ts';

const EARLY_SHARE = 0.95;
/**
 * A machine that is busy makes everything later, never earlier. What DevTools measured is what is kept as the truth, so
 * late is right too, as long as the phase is mostly what was put into it.
 */
const LATE_SHARE = 2;
const LATE_MS = 250;

/** Time put into a phase and what DevTools measured there, for each request that a matcher means. */
export interface MeasuredPhase {
  readonly injected: InjectedPhase;
  /** ms, in the order of the requests' start. */
  readonly measuredMs: readonly number[];
}

/** Looks the phases up in the full export, whose entries are in the order of their start. */
export function measuredPhases(truth: Truth, har: Har): readonly MeasuredPhase[] {
  const { entries } = har.log;
  const requests = entries.map(({ request }) => request);
  return (truth.phases ?? []).map((injected) => ({
    injected,
    measuredMs: matchRequests(requests, injected.on).map((index) =>
      recordedMs(entries[index]!, injected.phase),
    ),
  }));
}

/** Sentences about phases that are not as long as they were made. */
export function strayPhases(phases: readonly MeasuredPhase[]): readonly string[] {
  return phases.flatMap(({ injected: { on, phase, ms }, measuredMs }) => {
    if (measuredMs.length === 0) return [`No request is ${String(on.url)}.`];
    return measuredMs
      .filter((measured) => measured < ms * EARLY_SHARE || measured > Math.max(ms + LATE_MS, ms * LATE_SHARE))
      .map(
        (measured) =>
          `${phase} of ${String(on.url)} was made ${ms} ms long, and DevTools says ${Math.round(measured)} ms.`,
      );
  });
}

/** Chrome's own fields, by hand: what is checked here must not rest on the reader that is measured with it. */
function recordedMs({ timings }: HarEntry, phase: Phase): number {
  const of = (name: string) => Math.max(0, timings[name] ?? 0);
  if (phase === 'queueing') return of('_blocked_queueing');
  if (phase === 'stalled') return of('blocked') - of('_blocked_queueing');
  return of(phase);
}
