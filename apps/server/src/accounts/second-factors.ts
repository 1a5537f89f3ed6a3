import type { AccountRow, Store } from '@harrier/cases';
import { RequestError } from '../http/request-error.ts';
import { auditAccount } from './account-audit.ts';
import type { CredentialCheck } from './credential-check.ts';
import type { Identity } from './identity.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import { newTotpSecret, totpStepOf } from './totp.ts';

/** The authenticator app of an account: set up, and taken off. */
export class SecondFactors {
  readonly #store: Store;
  readonly #clock: () => number;
  readonly #check: CredentialCheck;

  constructor(store: Store, clock: () => number, check: CredentialCheck) {
    this.#store = store;
    this.#clock = clock;
    this.#check = check;
  }

  /**
   * Sets up the second factor: the first call gives a secret and keeps nothing, the second brings it back with a code that
   * proves that the app has it. Error: `request/wrong-sign-in`.
   */
  newSecret(): string {
    return newTotpSecret();
  }

  /**
   * Gives codes for the day on which the app is lost. Errors: those of {@link CredentialCheck}, because whoever finds a session open must
   * not tie their own app to the account; `request/conflict` where there is an app, which has to be taken off first: that takes
   * a code, and another app must not be a way around it.
   */
  async confirm(
    actor: Identity,
    { secret, code, password }: { readonly secret: string; readonly code: string; readonly password: string },
  ): Promise<readonly string[]> {
    const row = await this.#check.askAgain(actor, password);
    if (row.totpSecret !== null) throw new RequestError('request/conflict');
    const step = totpStepOf(secret, code, this.#clock(), 0);
    if (step === undefined) throw new RequestError('request/wrong-sign-in');
    const { codes, kept } = newRecoveryCodes();
    await this.#set(actor, { totpSecret: secret, totpStep: step, recoveryCodes: kept });
    return codes;
  }

  /**
   * Takes the second factor off, and ends a link to the password that is out: whoever made it was kept out by the second factor
   * alone. Errors: those of {@link CredentialCheck}.
   */
  async drop(actor: Identity, password: string, code: string): Promise<void> {
    const row = await this.#check.askAgain(actor, password);
    if (row.totpSecret === null) throw new RequestError('request/conflict');
    if ((await this.#check.secondFactor(row, code)) === undefined) await this.#check.refuse(row);
    await this.#set(actor, { totpSecret: null, totpStep: 0, recoveryCodes: '[]' });
  }

  /** Other sessions end: they were begun with less. */
  async #set(
    { accountId, tenantId, credential }: Identity,
    values: Pick<AccountRow, 'totpSecret' | 'totpStep' | 'recoveryCodes'>,
  ): Promise<void> {
    await this.#store.transaction(async (tx) => {
      await tx.updateTable('accounts').set(values).where('id', '=', accountId).execute();
      if (values.totpSecret === null)
        await tx.deleteFrom('accountLinks').where('accountId', '=', accountId).execute();
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
