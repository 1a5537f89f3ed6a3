import { peakRssBytes } from './peak-rss.ts';

/** What one fresh process found out, written to its standard output as JSON. */
export interface Measurement {
  /** The first run in the process: nothing compiled, nothing cached but the file. */
  readonly firstMs: number;
  /** The same again in the same process, where it is quick enough to repeat. */
  readonly againMs: readonly number[];
  readonly entries: number;
  /** After the first run. */
  readonly peakRssBytes: number;
}

/** A run longer than this is not repeated. */
const repeatBelowMs = 1500;
const repeats = 4;

/** Times a run that gives the number of entries; called in a process of its own. */
export async function measureRun(run: () => Promise<number>): Promise<Measurement> {
  const [firstMs, entries] = await timed(run);
  const peak = peakRssBytes();
  const againMs: number[] = [];
  while (firstMs < repeatBelowMs && againMs.length < repeats) againMs.push((await timed(run))[0]);
  return { firstMs, againMs, entries, peakRssBytes: peak };
}

async function timed(run: () => Promise<number>): Promise<[ms: number, entries: number]> {
  const start = performance.now();
  const entries = await run();
  return [performance.now() - start, entries];
}
