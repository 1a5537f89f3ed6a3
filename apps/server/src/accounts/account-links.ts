import type { AccountLinkRow, Store } from '@harrier/cases';
import { RequestError } from '../http/request-error.ts';
import { auditAccount } from './account-audit.ts';
import { revokeTokens } from './api-tokens.ts';
import type { Identity } from './identity.ts';
import { rolesOf } from './identity.ts';
import { lockAccount } from './lock-account.ts';
import { hashPassword } from './password.ts';
import { isHeldWith, withHand } from './second-person.ts';
import { newToken, tokenHash } from './token.ts';

/** Long enough for somebody who works elsewhere, short enough for a mail that lies around. */
const LINK_MS = 24 * 60 * 60 * 1000;

/** In the place of a hash: no password fits. */
export const NO_PASSWORD = 'none';

/**
 * Links by which people choose a password that no administrator knows: at the beginning, and when they have lost it. A link
 * works once and for a day; a new one ends the one before. The second factor stays unless the link says otherwise, because a
 * mailbox is not a second factor. Whoever makes a link could use it: an account with such roles is held where nothing but
 * the password kept its maker out.
 */
export class AccountLinks {
  readonly #store: Store;
  readonly #clock: () => number;
  readonly #logN: number | undefined;

  constructor(store: Store, clock: () => number, logN: number | undefined) {
    this.#store = store;
    this.#clock = clock;
    this.#logN = logN;
  }

  /** The token of a link; undefined where it is no account of the caller's organisation that has a password of its own. */
  async make(
    actor: Pick<Identity, 'accountId' | 'tenantId'>,
    accountId: string,
    { dropsSecondFactor }: { readonly dropsSecondFactor: boolean },
  ): Promise<string | undefined> {
    const token = newToken();
    return await this.#store.transaction(async (tx) => {
      const account = await lockAccount(tx, accountId, actor.tenantId);
      if (account === undefined || account.identity !== null) return undefined;
      const row: AccountLinkRow = {
        accountId,
        tokenHash: tokenHash(token),
        dropsSecondFactor: dropsSecondFactor ? 1 : 0,
        expiresMs: this.#clock() + LINK_MS,
      };
      await tx.deleteFrom('accountLinks').where('accountId', '=', accountId).execute();
      await tx.insertInto('accountLinks').values(row).execute();
      const mark = `account:${actor.accountId}`;
      // One without a password begins with this link: whether it is held was decided when it was made.
      const opensIt =
        account.passwordHash !== NO_PASSWORD && (dropsSecondFactor || account.totpSecret === null);
      const isHeld = opensIt && (await isHeldWith(rolesOf(account), tx, account.tenantId));
      await tx
        .updateTable('accounts')
        .set({ ownPassword: 0, hands: withHand(account, mark), ...(isHeld ? { heldBy: mark } : {}) })
        .where('id', '=', accountId)
        .execute();
      const facts = { dropsSecondFactor, held: isHeld || account.heldBy !== null };
      await auditAccount(tx, this.#clock(), 'account/link-made', mark, account, facts);
      return token;
    });
  }

  /** Whose link it is. Error: `request/gone`. */
  async nameOf(token: string): Promise<string> {
    const found = await this.#store.db
      .selectFrom('accountLinks')
      .innerJoin('accounts', 'accounts.id', 'accountLinks.accountId')
      .select('accounts.name')
      .where('accountLinks.tokenHash', '=', tokenHash(token))
      .where('accountLinks.expiresMs', '>', this.#clock())
      .where('accounts.disabledMs', 'is', null)
      .executeTakeFirst();
    if (found === undefined) throw new RequestError('request/gone');
    return found.name;
  }

  /**
   * Uses a link: the password is set, every session and API token ends, waits after wrong guesses are over. Error:
   * `request/gone`.
   */
  async use(token: string, password: string): Promise<void> {
    const name = await this.nameOf(token);
    const passwordHash = await hashPassword(password, this.#logN, name);
    await this.#store.transaction(async (tx) => {
      const link = await tx
        .deleteFrom('accountLinks')
        .where('tokenHash', '=', tokenHash(token))
        .where('expiresMs', '>', this.#clock())
        .returningAll()
        .executeTakeFirst();
      if (link === undefined) throw new RequestError('request/gone');
      const { accountId } = link;
      const account = await tx
        .updateTable('accounts')
        .set({
          passwordHash,
          ownPassword: 1,
          failedSignIns: 0,
          lockedUntilMs: 0,
          ...(link.dropsSecondFactor === 1 ? { totpSecret: null, totpStep: 0, recoveryCodes: '[]' } : {}),
        })
        .where('id', '=', accountId)
        .where('disabledMs', 'is', null)
        .returningAll()
        .executeTakeFirst();
      if (account === undefined) throw new RequestError('request/gone');
      await tx.deleteFrom('sessions').where('accountId', '=', accountId).execute();
      await revokeTokens(tx, account, this.#clock());
      await auditAccount(tx, this.#clock(), 'account/changed', `account:${accountId}`, account, {
        password: true,
        secondFactor: account.totpSecret !== null,
      });
    });
  }
}
