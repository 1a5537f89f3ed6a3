import type { VaultError } from '@harrier/cases/vault-error';

/** A key file that an option names cannot be used; `cause` says why. */
export class KeyFileError extends Error {
  readonly option: string;
  readonly path: string;
  override readonly cause: VaultError;

  constructor(option: string, path: string, cause: VaultError) {
    super(`${option} names a file that cannot be used`, { cause });
    this.name = 'KeyFileError';
    this.option = option;
    this.path = path;
    this.cause = cause;
  }
}
