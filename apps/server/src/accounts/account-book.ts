import { randomUUID } from 'node:crypto';
import {
  type AccountRow,
  appendAudit,
  isDuplicate,
  readTenantSetting,
  type Store,
  securityPolicy,
  type TenantRow,
  type Tx,
} from '@harrier/cases';
import { RequestError } from '../http/request-error.ts';
import { auditAccount } from './account-audit.ts';
import { AccountLinks, NO_PASSWORD } from './account-links.ts';
import { ApiTokens } from './api-tokens.ts';
import { type Identity, personOf, rolesOf, SEEN_MS } from './identity.ts';
import { hashPassword, isPassword } from './password.ts';
import { newRecoveryCodes, withoutCode } from './recovery-codes.ts';
import { permissionsOf, type Role } from './roles.ts';
import { rolesInForce } from './roles-in-force.ts';
import { beginSession, isAlive } from './sessions.ts';
import { newToken, tokenHash } from './token.ts';
import { newTotpSecret, totpStepOf } from './totp.ts';

/** Wrong passwords before an account waits; the wait doubles with each further one, up to the longest. */
const FREE_FAILURES = 5;
const FIRST_LOCK_MS = 30_000;
const LONGEST_LOCK_MS = 15 * 60 * 1000;

export interface NewAccount {
  readonly tenantId: string;
  readonly name: string;
  /** Absent: a link lets its owner choose one, see {@link AccountLinks}. */
  readonly password?: string | undefined;
  readonly roles: readonly Role[];
}

/** Accounts and their sessions. */
export class AccountBook {
  readonly apiTokens: ApiTokens;
  readonly links: AccountLinks;
  readonly #store: Store;
  readonly #clock: () => number;
  readonly #logN: number | undefined;

  /** `logN` is the work factor of passwords; tests lower it. */
  constructor(store: Store, options: { readonly clock?: () => number; readonly logN?: number } = {}) {
    this.#store = store;
    this.#clock = options.clock ?? Date.now;
    this.#logN = options.logN;
    this.apiTokens = new ApiTokens(store, this.#clock);
    this.links = new AccountLinks(store, this.#clock, this.#logN);
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
      return await this.#insert(tx, 'setup', { tenantId, name, roles: ['admin'] }, passwordHash);
    });
  }

  /** Error: `request/conflict` where the name is taken. */
  async create(actor: string, account: NewAccount): Promise<AccountRow> {
    const { password, name } = account;
    const passwordHash =
      password === undefined ? NO_PASSWORD : await hashPassword(password, this.#logN, name);
    try {
      return await this.#store.transaction(
        async (tx) => await this.#insert(tx, actor, account, passwordHash),
      );
    } catch (error) {
      throw isDuplicate(error) ? new RequestError('request/conflict') : error;
    }
  }

