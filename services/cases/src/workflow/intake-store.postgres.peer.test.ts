import { afterAll, beforeAll } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { sqlIntakes } from '../store/sql-intakes.ts';
import { startPostgres, type TestPostgres } from '../testing/postgres.ts';
import { intakeStoreContract } from './intake-store.contract.ts';

let server: TestPostgres;
beforeAll(() => {
  server = startPostgres();
}, 60_000);
afterAll(() => server.stop());

intakeStoreContract('PostgreSQL', async () => {
  const store = await openStore(await server.freshDatabase());
  return { store: sqlIntakes(store), close: async () => await store.close() };
});
