import { memorySource, openCapture } from '@harrier/har';
import { describe, expect, it } from 'vitest';
import { deepSearch } from '../testing/deep-search.ts';
import { plantCapture } from '../testing/plant.ts';
import { createRandom } from '../testing/random.ts';
import { sanitizeCapture } from './sanitize-capture.ts';

/** How many captures; `.ci/run` asks for two thousand. */
const CAPTURES = Number(process.env.HARRIER_PLANTED_CAPTURES ?? 40);

/** New in each run, so that every run looks where none has looked; printed, so that it can be run again. */
const SEED = Number(process.env.HARRIER_SEED ?? Date.now() % 2 ** 31);

async function sanitize(text: string): Promise<string> {
  const capture = await openCapture(memorySource(new TextEncoder().encode(text)), { engine: 'typescript' });
  const { output } = await sanitizeCapture(capture, { key: new Uint8Array(32).fill(7) });
  return new TextDecoder().decode(await output.read(0, output.sizeBytes));
}

describe('captures with planted secrets', () => {
  it(
    `lose every one of them, in every place and encoding (seed ${SEED})`,
    async () => {
      const misses = new Map<string, number>();
      let total = 0;
      for (let run = 0; run < CAPTURES; run++) {
        const { har, planted } = plantCapture(createRandom(SEED + run), 40);
        const clean = await sanitize(JSON.stringify(har, null, run % 3));
        total += planted.length;
        const survivors = deepSearch(
          JSON.parse(clean),
          planted.map(({ needle }) => needle),
        );
        for (const { needle, path } of survivors) {
          const carrier = planted.find((secret) => secret.needle === needle)?.carrier ?? '';
          misses.set(
            `${carrier} at ${path.replace(/\d+/g, '#')} (run ${run})`,
            (misses.get(carrier) ?? 0) + 1,
          );
        }
      }
      expect(total).toBeGreaterThanOrEqual(CAPTURES * 40);
      expect([...misses.keys()]).toEqual([]);
    },
    60_000 + CAPTURES * 1000,
  );

  it('are the same when they are sanitized twice', async () => {
    for (let run = 0; run < Math.min(20, CAPTURES); run++) {
      const { har } = plantCapture(createRandom(SEED + run), 40);
      const once = await sanitize(JSON.stringify(har));
      expect(await sanitize(once)).toBe(once);
    }
  });
});
