import { type AccountRow, isDuplicate, type Store, type Tx } from '@harrier/cases';
import { RequestError } from '../http/request-error.ts';
import { auditAccount } from './account-audit.ts';
import { AccountLinks, NO_PASSWORD } from './account-links.ts';
import { ApiTokens, revokeTokens } from './api-tokens.ts';
import { CredentialCheck } from './credential-check.ts';
import { HeldAccounts } from './held-accounts.ts';
import { type Identity, rolesOf } from './identity.ts';
import { insertAccount, type NewAccount } from './insert-account.ts';
import { lockAccount } from './lock-account.ts';
import { Organisations, SETUP } from './organisations.ts';
import { hashPassword } from './password.ts';
import type { Role } from './roles.ts';
import { SecondFactors } from './second-factors.ts';
import { isGuarded, isHeldWith, withHand } from './second-person.ts';
import { SignIns } from './sign-ins.ts';

/** Accounts, with what belongs to them beside. */
export class AccountBook {
  readonly apiTokens: ApiTokens;
  readonly links: AccountLinks;
  readonly check: CredentialCheck;
  readonly held: HeldAccounts;
  readonly organisations: Organisations;
  readonly secondFactors: SecondFactors;
  readonly signIns: SignIns;
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
    this.organisations = new Organisations(store, this.#clock, this.#logN);
    this.signIns = new SignIns(store, this.#clock, this.check, this.apiTokens);
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
        async (tx) =>
          await insertAccount(tx, this.#clock(), actor, account, { passwordHash, ...(await held(tx)) }),
      );
    } catch (error) {
      throw isDuplicate(error) ? new RequestError('request/conflict') : error;
    }
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
   * Sets another password. The present one is asked for, and guessing it is counted as it is at signing in; an account without
   * a password has none to change. Every other session ends, and the API tokens where that is wanted: a password is changed
   * because somebody may have known it. Errors: those of {@link SignIns.byPassword}.
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
}
