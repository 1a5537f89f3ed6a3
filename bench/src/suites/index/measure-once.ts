import { peakRssBytes } from '../../measure/peak-rss.ts';
import { variantsWith } from './variants.ts';

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

/** `node measure-once.js <variant> <file> [folder of the base's build]` */
async function measureOnce(
  id: string | undefined,
  path: string | undefined,
  base: string | undefined,
): Promise<Measurement> {
  const variant = variantsWith(base).find((candidate) => candidate.id === id);
  if (variant === undefined || path === undefined) throw new Error(`usage: measure-once <variant> <file>`);
  const run = await variant.prepare(path);
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

process.stdout.write(JSON.stringify(await measureOnce(process.argv[2], process.argv[3], process.argv[4])));
