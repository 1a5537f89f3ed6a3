/** Something to measure again and again, in how many of the rounds. */
export interface Contestant {
  readonly rounds: number;
}

/**
 * The order of measuring: every contestant once a round, every other round backwards, so that what
 * gets slower or faster as time goes by (heat, neighbours, page cache) hits all of them alike.
 */
export function* alternating<T extends Contestant>(contestants: readonly T[]): Generator<T, void> {
  const rounds = Math.max(0, ...contestants.map((contestant) => contestant.rounds));
  for (let round = 0; round < rounds; round++) {
    const present = contestants.filter((contestant) => round < contestant.rounds);
    yield* round % 2 === 0 ? present : present.reverse();
  }
}
