/** One thing that `npm run bench` can do. */
export interface Suite {
  readonly name: string;
  readonly summary: string;
  /** Options: the synopsis, then a line for what needs one. */
  readonly usage: readonly string[];
  /** Returns the exit code. Error: `UsageError`. */
  run(words: readonly string[]): Promise<number>;
}

/** The words of the command line make no sense; the message says which. */
export class UsageError extends Error {}

/** A positive number out of an option; several, separated by commas, with `numbersOf`. */
export function numberOf(option: string, text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number) || number <= 0)
    throw new UsageError(`${option} needs a number above zero, not "${text}".`);
  return number;
}

export function numbersOf(option: string, text: string): number[] {
  return text.split(',').map((part) => numberOf(option, part));
}

/** One of the words that an option knows. */
export function oneOf<T extends string>(option: string, text: string, known: readonly T[]): T {
  const found = known.find((word) => word === text);
  if (found === undefined) throw new UsageError(`${option} is one of ${known.join(', ')}, not "${text}".`);
  return found;
}
