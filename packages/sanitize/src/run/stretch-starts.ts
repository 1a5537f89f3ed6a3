import { atFirstByte, isSameButPosition, moveOn, nextOf, type ReaderState } from '../har/reader-state.ts';
import type { StretchRead } from './hands/hand.ts';

/**
 * What is open where each stretch of a capture begins. Stretches begin with an entry, so nearly always the same is open,
 * and only the entry's position differs: a stretch can be read before those in front of it have been, from a guess. A
 * guess that turns out wrong costs one more reading.
 */
export class StretchStarts {
  /** The same state stands for all that differ from it in nothing but the position: a large capture has ten thousand. */
  readonly #known: ReaderState[] = [atFirstByte];
  readonly #positions: number[] = [nextOf(atFirstByte)];
  #guess = atFirstByte;

  /** Where all stretches but the first are likely to begin. */
  foresee(guess: ReaderState): void {
    this.#guess = guess;
  }

  /** The start of a stretch, or a guess at it. */
  of(stretch: number): ReaderState {
    const known = this.#known[stretch];
    return known === undefined
      ? this.#guess
      : moveOn(known, (this.#positions[stretch] as number) - nextOf(known));
  }

  /**
   * Takes in how a stretch ended that was read from `start`; asked in the order of the file. `false`: it has to be read
   * again, from its true start, which is known by now.
   */
  settle(stretch: number, start: ReaderState, { end, floor, tellsPlaces }: StretchRead): boolean {
    const truth = this.of(stretch);
    if (nextOf(start) === nextOf(truth)) {
      if (!isSameButPosition(start, truth)) return false;
      this.#learn(stretch + 1, end);
      return true;
    }
    // The position of the start is wrong by as much in the end, as long as the same array is still the innermost one.
    const stayed = floor === start.open.length && isSameButPosition(start, end);
    if (tellsPlaces || !stayed || !isSameButPosition(start, truth)) return false;
    this.#learn(stretch + 1, moveOn(truth, nextOf(end) - nextOf(start)));
    return true;
  }

  #learn(stretch: number, start: ReaderState): void {
    const before = this.#known[stretch - 1] as ReaderState;
    this.#known[stretch] = isSameButPosition(before, start) ? before : start;
    this.#positions[stretch] = nextOf(start);
    this.#guess = start;
  }
}
