import { randomUUID } from 'node:crypto';
import {
  type AccountRow,
  type ApiTokenRow,
  readTenantSetting,
  type Store,
  securityPolicy,
  type Tx,
} from '@harrier/cases';
import { RequestError } from '../http/request-error.ts';
import { auditAccount } from './account-audit.ts';
import { type Identity, personOf, SEEN_MS } from './identity.ts';
import { permissions as allPermissions, type Permission, permissionsOf } from './roles.ts';
import { rolesInForce } from './roles-in-force.ts';
import { API_TOKEN_PREFIX, newToken, tokenHash } from './token.ts';

/** Of one account that work: one for each program that somebody runs, and room for those that are forgotten. */
const MOST_TOKENS = 100;

/** Tokens with which programs act for an account. */
export class ApiTokens {
  readonly #store: Store;
  readonly #clock: () => number;

  constructor(store: Store, clock: () => number) {
    this.#store = store;
    this.#clock = clock;
  }

  async identityOf(token: string): Promise<Identity | undefined> {
    const found = await this.withHash(tokenHash(token));
    const nowMs = this.#clock();
    if (found !== undefined && nowMs - found.usedMs > SEEN_MS)
      await this.#store.db
        .updateTable('apiTokens')
        .set({ usedMs: nowMs })
        .where('id', '=', found.tokenId)
        .execute();
    return found?.identity;
  }

  /** A token can do what its scopes say and its account still may: less, never more. `hash` is of the token. */
  async withHash(
    hash: string,
  ): Promise<{ readonly identity: Identity; readonly tokenId: string; readonly usedMs: number } | undefined> {
    const found = await this.#store.db
      .selectFrom('apiTokens')
      .innerJoin('accounts', 'accounts.id', 'apiTokens.accountId')
      .selectAll('accounts')
      .select([
        'apiTokens.scopes',
        'apiTokens.expiresMs',
        'apiTokens.revokedMs',
        'apiTokens.usedMs',
        'apiTokens.id as tokenId',
      ])
      .where('apiTokens.tokenHash', '=', hash)
      .executeTakeFirst();
    if (found === undefined || found.disabledMs !== null || found.revokedMs !== null) return undefined;
    if (found.expiresMs <= this.#clock()) return undefined;
    const policy = await readTenantSetting(this.#store.db, securityPolicy, found.tenantId);
    const inForce = rolesInForce(found, policy);
    const scopes = new Set(JSON.parse(found.scopes) as string[]);
    const permissions = new Set(
      [...permissionsOf(inForce.roles)].filter((permission) => scopes.has(permission)),
    );
    const person = { ...personOf(found), ...inForce };
    const identity: Identity = { ...person, permissions, via: 'api-token', credential: hash };
    return { identity, tokenId: found.tokenId, usedMs: found.usedMs ?? 0 };
  }

  /** The token is shown here once and never again. Error: `request/enough`. */
  async create(
    actor: Identity,
    {
      name,
      scopes,
      days,
    }: { readonly name: string; readonly scopes: readonly Permission[]; readonly days: number },
  ): Promise<{ readonly token: string; readonly row: ApiTokenRow }> {
    const token = newToken(API_TOKEN_PREFIX);
    const nowMs = this.#clock();
    const row: ApiTokenRow = {
      id: randomUUID(),
      tokenHash: tokenHash(token),
      accountId: actor.accountId,
      name,
      scopes: JSON.stringify(scopes.filter((scope) => allPermissions.includes(scope))),
      createdMs: nowMs,
      expiresMs: nowMs + days * 86_400_000,
      usedMs: null,
      revokedMs: null,
    };
    await this.#store.transaction(async (tx) => {
      const { living } = await tx
        .selectFrom('apiTokens')
        .select(({ fn }) => fn.countAll<number | string>().as('living'))
        .where('accountId', '=', actor.accountId)
        .where('revokedMs', 'is', null)
        .where('expiresMs', '>', nowMs)
        .executeTakeFirstOrThrow();
      if (Number(living) >= MOST_TOKENS) throw new RequestError('request/enough');
      await tx.insertInto('apiTokens').values(row).execute();
      const account = { id: actor.accountId, tenantId: actor.tenantId };
      await auditAccount(tx, this.#clock(), 'token/created', `account:${actor.accountId}`, account, {
        token: row.id,
        scopes,
      });
    });
    return { token, row };
  }

  async list(accountId: string): Promise<readonly ApiTokenRow[]> {
    return await this.#store.db
      .selectFrom('apiTokens')
      .selectAll()
      .where('accountId', '=', accountId)
      .orderBy('createdMs')
      .execute();
  }

  /** All of one's own. */
  async revokeAll({ accountId, tenantId }: Identity): Promise<void> {
    await this.#store.transaction(
      async (tx) => await revokeTokens(tx, { id: accountId, tenantId }, this.#clock()),
    );
  }

  /** Gives false where it is not a token of this account, or is revoked. */
  async revoke(actor: Identity, id: string): Promise<boolean> {
    return await this.#store.transaction(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('apiTokens')
        .set({ revokedMs: this.#clock() })
        .where('id', '=', id)
        .where('accountId', '=', actor.accountId)
        .where('revokedMs', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) return false;
      const account = { id: actor.accountId, tenantId: actor.tenantId };
      await auditAccount(tx, this.#clock(), 'token/revoked', `account:${actor.accountId}`, account, {
        token: id,
      });
      return true;
    });
  }
}

/**
 * Revokes every API token of an account, with an audit entry for each, in the transaction that gives a reason. `actor`: by default
 * its owner.
 */
export async function revokeTokens(
  tx: Tx,
  account: Pick<AccountRow, 'id' | 'tenantId'>,
  nowMs: number,
  actor = `account:${account.id}`,
): Promise<void> {
  const revoked = await tx
    .updateTable('apiTokens')
    .set({ revokedMs: nowMs })
    .where('accountId', '=', account.id)
    .where('revokedMs', 'is', null)
    .where('expiresMs', '>', nowMs)
    .returning('id')
    .execute();
  for (const { id } of revoked) await auditAccount(tx, nowMs, 'token/revoked', actor, account, { token: id });
}
