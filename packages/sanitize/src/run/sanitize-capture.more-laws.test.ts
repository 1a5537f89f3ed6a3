import { describe, expect, it } from 'vitest';
import { CAPTURES, fateOfPlanted, SEED, timeFor } from '../testing/planted-law.ts';

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
});
