import { readTenantSetting, type Store, securityPolicy, type Tx } from '@harrier/cases';
import { RequestError } from '../http/request-error.ts';
import { auditAccount } from './account-audit.ts';
import { NO_PASSWORD } from './account-links.ts';
import type { ApiTokens } from './api-tokens.ts';
import type { CredentialCheck } from './credential-check.ts';
import { type Identity, personOf, SEEN_MS } from './identity.ts';
import { insertAccount } from './insert-account.ts';
import { permissionsOf, type Role } from './roles.ts';
import { rolesInForce } from './roles-in-force.ts';
import { isGuarded } from './second-person.ts';
import { beginSession, isAlive } from './sessions.ts';
import { tokenHash } from './token.ts';

/** Who comes in, how, and who is in. */
export class SignIns {
  readonly #store: Store;
  readonly #clock: () => number;
  readonly #check: CredentialCheck;
  readonly #apiTokens: ApiTokens;

  constructor(store: Store, clock: () => number, check: CredentialCheck, apiTokens: ApiTokens) {
    this.#store = store;
    this.#clock = clock;
    this.#check = check;
    this.#apiTokens = apiTokens;
  }

  /**
   * Gives the token of a new session. `code` is of an authenticator app, or one for recovery. Errors: `request/wrong-sign-in`,
   * whatever of it was wrong; `request/second-factor` where only the code is missing; `request/too-many` while the account waits.
   */
  async byPassword(name: string, password: string, code?: string, client = ''): Promise<string> {
    const found = await this.#store.db
      .selectFrom('accounts')
      .selectAll()
      .where('name', '=', name)
      .executeTakeFirst();
    const row = await this.#check.password(name, found, password);
    let via: string | undefined;
    if (row.totpSecret !== null) {
      if (code === undefined) throw new RequestError('request/second-factor');
      via = await this.#check.secondFactor(row, code);
      if (via === undefined) await this.#check.refuse(row);
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
   * Gives the token of a session for somebody whom an identity provider knows. The account is found by that identity alone,
   * never by name or address: whoever made a local account first must not get somebody else's. It is made at the first
   * sign-in; its roles are what the provider says now, and when they change its other sessions end.
   */
  async byProvider(person: {
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
        (await insertAccount(
          tx,
          this.#clock(),
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
      via === 'session' ? await this.#session(credential) : await this.#apiTokens.withHash(credential);
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
