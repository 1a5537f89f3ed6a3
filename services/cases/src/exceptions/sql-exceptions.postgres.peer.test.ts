import { afterAll, afterEach, beforeAll } from 'vitest';
import { openStore, type Store } from '../store/open-store.ts';
import { startPostgres, type TestPostgres } from '../testing/postgres.ts';
import { exceptionStoreContract } from './exception-store.contract.ts';
import { sqlExceptions } from './sql-exceptions.ts';

let server: TestPostgres;
const opened: Store[] = [];
beforeAll(() => {
  server = startPostgres();
}, 60_000);
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});
afterAll(() => server.stop());

exceptionStoreContract('PostgreSQL', async () => {
  const store = await openStore(await server.freshDatabase());
  opened.push(store);
  return sqlExceptions(store);
});
