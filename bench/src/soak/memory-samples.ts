/** Memory of one process at one moment. */
export interface MemorySample {
  /** Since the process was started or killed for the last time. */
  readonly atMs: number;
  readonly rssBytes: number;
}

/** The line through the samples by least squares, in bytes an hour; 0 for fewer than two moments. */
export function slopePerHour(samples: readonly MemorySample[]): number {
  const count = samples.length;
  const meanAt = samples.reduce((sum, { atMs }) => sum + atMs, 0) / count;
  const meanRss = samples.reduce((sum, { rssBytes }) => sum + rssBytes, 0) / count;
  let [above, below] = [0, 0];
  for (const { atMs, rssBytes } of samples) {
    above += (atMs - meanAt) * (rssBytes - meanRss);
    below += (atMs - meanAt) ** 2;
  }
  return below === 0 ? 0 : (above / below) * 3_600_000;
}
