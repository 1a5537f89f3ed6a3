import { describe, expect, it } from 'vitest';
import { Crew } from './crew.ts';
import { FarHand } from './far-hand.ts';
import type { Hand } from './hand.ts';
import type { HandThreads } from './hand-port.ts';

/** Threads that do nothing by themselves. */
const threads: HandThreads = {
  count: 2,
  start: () => ({ send: () => {}, listen: () => {}, close: async () => {} }),
};

/** A crew that was given so many jobs: who was asked to do which, and a way to have one done. */
function givenJobs(count: number) {
  const crew = new Crew({ key: new Uint8Array(32), policy: {} }, threads);
  const asked: string[] = [];
  const endings: (() => void)[] = [];
  const done = Array.from({ length: count }, (_, job) =>
    crew.give((hand: Hand) => {
      asked.push(`${job} ${hand instanceof FarHand ? 'far' : 'here'}`);
      return new Promise<void>((resolve) => {
        endings[job] = resolve;
      });
    }),
  );
  const finish = async (job: number): Promise<void> => {
    endings[job]?.();
    await done[job];
    // The next job is given in the turn after.
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { asked, finish };
}

describe('a crew of this thread and another', () => {
  it('has three jobs with the other thread and one here, and keeps the rest until somebody has room', async () => {
    const { asked } = givenJobs(8);
    expect(asked).toEqual(['0 far', '1 here', '2 far', '3 far']);
  });

  it('gives the next job to the one that is done, however long the first takes', async () => {
    const { asked, finish } = givenJobs(8);
    for (const job of [1, 4, 2]) await finish(job);
    expect(asked.slice(4)).toEqual(['4 here', '5 here', '6 far']);
  });
});
