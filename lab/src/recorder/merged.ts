/** What several generators give, as soon as one of them gives something. What one throws ends all. */
export async function* merged<T>(sources: readonly AsyncGenerator<T>[]): AsyncGenerator<T> {
  const next = (source: AsyncGenerator<T>) => source.next().then((step) => ({ source, step }));
  const open = new Map(sources.map((source) => [source, next(source)]));
  try {
    while (open.size > 0) {
      const { source, step } = await Promise.race(open.values());
      if (step.done) open.delete(source);
      else {
        open.set(source, next(source));
        yield step.value;
      }
    }
  } finally {
    // Each closes its browser, whoever stopped.
    await Promise.allSettled([...open.keys()].map((source) => source.return(undefined)));
  }
}
