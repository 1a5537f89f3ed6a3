import type { RecordingRun } from '@harrier/lab';
import type { Figure } from '../../goals/figure.ts';

const MINUTES = 5;
const LEAST = { captures: 200, scenarios: 90 };

/** What the last recording came to in five minutes, at its own pace; nothing where none was timed. */
export function recordingFigures(run: RecordingRun | undefined): Figure[] {
  if (run === undefined) return [];
  const inTime = (count: number): number => Math.floor((count * MINUTES * 60) / run.seconds);
  const [captures, scenarios] = [inTime(run.captures), inTime(run.scenarios)];
  return [
    {
      goal: `recorded in ${MINUTES} minutes: at least ${LEAST.captures} captures of ${LEAST.scenarios} scenarios`,
      measured: `${captures} of ${scenarios} (${run.captures} of ${run.scenarios} in ${(run.seconds / 60).toFixed(1)} min)`,
      isMet: captures >= LEAST.captures && scenarios >= LEAST.scenarios,
    },
  ];
}
