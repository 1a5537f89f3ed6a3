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

/** Gives the thread away now and then in a long loop: `await turns.pause()` where {@link Turns.isOver} says so. */
export class Turns {
  readonly #signal: AbortSignal | undefined;
  #beganAt = performance.now();

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  get isOver(): boolean {
    return performance.now() - this.#beganAt >= TURN_MS;
  }

  /** Error: the signal's reason. */
  async pause(): Promise<void> {
    await nextTurn();
    this.#signal?.throwIfAborted();
    this.#beganAt = performance.now();
  }
}
