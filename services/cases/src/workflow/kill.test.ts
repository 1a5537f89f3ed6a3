import { expect, it } from 'vitest';
import { killTrial } from '../testing/kill-trial.ts';

/** Each takes about a second; a longer run is asked for by name. */
const kills = Number(process.env.HARRIER_KILLS ?? 6);

it('keeps every promise when its process is killed at random moments, on libsql', async () => {
  const { faults, audited } = await killTrial('sqlite:%FOLDER%/cases.db', { kills, cases: 10 + 2 * kills });
  expect(faults).toEqual([]);
  // Ten entries for each: announced, eight steps, ended.
  expect(audited).toBeGreaterThanOrEqual((10 + 2 * kills) * 10);
}, 3_600_000);
