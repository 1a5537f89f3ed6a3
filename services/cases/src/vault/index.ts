export { type ByteDigest, tapDigest } from './digest.ts';
export { type ExpiryWarning, expiryWarnings } from './keys/expiry.ts';
export { readPrivateKeys } from './keys/private-keys.ts';
export { readVaultKeys, type VaultKey } from './keys/vault-key.ts';
export { type Opener, openSealed } from './open-sealed.ts';
export { type SealedStream, type SealOptions, type SealReceipt, seal } from './seal.ts';
export { SessionKey } from './session-key.ts';
export { isKeyRefusal, VaultError } from './vault-error.ts';
export { type SealVerdict, verifySealed } from './verify-sealed.ts';
