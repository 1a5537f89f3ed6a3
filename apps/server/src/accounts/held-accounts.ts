import type { AccountRow, Store, Tx } from '@harrier/cases';
import { RequestError } from '../http/request-error.ts';
import { auditAccount } from './account-audit.ts';
import { revokeTokens } from './api-tokens.ts';
import type { Identity } from './identity.ts';
import { handsOf, isOwners } from './second-person.ts';

/** Accounts whose roles wait for a second person, see {@link file://./second-person.ts}. */
export class HeldAccounts {
  readonly #store: Store;
  readonly #clock: () => number;

  constructor(store: Store, clock: () => number) {
    this.#store = store;
    this.#clock = clock;
  }

  async list(tenantId: string): Promise<readonly AccountRow[]> {
    return await this.#store.db
      .selectFrom('accounts')
      .selectAll()
      .where('tenantId', '=', tenantId)
      .where('heldBy', 'is not', null)
      .where('disabledMs', 'is', null)
      .orderBy('name')
      .execute();
  }

  /**
   * Says that an account is in its owner's hands. Its API tokens end: whoever knew its password before its owner may have made
   * one. Errors: `request/not-found`; `request/forbidden` for whoever had a hand in it since it was last confirmed, and for its
   * owner; `request/conflict` while somebody else may know its password.
   */
  async confirm({ accountId: actorId, tenantId }: Identity, accountId: string): Promise<void> {
    const actor = `account:${actorId}`;
    const row = (await this.list(tenantId)).find(({ id }) => id === accountId);
    if (row === undefined) throw new RequestError('request/not-found');
    if (handsOf(row).includes(actor) || accountId === actorId) throw new RequestError('request/forbidden');
    const isDone =
      isOwners(row) && (await this.#store.transaction(async (tx) => await this.#release(tx, row, actor)));
    if (!isDone) throw new RequestError('request/conflict');
  }

  /**
   * The same by whoever runs the server, where nobody else is left who could. `value` is the account's name, with `#2`, `#3` …
   * behind it for another time: each value works once, because one that is left where it was set would confirm the account again
   * after the next administrator's hand. It is kept for a later start only while the account waits for its owner's password.
   * Gives whether it was confirmed.
   */
  async confirmByServer(value: string): Promise<boolean> {
    return await this.#store.transaction(async (tx) => {
      const row = await tx
        .selectFrom('accounts')
        .selectAll()
        .where('name', '=', value.replace(/#\d+$/, ''))
        .where('heldBy', 'is not', null)
        .executeTakeFirst();
      if (row !== undefined && !isOwners(row)) return false;
      const isNew = await tx
        .insertInto('settings')
        .values({ name: `confirmed-by-server:${value}`, value: String(this.#clock()) })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .returning('name')
        .executeTakeFirst();
      return isNew !== undefined && row !== undefined && (await this.#release(tx, row, 'setup'));
    });
  }

  /** Gives false where an administrator had a hand in it again in this moment. */
  async #release(tx: Tx, row: AccountRow, actor: string): Promise<boolean> {
    const { numUpdatedRows } = await tx
      .updateTable('accounts')
      .set({ heldBy: null, hands: '[]' })
      .where('id', '=', row.id)
      .where('heldBy', '=', row.heldBy)
      .where('hands', '=', row.hands)
      .where('ownPassword', '=', row.ownPassword)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return false;
    await revokeTokens(tx, row, this.#clock(), actor);
    await auditAccount(tx, this.#clock(), 'account/confirmed', actor, row, { heldBy: row.heldBy });
    return true;
  }
}
