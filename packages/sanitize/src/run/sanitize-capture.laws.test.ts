import { describe, expect, it } from 'vitest';
import { plantCapture } from '../testing/plant.ts';
import { CAPTURES, fateOfPlanted, SEED, sanitizeText, timeFor } from '../testing/planted-law.ts';
import { createRandom } from '../testing/random.ts';

/** The other half is in sanitize-capture.more-laws.test.ts. */
const HALF = Math.ceil(CAPTURES / 2);

describe('captures with planted secrets, the first half', () => {
  it(
    `lose every one of them, in every place and encoding (seed ${SEED})`,
    async () => {
      const { planted, misses } = await fateOfPlanted(0, HALF);
      expect(planted).toBeGreaterThanOrEqual(HALF * 40);
      expect(misses).toEqual([]);
    },
    timeFor(HALF),
  );

  it('are the same when they are sanitized twice', async () => {
    for (let run = 0; run < Math.min(20, CAPTURES); run++) {
      const { har } = plantCapture(createRandom(SEED + run), 40);
      const once = await sanitizeText(JSON.stringify(har));
      expect(await sanitizeText(once)).toBe(once);
    }
  });
});
