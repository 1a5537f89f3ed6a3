import { describe, expect, it } from 'vitest';
import { deepSearch } from '../testing/deep-search.ts';
import { plantCapture } from '../testing/plant.ts';
import { CAPTURES, fateOfPlanted, SEED, timeFor } from '../testing/planted-law.ts';
import { createRandom } from '../testing/random.ts';

/** The other half is in sanitize-capture.laws.test.ts. */
const HALF = Math.ceil(CAPTURES / 2);

describe('captures with planted secrets, the second half', () => {
  it(
    `lose every one of them, in every place and encoding (seed ${SEED})`,
    async () => {
      const { planted, misses } = await fateOfPlanted(HALF, CAPTURES);
      expect(planted).toBeGreaterThanOrEqual((CAPTURES - HALF) * 40);
      expect(misses).toEqual([]);
    },
    timeFor(CAPTURES - HALF),
  );

  it('are all found again, in every place and encoding, where nobody sanitizes', () => {
    for (let run = 0; run < 5; run++) {
      const { har, planted } = plantCapture(createRandom(run), 40);
      const needles = planted.map(({ needle }) => needle);
      const found = new Set(deepSearch(har, needles).map(({ needle }) => needle));
      expect(planted.filter(({ needle }) => !found.has(needle)).map(({ carrier }) => carrier)).toEqual([]);
    }
  });
});
