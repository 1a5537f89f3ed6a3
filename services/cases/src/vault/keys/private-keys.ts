import { decryptKey, type PrivateKey } from 'openpgp';
import { VaultError } from '../vault-error.ts';
import { readOpenPgpKeys } from './read-keys.ts';

/**
 * Private keys, ready for use, out of a file that `gpg --export-secret-keys` wrote. `password` is asked for once, and only
 * when a key is locked. They belong on the key holder's machine; no server has any use for this.
 * Error: {@link VaultError} `vault/key-unreadable`, `vault/key-public`, `vault/password-needed`, `vault/password-wrong`.
 */
export async function readPrivateKeys(
  file: Uint8Array,
  password: () => Promise<string | undefined>,
): Promise<PrivateKey[]> {
  const keys = (await readOpenPgpKeys(file)).filter((key): key is PrivateKey => key.isPrivate());
  if (keys.length === 0) throw new VaultError('vault/key-public', 'the file holds public keys only');
  if (keys.every((key) => key.isDecrypted())) return keys;
  const passphrase = await password();
  if (passphrase === undefined || passphrase === '')
    throw new VaultError('vault/password-needed', 'the private key is locked');
  const opened = await Promise.all(keys.map((key) => unlocked(key, passphrase)));
  const usable = opened.filter((key) => key !== undefined);
  if (usable.length > 0) return usable;
  throw new VaultError('vault/password-wrong', 'the password does not unlock the private key');
}

async function unlocked(privateKey: PrivateKey, passphrase: string): Promise<PrivateKey | undefined> {
  if (privateKey.isDecrypted()) return privateKey;
  try {
    return await decryptKey({ privateKey, passphrase });
  } catch {
    return undefined;
  }
}
