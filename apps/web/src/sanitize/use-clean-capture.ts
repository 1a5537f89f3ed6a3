import type { SanitizePolicy, SanitizeStage } from '@harrier/sanitize';
import { proxy } from 'comlink';
import { useEffect, useState } from 'react';
import type { CaptureTab } from '../captures/open-captures.ts';
import type { CleanCapture } from '../engine/sanitize/find-and-replace.ts';
import { untilAnswered } from '../engine/until-answered.ts';

/** How far sanitizing has come. */
export type CleanState =
  | { readonly step: 'working'; readonly fraction: number; readonly stage: SanitizeStage }
  | { readonly step: 'done'; readonly result: CleanCapture }
  | { readonly step: 'refused'; readonly code: string }
  /** It ended in an error: a fault of ours, or no memory is left. */
  | { readonly step: 'broke' };

/** The stages take about these shares of the time. */
const SHARES: Readonly<Record<SanitizeStage, readonly [from: number, share: number]>> = {
  learn: [0, 0.45],
  write: [0.45, 0.2],
  verify: [0.65, 0.35],
};

const beginning: CleanState = { step: 'working', stage: 'learn', fraction: 0 };

/** The capture without its credentials, made anew for every policy, and when somebody tries again. */
export function useCleanCapture(
  { connection, state }: CaptureTab,
  policy: SanitizePolicy,
): { readonly clean: CleanState; again(): void } {
  const [clean, setClean] = useState<CleanState>(beginning);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another run
  useEffect(() => {
    if (state !== 'ready') return;
    let isOver = false;
    setClean(beginning);
    const onProgress = (stage: SanitizeStage, done: number): void => {
      const [from, share] = SHARES[stage];
      if (!isOver) setClean({ step: 'working', stage, fraction: from + share * done });
    };
    untilAnswered(async (hear) => await connection.engine.sanitize(policy, proxy(hear(onProgress)))).then(
      (result) => {
        if (isOver || result === undefined) return;
        setClean('refused' in result ? { step: 'refused', code: result.refused } : { step: 'done', result });
      },
      (fault: unknown) => {
        console.error(fault);
        if (!isOver) setClean({ step: 'broke' });
      },
    );
    return () => {
      isOver = true;
    };
  }, [connection, state, policy, attempt]);
  return { clean, again: () => setAttempt(attempt + 1) };
}
