import type { VaultErrorCode } from '@harrier/knowledge';
import type * as OpenPgp from 'openpgp';

/** An OpenPGP private key as a person hands it over: the file that `gpg --export-secret-keys` wrote, armoured or not. */
export interface SigningKey {
  readonly file: Blob;
  /** `''` for a key that is not locked. */
  readonly password: string;
}

/** A key that cannot sign. */
export class SigningError extends Error {
  readonly code: VaultErrorCode;

  constructor(code: VaultErrorCode) {
    super(code);
    this.name = 'SigningError';
    this.code = code;
  }
}

/**
 * Signs with a key: a detached signature, armoured, as `gpg --verify` reads it. `openpgp` is the library, which is loaded when it is
 * needed. The key lives as long as what is returned. Error: {@link SigningError}.
 */
export async function signerOf(
  openpgp: typeof OpenPgp,
  { file, password }: SigningKey,
): Promise<(sums: Uint8Array) => Promise<string>> {
  const signingKeys = await unlockedKeys(openpgp, new Uint8Array(await file.arrayBuffer()), password);
  try {
    await Promise.all(signingKeys.map((key) => key.getSigningKey()));
  } catch {
    throw new SigningError('vault/key-not-for-signing');
  }
  return async (sums) =>
    await openpgp.sign({
      message: await openpgp.createMessage({ binary: sums }),
      signingKeys,
      detached: true,
      format: 'armored',
    });
}

async function unlockedKeys(
  openpgp: typeof OpenPgp,
  bytes: Uint8Array,
  password: string,
): Promise<OpenPgp.PrivateKey[]> {
  const keys = await readKeys(openpgp, bytes);
  const own = keys.filter((key): key is OpenPgp.PrivateKey => key.isPrivate());
  if (own.length === 0) throw new SigningError('vault/key-public');
  if (own.every((key) => key.isDecrypted())) return own;
  if (password === '') throw new SigningError('vault/password-needed');
  try {
    return await Promise.all(
      own.map(async (privateKey) =>
        privateKey.isDecrypted()
          ? privateKey
          : await openpgp.decryptKey({ privateKey, passphrase: password }),
      ),
    );
  } catch {
    throw new SigningError('vault/password-wrong');
  }
}

async function readKeys(openpgp: typeof OpenPgp, bytes: Uint8Array): Promise<OpenPgp.Key[]> {
  const text = new TextDecoder('latin1').decode(bytes);
  try {
    return text.includes('-----BEGIN PGP')
      ? await openpgp.readKeys({ armoredKeys: text })
      : await openpgp.readKeys({ binaryKeys: bytes });
  } catch {
    throw new SigningError('vault/key-unreadable');
  }
}
