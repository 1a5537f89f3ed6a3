import { type Key, readKeys } from 'openpgp';
import { VaultError } from '../vault-error.ts';

/** Nobody's key ring; a limit, because a file that is given by mistake should end quickly. */
const mostBytes = 4 << 20;
const armorStart = '-----BEGIN PGP ';
const armoredBlock = /-----BEGIN PGP (PUBLIC|PRIVATE) KEY BLOCK-----.*?-----END PGP \1 KEY BLOCK-----/gs;

/**
 * The OpenPGP keys of a file: binary or armored, one or several, also armored blocks one after the other (`cat a.asc b.asc`).
 * Error: {@link VaultError} `vault/key-unreadable`.
 */
export async function readOpenPgpKeys(file: Uint8Array): Promise<Key[]> {
  if (file.length > mostBytes) throw unreadable();
  const text = new TextDecoder('latin1').decode(file);
  try {
    const keys = text.includes(armorStart)
      ? (
          await Promise.all((text.match(armoredBlock) ?? []).map((armoredKeys) => readKeys({ armoredKeys })))
        ).flat()
      : await readKeys({ binaryKeys: file });
    if (keys.length > 0) return keys;
  } catch (cause) {
    // The library's message may quote the file, which may be anything.
    throw unreadable(cause);
  }
  throw unreadable();
}

function unreadable(cause?: unknown): VaultError {
  return new VaultError('vault/key-unreadable', 'no OpenPGP key could be read from the file', { cause });
}
