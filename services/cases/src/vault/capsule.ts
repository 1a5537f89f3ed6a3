import { decryptSessionKeys, readMessage } from 'openpgp';
import type { ByteDigest } from './digest.ts';
import { type Opener, openSealed } from './open-sealed.ts';
import { literalData } from './packets/literal-data.ts';
import { sealedData } from './packets/sealed-data.ts';
import { SessionKey } from './session-key.ts';
import { VaultError } from './vault-error.ts';

const sentence = /^Key capsule of the sealed file with SHA-256 ([0-9a-f]{64}) \(\d+ bytes\)\n$/;

/**
 * The key capsule of one sealed file: a small message under the same session key, for the same recipients. A key holder opens
 * it instead of the file (`gpg --show-session-key`), reads there which file it is for, and can hand out that file's session
 * key without ever having the file. gpg shows the session key only of messages that it can read to their end, and the
 * sealed file may be large and elsewhere.
 *
 * Two messages under one session key are sound: each begins with a random block, and version 1 packets chain from it.
 */
export async function makeCapsule(
  sessionKeyPackets: Uint8Array,
  sessionKey: SessionKey,
  sealed: ByteDigest,
): Promise<Uint8Array> {
  const text = `Key capsule of the sealed file with SHA-256 ${sealed.sha256} (${sealed.sizeBytes} bytes)\n`;
  const parts: Uint8Array[] = [sessionKeyPackets];
  for await (const part of sealedData(literalData(one(new TextEncoder().encode(text))), sessionKey))
    parts.push(part);
  return Buffer.concat(parts);
}

/**
 * The session key in a capsule, and the file that it is for.
 * Error: {@link VaultError} `vault/not-sealed`, `vault/wrong-key`, `vault/damaged`.
 */
export async function openCapsule(
  capsule: Uint8Array,
  opener: Opener,
): Promise<{ readonly sealedSha256: string; readonly sessionKey: SessionKey }> {
  let text = '';
  // First as any sealed file: this proves that the capsule is whole.
  for await (const piece of openSealed(one(capsule), opener)) text += Buffer.from(piece).toString('latin1');
  const [, sealedSha256] = sentence.exec(text) ?? [];
  if (sealedSha256 === undefined) throw new VaultError('vault/not-sealed', 'no key capsule');
  // The same key that has just opened it; a copy, because whoever gave it forgets theirs.
  if ('sessionKey' in opener)
    return { sealedSha256, sessionKey: SessionKey.of(Uint8Array.from(opener.sessionKey.expose())) };
  const message = await readMessage({ binaryMessage: capsule });
  const [found] = await decryptSessionKeys({ message, decryptionKeys: [...opener.privateKeys] });
  if (found === undefined) throw new VaultError('vault/wrong-key', 'none of the keys opens the capsule');
  return { sealedSha256, sessionKey: SessionKey.of(found.data) };
}

async function* one(bytes: Uint8Array) {
  yield bytes;
}
