import { FarHand } from './far-hand.ts';
import type { Hand, HandSetup, KnownSecret } from './hand.ts';
import type { HandThreads } from './hand-port.ts';
import { localHand } from './local-hand.ts';

/** What a hand in another thread is given at once: a job that is worked on, one that waits, one on its way. */
const JOBS_OF_FAR = 3;

/** How many jobs are under way for each hand: finished ones wait behind a long one for their turn. */
const JOBS_OF_EACH = 6;

/** A hand, and how many jobs it has. */
interface Member {
  readonly hand: Hand;
  /** How many it takes at once. */
  readonly most: number;
  jobs: number;
}

/** The hands of a run. */
export class Crew {
  /** Those in other threads first: this one takes what they have no room for. */
  readonly #members: Member[] = [];
  /** Jobs that no hand has room for yet, in order. */
  readonly #waiting: ((member: Member) => void)[] = [];
  /** How many jobs are under way at most, because each holds its stretch in memory. */
  readonly mostJobs: number;

  /** Without threads the caller's own does everything; with several it is one of them. */
  constructor(setup: HandSetup, threads: HandThreads | undefined) {
    const count = threads?.count ?? 1;
    const isAlone = threads === undefined;
    this.mostJobs = isAlone ? 1 : count * JOBS_OF_EACH;
    try {
      while (!isAlone && this.#members.length < Math.max(1, count - 1))
        this.#members.push({ hand: new FarHand(threads.start(), setup), most: JOBS_OF_FAR, jobs: 0 });
    } catch (error) {
      // Those that have started must not outlive a run that never begins.
      void this.close();
      throw error;
    }
    // While it works, this thread answers nobody: one job at a time, so that what the others have done is not left lying.
    if (isAlone || count > 1)
      this.#members.push({ hand: localHand(setup, isAlone ? 'now and then' : 'always'), most: 1, jobs: 0 });
  }

  /** Has a job done by the first hand that has room for it. */
  async give<Outcome>(ask: (hand: Hand) => Promise<Outcome>): Promise<Outcome> {
    const member = this.#takeRoom() ?? (await new Promise<Member>((resolve) => this.#waiting.push(resolve)));
    try {
      return await ask(member.hand);
    } finally {
      member.jobs--;
      const next = this.#waiting.length > 0 ? this.#takeRoom() : undefined;
      if (next !== undefined) this.#waiting.shift()?.(next);
    }
  }

  /** Of those that have room, the one that has the least to do. */
  #takeRoom(): Member | undefined {
    let least: Member | undefined;
    for (const member of this.#members)
      if (member.jobs < member.most && (least === undefined || member.jobs < least.jobs)) least = member;
    if (least !== undefined) least.jobs++;
    return least;
  }

  know(secrets: readonly KnownSecret[]): void {
    for (const { hand } of this.#members) hand.know(secrets);
  }

  async close(): Promise<void> {
    await Promise.all(this.#members.map(({ hand }) => hand.close()));
  }
}
