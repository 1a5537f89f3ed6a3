import { memorySource, openCapture } from '@harrier/har';
import { sanitizeCapture } from '../run/sanitize-capture.ts';
import { deepSearch } from './deep-search.ts';
import { plantCapture } from './plant.ts';
import { createRandom } from './random.ts';

/** How many captures; `.ci/run` asks for two thousand. They are shared out between two files, which run side by side. */
export const CAPTURES = Number(process.env.HARRIER_PLANTED_CAPTURES ?? 40);

/** New in each run, so that every run looks where none has looked; printed, so that it can be run again. */
export const SEED = Number(process.env.HARRIER_SEED ?? Date.now() % 2 ** 31);

/** A run as long as these captures need on a slow machine. */
export function timeFor(captures: number): number {
  return 60_000 + captures * 1000;
}

/** A sanitized capture, as text. */
export async function sanitizeText(text: string): Promise<string> {
  const capture = await openCapture(memorySource(new TextEncoder().encode(text)), { engine: 'typescript' });
  const { output } = await sanitizeCapture(capture, { key: new Uint8Array(32).fill(7) });
  return new TextDecoder().decode(await output.read(0, output.sizeBytes));
}

/** What became of secrets in captures that were sanitized. */
export interface Fate {
  readonly planted: number;
  /** Where one was found again, and in which run. */
  readonly misses: readonly string[];
}

/** Plants forty secrets in each of the captures `from` to `to`, half-open, sanitizes them and looks for all of them. */
export async function fateOfPlanted(from: number, to: number): Promise<Fate> {
  const misses = new Set<string>();
  let total = 0;
  for (let run = from; run < to; run++) {
    const { har, planted } = plantCapture(createRandom(SEED + run), 40);
    const clean = await sanitizeText(JSON.stringify(har, null, run % 3));
    total += planted.length;
    const survivors = deepSearch(
      JSON.parse(clean),
      planted.map(({ needle }) => needle),
    );
    for (const { needle, path } of survivors) {
      const carrier = planted.find((secret) => secret.needle === needle)?.carrier ?? '';
      misses.add(`${carrier} at ${path.replace(/\d+/g, '#')} (run ${run})`);
    }
  }
  return { planted: total, misses: [...misses] };
}
