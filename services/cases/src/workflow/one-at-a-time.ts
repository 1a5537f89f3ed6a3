/**
 * The same work, begun when the call before it has ended. For work that fills the processor and much memory by itself: two at
 * once would take twice the memory and end no sooner.
 */
export function oneAtATime<Args extends readonly unknown[], Result>(
  work: (...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (...args) => {
    const mine = last.then(async () => await work(...args));
    // Whoever called is told of a failure; the next one begins all the same.
    last = mine.catch(() => {});
    return mine;
  };
}
