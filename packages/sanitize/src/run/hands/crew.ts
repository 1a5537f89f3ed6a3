import { FarHand } from './far-hand.ts';
import type { Hand, HandSetup, KnownSecret } from './hand.ts';
import type { HandThreads } from './hand-port.ts';
import { localHand } from './local-hand.ts';

/** The hands of a run. */
export class Crew {
  readonly #hands: { readonly hand: Hand; jobs: number }[] = [];
  /** How many jobs are under way at most: as many as keep every hand busy, because each holds its stretch in memory. */
  readonly mostJobs: number;

  /** Without threads the caller's own does everything. */
  constructor(setup: HandSetup, threads: HandThreads | undefined) {
    this.mostJobs = threads === undefined ? 1 : threads.count + 2;
    if (threads === undefined) {
      this.#hands.push({ hand: localHand(setup), jobs: 0 });
      return;
    }
    try {
      for (let hand = 0; hand < threads.count; hand++)
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
