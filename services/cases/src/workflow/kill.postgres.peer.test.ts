import { afterAll, beforeAll, expect, it } from 'vitest';
import { killTrial } from '../testing/kill-trial.ts';
import { startPostgres, type TestPostgres } from '../testing/postgres.ts';

const kills = Number(process.env.HARRIER_KILLS ?? 6);

let server: TestPostgres;
beforeAll(() => {
  server = startPostgres();
}, 60_000);
afterAll(() => server.stop());

it('keeps every promise when its process is killed at random moments, on PostgreSQL', async () => {
  const { faults, audited } = await killTrial(await server.freshDatabase(), { kills, cases: 10 + 2 * kills });
  expect(faults).toEqual([]);
  expect(audited).toBeGreaterThanOrEqual((10 + 2 * kills) * 10);
}, 3_600_000);
