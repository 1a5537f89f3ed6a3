/** One thing that `npm run lab` can do. */
export interface Command {
  readonly name: string;
  /** Its options, in a line. */
  readonly usage: string;
  readonly summary: string;
  /** Returns the exit code. Error: whatever `node:util`'s parseArgs throws at words that make no sense. */
  run(words: readonly string[]): Promise<number>;
}
