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
import { ApiTokens, revokeTokens } from './api-tokens.ts';
import { CredentialCheck } from './credential-check.ts';
import { HeldAccounts } from './held-accounts.ts';
import { type Identity, personOf, rolesOf, SEEN_MS } from './identity.ts';
import { lockAccount } from './lock-account.ts';
import { hashPassword } from './password.ts';
import { permissionsOf, type Role } from './roles.ts';
import { rolesInForce } from './roles-in-force.ts';
import { SecondFactors } from './second-factors.ts';
import { isGuarded, isHeldWith, withHand } from './second-person.ts';
import { beginSession, isAlive } from './sessions.ts';
import { newToken, tokenHash } from './token.ts';

/** Whoever runs the server, who has the link that makes the first administrator. */
const SETUP = 'setup';

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
  readonly check: CredentialCheck;
  readonly held: HeldAccounts;
  readonly secondFactors: SecondFactors;
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
    this.held = new HeldAccounts(store, this.#clock);
    this.check = new CredentialCheck(store, this.#clock, this.#logN);
    this.secondFactors = new SecondFactors(store, this.#clock, this.check);
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
      return await this.#insert(tx, SETUP, account, { passwordHash, ownPassword: 1 });
    });
  }

  /**
   * `actor`: `account:<id>` of an administrator, whose accounts are held; `setup` is whoever runs the server. Error:
   * `request/conflict` where the name is taken.
   */
  async create(actor: string, account: NewAccount): Promise<AccountRow> {
    const { password, name } = account;
    const passwordHash =
      password === undefined ? NO_PASSWORD : await hashPassword(password, this.#logN, name);
    const held = async (tx: Tx): Promise<Pick<AccountRow, 'heldBy'>> => {
      const isHeld = actor !== SETUP && (await isHeldWith(account.roles, tx, account.tenantId));
      return { heldBy: isHeld ? actor : null };
    };
    try {
      return await this.#store.transaction(
        async (tx) => await this.#insert(tx, actor, account, { passwordHash, ...(await held(tx)) }),
      );
    } catch (error) {
      throw isDuplicate(error) ? new RequestError('request/conflict') : error;
    }
  }

  async #insert(
    tx: Tx,
    actor: string,
    { tenantId, name, roles }: Omit<NewAccount, 'password'>,
    more: Pick<AccountRow, 'passwordHash'> & Partial<Pick<AccountRow, 'identity' | 'heldBy' | 'ownPassword'>>,
  ): Promise<AccountRow> {
    const nowMs = this.#clock();
    const row: AccountRow = {
      id: randomUUID(),
      tenantId,
      name,
      totpSecret: null,
      totpStep: 0,
      roles: JSON.stringify(roles),
      identity: null,
      createdMs: nowMs,
      disabledMs: null,
      failedSignIns: 0,
      lockedUntilMs: 0,
      recoveryCodes: '[]',
      heldBy: null,
      hands: JSON.stringify([actor]),
      guardedMs: isGuarded(roles) ? nowMs : null,
      ownPassword: 0,
      ...more,
    };
    await tx.insertInto('accounts').values(row).execute();
    const facts = { roles, held: row.heldBy !== null };
    await auditAccount(tx, nowMs, 'account/created', actor, row, facts);
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
        const first = { tenantId: row.id, name: given.name, roles: ['admin'] as const };
        await this.#insert(tx, actor, first, { passwordHash });
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
          { passwordHash: NO_PASSWORD, identity },
        ));
      if (found !== undefined && (found.roles !== JSON.stringify(roles) || found.heldBy !== null)) {
        const guardedMs = found.guardedMs ?? (isGuarded(roles) ? this.#clock() : null);
        await tx
          .updateTable('accounts')
          // What an administrator gave in between is gone, and what the provider says waits for nobody.
          .set({ roles: JSON.stringify(roles), heldBy: null, hands: '[]', guardedMs })
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
      const row = await lockAccount(tx, id, actor.tenantId);
      if (row === undefined) return undefined;
      const disabledMs =
        change.disabled === undefined ? row.disabledMs : change.disabled ? this.#clock() : null;
      const before = rolesOf(row);
      const roles = change.roles ?? before;
      const given = roles.filter((role) => !before.includes(role));
      const mark = `account:${actor.accountId}`;
      const isHeld = await isHeldWith(given, tx, actor.tenantId);
      const changed = {
        disabledMs,
        roles: JSON.stringify(roles),
        heldBy: isHeld ? mark : row.heldBy,
        hands: withHand(row, mark),
        guardedMs: row.guardedMs ?? (isGuarded(given) ? this.#clock() : null),
      };
      const after = { ...row, ...changed };
      await tx.updateTable('accounts').set(changed).where('id', '=', id).execute();
      await tx.deleteFrom('sessions').where('accountId', '=', id).execute();
      const facts = { roles, disabled: disabledMs !== null, held: after.heldBy !== null };
      await auditAccount(tx, this.#clock(), 'account/changed', mark, row, facts);
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
    const row = await this.check.password(name, found, password);
    let via: string | undefined;
    if (row.totpSecret !== null) {
      if (code === undefined) throw new RequestError('request/second-factor');
      via = await this.check.secondFactor(row, code);
      if (via === undefined) await this.check.refuse(row);
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

  /**
   * Sets another password. The present one is asked for, and guessing it is counted as it is at signing in; an account without
   * a password has none to change. Every other session ends, and the API tokens where that is wanted: a password is changed
   * because somebody may have known it. Errors: those of {@link signIn}.
   */
  async changePassword(
    actor: Identity,
    current: string,
    password: string,
    { endsTokens }: { readonly endsTokens: boolean },
  ): Promise<void> {
    const row = await this.check.askAgain(actor, current);
    const passwordHash = await hashPassword(password, this.#logN, row.name);
    await this.#store.transaction(async (tx) => {
      await tx
        .updateTable('accounts')
        .set({ passwordHash, ownPassword: 1 })
        .where('id', '=', row.id)
        .execute();
      // A link that lies in a mailbox would set it anew.
      await tx.deleteFrom('accountLinks').where('accountId', '=', row.id).execute();
      await tx
        .deleteFrom('sessions')
        .where('accountId', '=', row.id)
        .where('tokenHash', '!=', actor.credential)
        .execute();
      if (endsTokens) await revokeTokens(tx, row, this.#clock());
      await auditAccount(tx, this.#clock(), 'account/changed', `account:${row.id}`, row, { password: true });
    });
  }

  async signOut(token: string): Promise<void> {
    await this.#store.transaction(async (tx) => {
      const ended = await tx
        .deleteFrom('sessions')
        .where('tokenHash', '=', tokenHash(token))
        .returning('accountId')
        .executeTakeFirst();
      if (ended === undefined) return;
      const row = await tx
        .selectFrom('accounts')
        .selectAll()
        .where('id', '=', ended.accountId)
        .executeTakeFirstOrThrow();
      await auditAccount(tx, this.#clock(), 'account/signed-out', `account:${row.id}`, row, { sessions: 1 });
    });
  }

  async ofSession(token: string): Promise<Identity | undefined> {
    const hash = tokenHash(token);
    const found = await this.#session(hash);
    const nowMs = this.#clock();
    if (found !== undefined && nowMs - found.seenMs > SEEN_MS)
      await this.#store.db
        .updateTable('sessions')
        .set({ seenMs: nowMs })
        .where('tokenHash', '=', hash)
        .execute();
    return found?.identity;
  }

  /**
   * Who somebody is by now, for what goes on after they asked; undefined where their session or token has ended. Looking is no
   * use of it: a page that is left open keeps nobody signed in.
   */
  async lookAgain({ via, credential }: Identity): Promise<Identity | undefined> {
    const found =
      via === 'session' ? await this.#session(credential) : await this.apiTokens.withHash(credential);
    return found?.identity;
  }

  async #session(
    hash: string,
  ): Promise<{ readonly identity: Identity; readonly seenMs: number } | undefined> {
    const found = await this.#store.db
      .selectFrom('sessions')
      .innerJoin('accounts', 'accounts.id', 'sessions.accountId')
      .selectAll('accounts')
      .select(['sessions.createdMs as sessionCreatedMs', 'sessions.seenMs as sessionSeenMs'])
      .where('sessions.tokenHash', '=', hash)
      .executeTakeFirst();
    if (found === undefined || found.disabledMs !== null) return undefined;
    const { sessionCreatedMs, sessionSeenMs: seenMs } = found;
    if (!isAlive({ createdMs: sessionCreatedMs, seenMs }, this.#clock())) return undefined;
    const policy = await readTenantSetting(this.#store.db, securityPolicy, found.tenantId);
    const inForce = rolesInForce(found, policy);
    const identity: Identity = {
      ...personOf(found),
      ...inForce,
      permissions: permissionsOf(inForce.roles),
      via: 'session',
      credential: hash,
    };
    return { identity, seenMs };
  }
}

/** Names are what people sign in with and are shown by, so each is there once. */
async function freeName(tx: Tx, { name, identity }: { name: string; identity: string }): Promise<string> {
  const taken = await tx.selectFrom('accounts').select('id').where('name', '=', name).executeTakeFirst();
  return taken === undefined ? name : `${name} (${identity})`;
}
