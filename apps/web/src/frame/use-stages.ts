import { startTransition, useEffect, useState } from 'react';

/**
 * Counts from 0 to `last`, each step drawn in pieces and shown before the next one begins. A screen that is made at once keeps the
 * page from everything else for longer than a person's patience with a key (50 ms).
 */
export function useStages(last: number): number {
  const [stage, setStage] = useState(0);
  useEffect(() => {
    if (stage < last) startTransition(() => setStage(stage + 1));
  }, [stage, last]);
  return stage;
}
