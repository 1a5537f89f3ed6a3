import { randomUUID } from 'node:crypto';
import { type AccountRow, appendAudit, isDuplicate, type Store, type TenantRow } from '@harrier/cases';
import { RequestError } from '../http/request-error.ts';
import { insertAccount } from './insert-account.ts';
import { hashPassword } from './password.ts';
import { newToken, tokenHash } from './token.ts';

/** Whoever runs the server, who has the link that makes the first administrator. */
export const SETUP = 'setup';

/** The organisations of a server, each with its first administrator. */
export class Organisations {
  readonly #store: Store;
  readonly #clock: () => number;
  readonly #logN: number | undefined;

  constructor(store: Store, clock: () => number, logN: number | undefined) {
    this.#store = store;
    this.#clock = clock;
    this.#logN = logN;
  }

  /** The token of the link with which the first administrator is made, anew at each start; undefined once there is an account. */
  async newSetupToken(): Promise<string | undefined> {
    return await this.#store.transaction(async (tx) => {
      const there = await tx.selectFrom('accounts').select('id').limit(1).executeTakeFirst();
      if (there !== undefined) return undefined;
      const token = newToken();
      await tx.deleteFrom('settings').where('name', '=', 'setup').execute();
      await tx
        .insertInto('settings')
        .values({ name: 'setup', value: tokenHash(token) })
        .execute();
      return token;
    });
  }

  /** The first tenant and its administrator, who makes the others. The token works once. Error: `request/gone`. */
  async setUp(token: string, tenantName: string, name: string, password: string): Promise<AccountRow> {
    const passwordHash = await hashPassword(password, this.#logN, name);
    return await this.#store.transaction(async (tx) => {
      const { numDeletedRows } = await tx
        .deleteFrom('settings')
        .where('name', '=', 'setup')
        .where('value', '=', tokenHash(token))
        .executeTakeFirst();
      if (numDeletedRows !== 1n) throw new RequestError('request/gone');
      const tenantId = randomUUID();
      await tx
        .insertInto('tenants')
        .values({ id: tenantId, name: tenantName, createdMs: this.#clock() })
        .execute();
      const account = { tenantId, name, roles: ['admin'] as const };
      return await insertAccount(tx, this.#clock(), SETUP, account, { passwordHash, ownPassword: 1 });
    });
  }

  /** The organisations of this server, the first one first. */
  async list(): Promise<readonly TenantRow[]> {
    return await this.#store.db
      .selectFrom('tenants')
      .selectAll()
      .orderBy('createdMs')
      .orderBy('id')
      .execute();
  }

  /** An organisation and its first administrator. Error: `request/conflict` where the name is taken. */
  async create(
    actor: string,
    given: { readonly organisation: string; readonly name: string; readonly password: string },
  ): Promise<TenantRow> {
    const passwordHash = await hashPassword(given.password, this.#logN, given.name);
    const row: TenantRow = { id: randomUUID(), name: given.organisation, createdMs: this.#clock() };
    try {
      await this.#store.transaction(async (tx) => {
        await tx.insertInto('tenants').values(row).execute();
        const subject = `tenant:${row.id}`;
        const event = { actor, tenantId: row.id, subject, atMs: row.createdMs, facts: {} };
        await appendAudit(tx, { ...event, action: 'tenant/created' });
        const first = { tenantId: row.id, name: given.name, roles: ['admin'] as const };
        await insertAccount(tx, this.#clock(), actor, first, { passwordHash });
      });
    } catch (error) {
      throw isDuplicate(error) ? new RequestError('request/conflict') : error;
    }
    return row;
  }
}
