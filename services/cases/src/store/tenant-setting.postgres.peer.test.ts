import { afterAll, beforeAll, expect, it } from 'vitest';
import { securityPolicy } from '../security-policy/security-policy.ts';
import { startPostgres, type TestPostgres } from '../testing/postgres.ts';
import { openStore, type Store } from './open-store.ts';
import { readTenantSetting, writeTenantSetting } from './tenant-setting.ts';

let server: TestPostgres;
let store: Store;
beforeAll(async () => {
  server = startPostgres();
  store = await openStore(await server.freshDatabase());
}, 60_000);
afterAll(async () => {
  await store.close();
  server.stop();
});

it('keeps both of two changes that come at once, whether it was ever set or not', async () => {
  const actor = { tenantId: 'tenant', name: 'account:ada' };
  const write = async (change: Partial<typeof securityPolicy.standard>) =>
    await writeTenantSetting(store, securityPolicy, actor, change, 1);
  // Several rounds: in each, both begin before either has ended.
  for (let round = 1; round <= 4; round++) {
    await Promise.all([write({ keepSealedDays: round }), write({ manyReads: 1000 + round })]);
    expect(await readTenantSetting(store.db, securityPolicy, 'tenant')).toMatchObject({
      keepSealedDays: round,
      manyReads: 1000 + round,
    });
  }
});
