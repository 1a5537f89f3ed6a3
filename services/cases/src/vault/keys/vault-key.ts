import type { Key, PublicKey } from 'openpgp';
import { admitKey } from './key-gate.ts';
import { readOpenPgpKeys } from './read-keys.ts';

/** A public key that the gate let through: what is sealed for it opens with gpg 2.2. */
export interface VaultKey {
  /** 40 capital hex digits, the same that `gpg --fingerprint` shows. */
  readonly fingerprint: string;
  /** 16 capital hex digits of the subkey that is encrypted to; it stands in the sealed file. */
  readonly encryptionKeyId: string;
  /** Text that the key's maker chose: escape it where it is shown, and believe only fingerprints. */
  readonly userIds: readonly string[];
  /** E.g. `rsa3072`, `cv25519`, `nistp384`. */
  readonly algorithm: string;
  /** When the key, or the subkey that is encrypted to, ends; absent = never. */
  readonly expiresAt?: Date;
  readonly openPgpKey: PublicKey;
}

/**
 * Reads the public keys of a file and lets each through the gate, as of `now`. One bad key fails the file: whoever was meant
 * to be able to open an original must not be left out in silence.
 * Error: {@link import('../vault-error.ts').VaultError}, its code names what is wrong with which key.
 */
export async function readVaultKeys(file: Uint8Array, now: Date): Promise<VaultKey[]> {
  const keys = await readOpenPgpKeys(file);
  return withoutDoubles(await Promise.all(keys.map((key: Key) => admitKey(key, now))));
}

/** The same key given twice is one recipient. */
export function withoutDoubles(keys: readonly VaultKey[]): VaultKey[] {
  return [...new Map(keys.map((key) => [key.fingerprint, key])).values()];
}
