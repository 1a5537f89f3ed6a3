import type { VaultErrorCode } from '@harrier/knowledge';

export interface VaultErrorDetails {
  /** Of the key that it is about, 40 or more capital hex digits. */
  readonly fingerprint?: string;
  readonly cause?: unknown;
}

/** The one error of the vault. `message` is for logs: it holds no user id, no password, no byte of what was sealed. */
export class VaultError extends Error {
  readonly code: VaultErrorCode;
  readonly fingerprint: string | undefined;

  constructor(code: VaultErrorCode, message: string, details: VaultErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'VaultError';
    this.code = code;
    this.fingerprint = details.fingerprint;
  }
}

const codesOfKeys: ReadonlySet<VaultErrorCode> = new Set([
  'vault/key-private',
  'vault/key-version',
  'vault/key-algorithm',
  'vault/key-weak',
  'vault/key-expired',
  'vault/key-revoked',
  'vault/key-not-yet-valid',
  'vault/key-not-for-encryption',
  'vault/too-few-recipients',
]);

/** Whether a key could be read and was turned away: sealing for it would not be safe. */
export function isKeyRefusal(code: VaultErrorCode): boolean {
  return codesOfKeys.has(code);
}
