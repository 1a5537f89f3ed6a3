/** How long a worker keeps its thread before a newer question gets in. */
export const TURN_MS = 8;

/** Lets messages in that have arrived. A timer would wait four milliseconds more each time. */
export async function nextTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
  port1.close();
}

/** What somebody waits for in a thread that does other things besides. */
export class WaitedFor {
  readonly #answers = new Set<Promise<unknown>>();

  /** Counts an answer until it is there, or an error is. */
  async first<Answer>(answer: Promise<Answer>): Promise<Answer> {
    this.#answers.add(answer);
    try {
      return await answer;
    } finally {
      this.#answers.delete(answer);
    }
  }

  /** Nobody waits any more. */
  async end(): Promise<void> {
    while (this.#answers.size > 0) await Promise.allSettled(this.#answers);
  }
}

/** Gives the thread away now and then in a long loop: `await turns.pause()` where {@link Turns.isOver} says so. */
export class Turns {
  readonly #signal: AbortSignal | undefined;
  readonly #waitedFor: WaitedFor | undefined;
  #beganAt = performance.now();

  /**
   * With `waitedFor`, the loop stands back until those have their answers: one that is read from the file in several steps would
   * wait for a turn at each of them.
   */
  constructor(signal?: AbortSignal, waitedFor?: WaitedFor) {
    this.#signal = signal;
    this.#waitedFor = waitedFor;
  }

  get isOver(): boolean {
    return performance.now() - this.#beganAt >= TURN_MS;
  }

  /** Error: the signal's reason. */
  async pause(): Promise<void> {
    await nextTurn();
    await this.#waitedFor?.end();
    this.#signal?.throwIfAborted();
    this.#beganAt = performance.now();
  }
}
