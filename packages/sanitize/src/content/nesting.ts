/** How deep encodings may lie inside each other. */
const MAX_DEPTH = 12;

/** Where in a text the rewriter is: the way there, and how many layers have been taken off. */
export class Nesting {
  /** Names and encodings, outermost first. */
  readonly steps: string[] = [];
  #depth = 0;

  /** Whether no layer has been taken off yet. */
  get isOnTop(): boolean {
    return this.#depth === 0;
  }

  /** Whether the first layer is being taken off: what is looked at is the whole of a value or a body. */
  get isWhole(): boolean {
    return this.#depth === 1;
  }

  /** Whether no further layer may be taken off. */
  get isDeepest(): boolean {
    return this.#depth >= MAX_DEPTH;
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
    this.#depth++;
    try {
      return work();
    } finally {
      this.#depth--;
    }
  }
}
