/**
 * Does some work and leaves how long it took to whoever measures the page: a measure of this name (User Timing), of which only the
 * latest is kept.
 */
export function toldTime<Result>(name: string, work: () => Result): Result {
  const start = performance.now();
  const result = work();
  performance.clearMeasures(name);
  performance.measure(name, { start });
  return result;
}
