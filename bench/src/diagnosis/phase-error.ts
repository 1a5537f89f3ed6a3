import { type Entry, phaseBreakdown } from '@harrier/har';
import type { RecordedTruth } from '@harrier/lab';

/** How well a phase was told. */
export interface PhaseVerdict {
  readonly errorMs: number;
  /** Off by at most 5 % or 20 ms, whichever is more. */
  readonly right: boolean;
}

export function judgePhase(entry: Entry, { phase, ms }: RecordedTruth['phases'][number]): PhaseVerdict {
  const told = phaseBreakdown(entry)
    .spans.filter((span) => span.phase === phase)
    .reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
  const errorMs = Math.abs(told - ms);
  return { errorMs, right: errorMs <= Math.max(20, ms * 0.05) };
}
