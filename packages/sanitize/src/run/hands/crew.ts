import { FarHand } from './far-hand.ts';
import type { Hand, HandSetup, KnownSecret } from './hand.ts';
import type { HandThreads } from './hand-port.ts';
import { localHand } from './local-hand.ts';

/** One that is worked on, one that waits, one on its way: while this thread works, it gives nothing out. */
const JOBS_OF_EACH = 3;

/** The hands of a run. */
export class Crew {
  readonly #hands: { readonly hand: Hand; jobs: number }[] = [];
  /** How many jobs are under way at most: as many as keep every hand busy, because each holds its stretch in memory. */
  readonly mostJobs: number;

  /** Without threads the caller's own does everything; with several it is one of them. */
  constructor(setup: HandSetup, threads: HandThreads | undefined) {
    const count = threads?.count ?? 1;
    const isAlone = threads === undefined;
    this.mostJobs = isAlone ? 1 : count * JOBS_OF_EACH;
    if (isAlone || count > 1)
      this.#hands.push({ hand: localHand(setup, isAlone ? 'now and then' : 'always'), jobs: 0 });
    if (isAlone) return;
    try {
      while (this.#hands.length < count)
        this.#hands.push({ hand: new FarHand(threads.start(), setup), jobs: 0 });
    } catch (error) {
      // Those that have started must not outlive a run that never begins.
      void this.close();
      throw error;
    }
  }

  /** Has the hand do a job that has the least to do. */
  async give<Outcome>(ask: (hand: Hand) => Promise<Outcome>): Promise<Outcome> {
    const least = this.#hands.reduce((a, b) => (b.jobs < a.jobs ? b : a));
    least.jobs++;
    try {
      return await ask(least.hand);
    } finally {
      least.jobs--;
    }
  }

  know(secrets: readonly KnownSecret[]): void {
    for (const { hand } of this.#hands) hand.know(secrets);
  }

  async close(): Promise<void> {
    await Promise.all(this.#hands.map(({ hand }) => hand.close()));
  }
}
