import { openStore, type Store } from '@harrier/cases';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPostgres, type TestPostgres } from '../../../services/cases/src/testing/postgres.ts';
import { AccountBook } from './accounts/account-book.ts';

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

/** How many wait for somebody else’s transaction: `pg_locks` is PostgreSQL’s own, and none of our tables. */
const waiting = async () =>
  (
    await store.db
      .selectFrom('pgLocks' as 'accounts')
      .select('pid' as 'id')
      .where('granted' as 'id', '=', 'false')
      .execute()
  ).length;

it('leaves an account held that was changed by an administrator in the same moment', async () => {
  await store.db.insertInto('tenants').values({ id: 'tenant', name: 'Example', createdMs: 1 }).execute();
  const accounts = new AccountBook(store, { logN: 4 });
  const account = { tenantId: 'tenant', password: 'correct horse battery' } as const;
  const admin = await accounts.create('setup', { ...account, name: 'ada', roles: ['admin'] });
  const { id } = await accounts.create('setup', { ...account, name: 'abe', roles: ['approver'] });
  const actor = {
    ...admin,
    accountId: admin.id,
    roles: ['admin'],
    waitingRoles: [],
    heldRoles: [],
    person: '',
  } as const;
  const identity = { ...actor, permissions: new Set<never>(), via: 'session', credential: '' } as const;
  let change: Promise<unknown> = Promise.resolve();
  await store.transaction(async (tx) => {
    await tx.updateTable('accounts').set({ heldBy: 'account:ada' }).where('id', '=', id).execute();
    change = accounts.change(identity, id, { disabled: false });
    await expect.poll(waiting).toBe(1);
  });
  await change;
  expect(await accounts.get(id)).toMatchObject({ heldBy: 'account:ada' });
});
