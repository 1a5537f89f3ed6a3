import type { AccountRow, Store } from '@harrier/cases';
import { RequestError } from '../http/request-error.ts';
import { auditAccount } from './account-audit.ts';
import type { Identity } from './identity.ts';
import { isPassword } from './password.ts';
import { withoutCode } from './recovery-codes.ts';
import { totpStepOf } from './totp.ts';

/** Wrong passwords before an account waits; the wait doubles with each further one, up to the longest. */
const FREE_FAILURES = 5;
const FIRST_LOCK_MS = 30_000;
const LONGEST_LOCK_MS = 15 * 60 * 1000;
/** Names without an account whose guesses are remembered, 5 MB of the longest; then the one that was guessed at longest ago goes. */
const MOST_UNKNOWN = 10_000;

/** Whether somebody is who they say: passwords and second factors. Guesses are counted, and make an account wait. */
export class CredentialCheck {
  readonly #store: Store;
  readonly #clock: () => number;
  readonly #logN: number | undefined;
  /** Guesses for names without an account, in this process: a lock must not tell which names there are. */
  readonly #unknown = new Map<string, Pick<AccountRow, 'failedSignIns' | 'lockedUntilMs'>>();

  constructor(store: Store, clock: () => number, logN: number | undefined) {
    this.#store = store;
    this.#clock = clock;
    this.#logN = logN;
  }

  /**
   * Asks somebody who is signed in for their password again. Errors: those of {@link password}; an account without one never
   * passes.
   */
  async askAgain({ accountId }: Identity, password: string | undefined): Promise<AccountRow> {
    const row = await this.#store.db
      .selectFrom('accounts')
      .selectAll()
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow();
    return await this.password(row.name, row, password ?? '');
  }

  /** The same, where the account has a password here: who signed in at an identity provider has none to be asked for. */
  async askAgainWhereLocal(who: Identity, password: string | undefined): Promise<void> {
    const { identity } = await this.#store.db
      .selectFrom('accounts')
      .select('identity')
      .where('id', '=', who.accountId)
      .executeTakeFirstOrThrow();
    if (identity === null) await this.askAgain(who, password);
  }

  /**
   * The account of that name, if that is its password; guesses for names that do not exist take as long, and wait as long. Errors:
   * `request/wrong-sign-in`; `request/too-many` while the name waits.
   */
  async password(name: string, row: AccountRow | undefined, password: string): Promise<AccountRow> {
    const nowMs = this.#clock();
    const { lockedUntilMs } = row ?? this.#unknown.get(name) ?? { lockedUntilMs: 0 };
    if (lockedUntilMs > nowMs)
      throw new RequestError('request/too-many', { retryAfterMs: lockedUntilMs - nowMs });
    const isRight = await isPassword(password, row?.passwordHash, this.#logN);
    if (row === undefined) {
      this.#countUnknown(name);
      throw new RequestError('request/wrong-sign-in');
    }
    if (!isRight || row.disabledMs !== null) await this.refuse(row);
    return row;
  }

  /** Counts a guess that was wrong. Error: always `request/wrong-sign-in`. */
  async refuse(row: AccountRow): Promise<never> {
    await this.#countFailure(row);
    throw new RequestError('request/wrong-sign-in');
  }

  /** How the second factor was proved; undefined where it was not. What was used is used up. */
  async secondFactor(row: AccountRow, code: string): Promise<'app' | 'recovery-code' | undefined> {
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

  async #countFailure(row: AccountRow): Promise<void> {
    await this.#store.transaction(async (tx) => {
      const { failedSignIns } = await tx
        .updateTable('accounts')
        .set((change) => ({ failedSignIns: change('failedSignIns', '+', 1) }))
        .where('id', '=', row.id)
        .returning('failedSignIns')
        .executeTakeFirstOrThrow();
      const lockMs = lockAfter(failedSignIns);
      if (lockMs > 0)
        await tx
          .updateTable('accounts')
          .set({ lockedUntilMs: this.#clock() + lockMs })
          .where('id', '=', row.id)
          .execute();
      await auditAccount(tx, this.#clock(), 'account/sign-in-failed', 'anonymous', row, {
        failures: failedSignIns,
      });
    });
  }

  #countUnknown(name: string): void {
    const failedSignIns = (this.#unknown.get(name)?.failedSignIns ?? 0) + 1;
    // Behind all others: a map gives its members in the order in which they came.
    this.#unknown.delete(name);
    this.#unknown.set(name, { failedSignIns, lockedUntilMs: this.#clock() + lockAfter(failedSignIns) });
    const [oldest] = this.#unknown.keys();
    if (this.#unknown.size > MOST_UNKNOWN && oldest !== undefined) this.#unknown.delete(oldest);
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
}

/** How long a name waits after so many wrong guesses, in milliseconds. */
function lockAfter(failures: number): number {
  const doublings = Math.min(failures - FREE_FAILURES, 20);
  return doublings < 0 ? 0 : Math.min(FIRST_LOCK_MS * 2 ** doublings, LONGEST_LOCK_MS);
}
