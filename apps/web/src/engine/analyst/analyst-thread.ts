/** One thread that was started, and what one can ask it. */
export interface StartedThread<Analyst> {
  readonly analyst: Analyst;
  /** Ends it at once, whatever it is doing. */
  end(): void;
}

/**
 * The thread that looks through a capture. A browser keeps the memory of a thread that has nothing to do any more: of a large
 * analysis that is a hundred megabytes, four times what searching needs. So one that has looked through a capture is ended when
 * nobody waits for it, and the next question starts another one, which gets the capture before it.
 */
export class AnalystThread<Analyst> {
  readonly #start: () => StartedThread<Analyst>;
  #thread: StartedThread<Analyst> | undefined;
  /** Gives a new thread the capture. */
  #begin: ((analyst: Analyst) => Promise<unknown>) | undefined;
  /** Of a thread that took another's place: the capture is there. */
  #begun: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #isTired = false;
  #isEnded = false;

  constructor(start: () => StartedThread<Analyst>) {
    this.#start = start;
  }

  /** Starts the thread before there is anything to ask. */
  prepare(): void {
    if (!this.#isEnded) this.#started();
  }

  /** Error: what the thread threw; never answered once the thread was ended. */
  async ask<Answer>(question: (analyst: Analyst) => Promise<Answer>): Promise<Answer> {
    // A thread that started now would never end.
    if (this.#isEnded) return await new Promise(() => {});
    this.#waiting++;
    try {
      const { analyst } = this.#started();
      await this.#begun;
      return await question(analyst);
    } finally {
      this.#waiting--;
      this.#rest();
    }
  }

  /** Has another thread take its place as soon as nobody waits for this one; `begin` gives it the capture. */
  renew(begin: (analyst: Analyst) => Promise<unknown>): void {
    this.#begin = begin;
    this.#isTired = true;
    this.#rest();
  }

  end(): void {
    this.#isEnded = true;
    this.#thread?.end();
  }

  #started(): StartedThread<Analyst> {
    if (this.#thread !== undefined) return this.#thread;
    this.#thread = this.#start();
    this.#begun = this.#begin?.(this.#thread.analyst) ?? Promise.resolve();
    // Whoever asks is told; nobody asks whoever only prepares.
    this.#begun.catch(() => {});
    return this.#thread;
  }

  #rest(): void {
    if (!this.#isTired || this.#waiting > 0 || this.#isEnded) return;
    this.#isTired = false;
    this.#thread?.end();
    this.#thread = undefined;
  }
}