  async #insert(
    tx: Tx,
    actor: string,
    { tenantId, name, roles }: Omit<NewAccount, 'password'>,
    passwordHash: string,
    identity: string | null = null,
  ): Promise<AccountRow> {
    const row: AccountRow = {
      id: randomUUID(),
      tenantId,
      name,
      passwordHash,
      totpSecret: null,
      totpStep: 0,
      roles: JSON.stringify(roles),
      identity,
      createdMs: this.#clock(),
      disabledMs: null,
      failedSignIns: 0,
      lockedUntilMs: 0,
      recoveryCodes: '[]',
    };
    await tx.insertInto('accounts').values(row).execute();
    await auditAccount(tx, this.#clock(), 'account/created', actor, row, { roles });
    return row;
  }

  /** The organisations of this server, the first one first. */
  async tenants(): Promise<readonly TenantRow[]> {
    return await this.#store.db
      .selectFrom('tenants')
      .selectAll()
      .orderBy('createdMs')
      .orderBy('id')
      .execute();
  }

  /** An organisation and its first administrator. Error: `request/conflict` where the name is taken. */
  async createTenant(
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
        await this.#insert(tx, actor, { tenantId: row.id, name: given.name, roles: ['admin'] }, passwordHash);
      });
    } catch (error) {
      throw isDuplicate(error) ? new RequestError('request/conflict') : error;
    }
    return row;
  }

  /**
   * Gives the token of a session for somebody whom an identity provider knows. The account is found by that identity alone,
   * never by name or address: whoever made a local account first must not get somebody else's. It is made at the first
   * sign-in; its roles are what the provider says now, and when they change its other sessions end.
   */
  async signInAs(person: {
    readonly identity: string;
    readonly name: string;
    readonly tenantId: string;
    readonly roles: readonly Role[];
    readonly client?: string;
  }): Promise<string> {
    const { identity, tenantId, roles, client = '' } = person;
    return await this.#store.transaction(async (tx) => {
      const found = await tx
        .selectFrom('accounts')
        .selectAll()
        .where('identity', '=', identity)
        .executeTakeFirst();
      if (found !== undefined && (found.disabledMs !== null || found.tenantId !== tenantId))
        throw new RequestError('request/forbidden');
      const row =
        found ??
        (await this.#insert(
          tx,
          'oidc',
          { ...person, name: await freeName(tx, person) },
          NO_PASSWORD,
          identity,
        ));
      if (found !== undefined && found.roles !== JSON.stringify(roles)) {
        await tx
          .updateTable('accounts')
          .set({ roles: JSON.stringify(roles) })
          .where('id', '=', row.id)
          .execute();
        await tx.deleteFrom('sessions').where('accountId', '=', row.id).execute();
        await auditAccount(tx, this.#clock(), 'account/changed', 'oidc', row, { roles });
      }
      await auditAccount(tx, this.#clock(), 'account/signed-in', `account:${row.id}`, row, { via: 'oidc' });
      return await beginSession(tx, row.id, client, this.#clock());
    });
  }

  async list(tenantId: string): Promise<readonly AccountRow[]> {
    return await this.#store.db
      .selectFrom('accounts')
      .selectAll()
      .where('tenantId', '=', tenantId)
      .orderBy('name')
      .execute();
  }

  async get(accountId: string): Promise<AccountRow> {
    return await this.#store.db
      .selectFrom('accounts')
      .selectAll()
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow();
  }

  /** What these accounts are called. */
  async namesOf(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (accountIds.length === 0) return new Map();
    const rows = await this.#store.db
      .selectFrom('accounts')
      .select(['id', 'name'])
      .where('id', 'in', [...new Set(accountIds)])
      .execute();
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Changes roles or shuts an account; either ends its sessions, so that what was taken away is gone at once. */
  async change(
    actor: Identity,
    id: string,
    change: { readonly roles?: readonly Role[]; readonly disabled?: boolean },
  ): Promise<AccountRow | undefined> {
    return await this.#store.transaction(async (tx) => {
      const row = await tx
        .selectFrom('accounts')
        .selectAll()
        .where('id', '=', id)
        .where('tenantId', '=', actor.tenantId)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const disabledMs =
        change.disabled === undefined ? row.disabledMs : change.disabled ? this.#clock() : null;
      const after = {
        ...row,
        disabledMs,
        roles: change.roles === undefined ? row.roles : JSON.stringify(change.roles),
      };
      await tx.updateTable('accounts').set({ disabledMs, roles: after.roles }).where('id', '=', id).execute();
      await tx.deleteFrom('sessions').where('accountId', '=', id).execute();
      const facts = { roles: rolesOf(after), disabled: disabledMs !== null };
      await auditAccount(tx, this.#clock(), 'account/changed', `account:${actor.accountId}`, row, facts);
      return after;
    });
  }

  /**
   * Gives the token of a new session. `code` is of an authenticator app, or one for recovery. Errors: `request/wrong-sign-in`,
   * whatever of it was wrong; `request/second-factor` where only the code is missing; `request/too-many` while the account waits.
   */
  async signIn(name: string, password: string, code?: string, client = ''): Promise<string> {
    const found = await this.#store.db
      .selectFrom('accounts')
      .selectAll()
      .where('name', '=', name)
      .executeTakeFirst();
    const row = await this.#withPassword(found, password);
    let via: string | undefined;
    if (row.totpSecret !== null) {
      if (code === undefined) throw new RequestError('request/second-factor');
      via = await this.#secondFactor(row, code);
      if (via === undefined) await this.#refuse(row);
    }
    return await this.#store.transaction(async (tx) => {
      await tx
        .updateTable('accounts')
        .set({ failedSignIns: 0, lockedUntilMs: 0 })
        .where('id', '=', row.id)
        .execute();
      const facts = via === undefined ? {} : { via };
      await auditAccount(tx, this.#clock(), 'account/signed-in', `account:${row.id}`, row, facts);
      return await beginSession(tx, row.id, client, this.#clock());
    });
  }

  /** Asks somebody who is signed in for their password again. Errors: those of {@link signIn}; an account without one never passes. */
  async askAgain({ accountId }: Identity, password: string | undefined): Promise<AccountRow> {
    return await this.#withPassword(await this.get(accountId), password ?? '');
  }

  /** The account, if that is its password; guesses are counted, and those for names that do not exist take as long. */
  async #withPassword(row: AccountRow | undefined, password: string): Promise<AccountRow> {
    const nowMs = this.#clock();
    if (row !== undefined && row.lockedUntilMs > nowMs)
      throw new RequestError('request/too-many', { retryAfterMs: row.lockedUntilMs - nowMs });
    const isRight = await isPassword(password, row?.passwordHash, this.#logN);
    if (row === undefined) throw new RequestError('request/wrong-sign-in');
    if (!isRight || row.disabledMs !== null) await this.#refuse(row);
    return row;
  }

  async #refuse(row: AccountRow): Promise<never> {
    await this.#countFailure(row);
    throw new RequestError('request/wrong-sign-in');
  }

  /** How the second factor was proved; undefined where it was not. What was used is used up. */
  async #secondFactor(row: AccountRow, code: string): Promise<'app' | 'recovery-code' | undefined> {
    const step = totpStepOf(row.totpSecret ?? '', code, this.#clock(), row.totpStep);
    if (step !== undefined) return (await this.#useTotpStep(row, step)) ? 'app' : undefined;
    const left = withoutCode(row.recoveryCodes, code);
    if (left === undefined) return undefined;
    const { numUpdatedRows } = await this.#store.db
      .updateTable('accounts')
      .set({ recoveryCodes: left })
      .where('id', '=', row.id)
      // Somebody else may use it in this moment.
      .where('recoveryCodes', '=', row.recoveryCodes)
      .executeTakeFirst();
    return numUpdatedRows === 1n ? 'recovery-code' : undefined;
  }

  /**
   * Sets another password. The present one is asked for, and guessing it is counted as it is at signing in; an account without
   * a password has none to change. Every other session ends. Errors: those of {@link signIn}.
   */
  async changePassword(actor: Identity, current: string, password: string): Promise<void> {
    const row = await this.askAgain(actor, current);
    const passwordHash = await hashPassword(password, this.#logN, row.name);
    await this.#store.transaction(async (tx) => {
      await tx.updateTable('accounts').set({ passwordHash }).where('id', '=', row.id).execute();
      // A link that lies in a mailbox would set it anew.
      await tx.deleteFrom('accountLinks').where('accountId', '=', row.id).execute();
      await tx
        .deleteFrom('sessions')
        .where('accountId', '=', row.id)
        .where('tokenHash', '!=', actor.credential)
        .execute();
      await auditAccount(tx, this.#clock(), 'account/changed', `account:${row.id}`, row, { password: true });
    });
  }

  async #countFailure(row: AccountRow): Promise<void> {
    await this.#store.transaction(async (tx) => {
      const { failedSignIns } = await tx
        .updateTable('accounts')
        .set((change) => ({ failedSignIns: change('failedSignIns', '+', 1) }))
        .where('id', '=', row.id)
        .returning('failedSignIns')
        .executeTakeFirstOrThrow();
      const doublings = Math.min(failedSignIns - FREE_FAILURES, 20);
      if (doublings >= 0) {
        const lockMs = Math.min(FIRST_LOCK_MS * 2 ** doublings, LONGEST_LOCK_MS);
        await tx
          .updateTable('accounts')
          .set({ lockedUntilMs: this.#clock() + lockMs })
          .where('id', '=', row.id)
          .execute();
      }
      await auditAccount(tx, this.#clock(), 'account/sign-in-failed', 'anonymous', row, {
        failures: failedSignIns,
      });
    });
  }

  /** Gives false where somebody else used it in this moment. */
  async #useTotpStep(row: AccountRow, step: number): Promise<boolean> {
    const { numUpdatedRows } = await this.#store.db
      .updateTable('accounts')
      .set({ totpStep: step })
      .where('id', '=', row.id)
      .where('totpStep', '<', step)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  async signOut(token: string): Promise<void> {
    await this.#store.db.deleteFrom('sessions').where('tokenHash', '=', tokenHash(token)).execute();
  }

  async ofSession(token: string): Promise<Identity | undefined> {
    const nowMs = this.#clock();
    const found = await this.#store.db
      .selectFrom('sessions')
      .innerJoin('accounts', 'accounts.id', 'sessions.accountId')
      .selectAll('accounts')
      .select(['sessions.createdMs as sessionCreatedMs', 'sessions.seenMs as sessionSeenMs'])
      .where('sessions.tokenHash', '=', tokenHash(token))
      .executeTakeFirst();
    if (found === undefined || found.disabledMs !== null) return undefined;
    const { sessionCreatedMs, sessionSeenMs } = found;
    if (!isAlive({ createdMs: sessionCreatedMs, seenMs: sessionSeenMs }, nowMs)) return undefined;
    if (nowMs - sessionSeenMs > SEEN_MS)
      await this.#store.db
        .updateTable('sessions')
        .set({ seenMs: nowMs })
        .where('tokenHash', '=', tokenHash(token))
        .execute();
    const policy = await readTenantSetting(this.#store.db, securityPolicy, found.tenantId);
    const { roles, waitingRoles } = rolesInForce(found, policy);
    return {
      ...personOf(found),
      roles,
      waitingRoles,
      permissions: permissionsOf(roles),
      via: 'session',
      credential: tokenHash(token),
    };
  }

  /**
   * Sets up the second factor: the first call gives a secret and keeps nothing, the second brings it back with a code that
   * proves that the app has it. Error: `request/wrong-sign-in`.
   */
  newSecondFactor(): string {
    return newTotpSecret();
  }

  /**
   * Gives codes for the day on which the app is lost. Errors: those of {@link signIn}, because whoever finds a session open must
   * not tie their own app to the account; `request/conflict` where there is an app, which has to be taken off first: that takes
   * a code, and another app must not be a way around it.
   */
  async confirmSecondFactor(
    actor: Identity,
    { secret, code, password }: { readonly secret: string; readonly code: string; readonly password: string },
  ): Promise<readonly string[]> {
    const row = await this.askAgain(actor, password);
    if (row.totpSecret !== null) throw new RequestError('request/conflict');
    const step = totpStepOf(secret, code, this.#clock(), 0);
    if (step === undefined) throw new RequestError('request/wrong-sign-in');
    const { codes, kept } = newRecoveryCodes();
    await this.#setSecondFactor(actor, { totpSecret: secret, totpStep: step, recoveryCodes: kept });
    return codes;
  }

  /** Takes the second factor off. Errors: those of {@link signIn}. */
  async dropSecondFactor(actor: Identity, password: string, code: string): Promise<void> {
    const row = await this.askAgain(actor, password);
    if (row.totpSecret === null) throw new RequestError('request/conflict');
    if ((await this.#secondFactor(row, code)) === undefined) await this.#refuse(row);
    await this.#setSecondFactor(actor, { totpSecret: null, totpStep: 0, recoveryCodes: '[]' });
  }

  /** Other sessions end: they were begun with less. */
  async #setSecondFactor(
    { accountId, tenantId, credential }: Identity,
    values: Pick<AccountRow, 'totpSecret' | 'totpStep' | 'recoveryCodes'>,
  ): Promise<void> {
    await this.#store.transaction(async (tx) => {
      await tx.updateTable('accounts').set(values).where('id', '=', accountId).execute();
      await tx
        .deleteFrom('sessions')
        .where('accountId', '=', accountId)
        .where('tokenHash', '!=', credential)
        .execute();
      const facts = { secondFactor: values.totpSecret !== null };
      await auditAccount(
        tx,
        this.#clock(),
        'account/changed',
        `account:${accountId}`,
        { id: accountId, tenantId },
        facts,
      );
    });
  }
}

/** Names are what people sign in with and are shown by, so each is there once. */
async function freeName(tx: Tx, { name, identity }: { name: string; identity: string }): Promise<string> {
  const taken = await tx.selectFrom('accounts').select('id').where('name', '=', name).executeTakeFirst();
  return taken === undefined ? name : `${name} (${identity})`;
}
