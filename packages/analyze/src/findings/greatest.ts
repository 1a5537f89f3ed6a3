/**
 * The greatest of numbers, -Infinity of none. `Math.max(...)` takes each as an argument of a call, and a call takes some 100,000
 * at most: a list that grows with the capture ends it in a RangeError.
 */
export function greatestOf(numbers: Iterable<number>): number {
  let greatest = Number.NEGATIVE_INFINITY;
  for (const number of numbers) if (number > greatest) greatest = number;
  return greatest;
}

/** The least of numbers, Infinity of none; see {@link greatestOf}. */
export function leastOf(numbers: Iterable<number>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const number of numbers) if (number < least) least = number;
  return least;
}
