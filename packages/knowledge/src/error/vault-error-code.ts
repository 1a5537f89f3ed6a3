/**
 * Why something could not be sealed or opened. Keys to seal for: `vault/key-unreadable` no OpenPGP key in the file ·
 * `vault/key-private` a private key where a public one belongs · `vault/key-version`, `vault/key-algorithm` gpg 2.2 cannot
 * use it · `vault/key-weak` RSA below 3072 bits · `vault/key-expired` · `vault/key-revoked` · `vault/key-not-yet-valid` ·
 * `vault/key-not-for-encryption` · `vault/too-few-recipients`. Opening: `vault/key-public` no private key in the file ·
 * `vault/password-needed`, `vault/password-wrong` the private key is locked · `vault/not-sealed` no OpenPGP message ·
 * `vault/wrong-key` sealed for somebody else · `vault/damaged` changed or cut · `vault/unsupported` a kind of message that
 * is not opened here. Signing: `vault/key-not-for-signing`.
 */
export const vaultErrorCodes = [
  'vault/key-unreadable',
  'vault/key-private',
  'vault/key-version',
  'vault/key-algorithm',
  'vault/key-weak',
  'vault/key-expired',
  'vault/key-revoked',
  'vault/key-not-yet-valid',
  'vault/key-not-for-encryption',
  'vault/too-few-recipients',
  'vault/key-public',
  'vault/password-needed',
  'vault/password-wrong',
  'vault/not-sealed',
  'vault/wrong-key',
  'vault/damaged',
  'vault/unsupported',
  'vault/key-not-for-signing',
] as const;

export type VaultErrorCode = (typeof vaultErrorCodes)[number];
