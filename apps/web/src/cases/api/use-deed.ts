import { useState } from 'react';
import { Problem } from './problem.ts';

/** Something that a button does. */
export interface Deed {
  readonly isRunning: boolean;
  readonly problem: Problem | undefined;
  /** Does it; gives whether it went well. What the server refuses is kept as `problem`. */
  run(what: () => Promise<void>): Promise<boolean>;
  forget(): void;
}

export function useDeed(): Deed {
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  return {
    isRunning,
    problem,
    forget: () => setProblem(undefined),
    run: async (what) => {
      setRunning(true);
      setProblem(undefined);
      try {
        await what();
        return true;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        setProblem(error);
        return false;
      } finally {
        setRunning(false);
      }
    },
  };
}
