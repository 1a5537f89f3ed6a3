/** How deep encodings may lie inside each other. */
const MAX_DEPTH = 12;

/** How much may come out of what is compressed or a document inside of one body or value, in bytes: some seconds of work. */
const MAX_UNFOLDED = 128 * 1024 * 1024;

/** Where in a text the rewriter is: the way there, and how many layers have been taken off. */
export class Nesting {
  /** Names and encodings, outermost first. */
  readonly steps: string[] = [];
  #depth = 0;
  #unfolded = 0;

  /** Whether no layer has been taken off yet. */
  get isOnTop(): boolean {
    return this.#depth === 0;
  }

  /** Whether the first layer is being taken off: what is looked at is the whole of a value or a body. */
  get isWhole(): boolean {
    return this.#depth === 1;
  }

  /** Whether no further layer may be taken off: there were too many, or too much came out. */
  get isDeepest(): boolean {
    return this.#depth >= MAX_DEPTH || (!this.isOnTop && this.#unfolded > MAX_UNFOLDED);
  }

  /** Notes that so many bytes came out of fewer: what says much with little can lie in the like a thousand times. */
  unfold(bytes: number): void {
    if (!this.isOnTop) this.#unfolded += bytes;
  }

  within<Result>(step: string, work: () => Result): Result {
    this.steps.push(step);
    try {
      return work();
    } finally {
      this.steps.pop();
    }
  }

  deeper<Result>(work: () => Result): Result {
    if (this.isOnTop) this.#unfolded = 0;
    this.#depth++;
    try {
      return work();
    } finally {
      this.#depth--;
    }
  }
}
