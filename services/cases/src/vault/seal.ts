import { encryptSessionKey } from 'openpgp';
import { type ByteDigest, tapDigest } from './digest.ts';
import { type VaultKey, withoutDoubles } from './keys/vault-key.ts';
import { compressedData } from './packets/compressed-data.ts';
import { literalData } from './packets/literal-data.ts';
import { sealedData } from './packets/sealed-data.ts';
import { SessionKey } from './session-key.ts';
import { VaultError } from './vault-error.ts';

export interface SealOptions {
  /** `deflate` (default) makes a HAR about a fifth of its size; `none` for what is compressed already. */
  readonly compression?: 'deflate' | 'none';
  /** How many different keys must be able to open it; default 1. Two keep a lost key from being a lost original. */
  readonly leastRecipients?: number;
}

/** What was sealed, known once the last byte has been read. */
export interface SealReceipt {
  readonly plain: ByteDigest;
  readonly sealed: ByteDigest;
  /** Who can open it. */
  readonly recipients: readonly Pick<VaultKey, 'fingerprint' | 'encryptionKeyId'>[];
  /** The key capsule of this file: opens with the same private keys, and gives the session key of this file alone. */
  readonly capsule: Uint8Array;
}

export interface SealedStream {
  /** A binary OpenPGP message, to be read once. It is made as it is read; memory does not grow with the file. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** For reading the sealed copy back. Call `forget` on it as soon as that is done. */
  readonly sessionKey: SessionKey;
  /** Error: before `bytes` has ended. */
  receipt(): SealReceipt;
}

/**
 * Encrypts bytes for every recipient, in the form that gpg 2.2 and everything since reads: AES-256, version 1 packets, no
 * file name, no time. Error: {@link VaultError} `vault/too-few-recipients`.
 */
export async function seal(
  plain: AsyncIterable<Uint8Array>,
  recipients: readonly VaultKey[],
  { compression = 'deflate', leastRecipients = 1 }: SealOptions = {},
): Promise<SealedStream> {
  const keys = withoutDoubles(recipients);
  if (keys.length < Math.max(1, leastRecipients))
    throw new VaultError('vault/too-few-recipients', `${keys.length} of ${leastRecipients} keys`);
  const sessionKey = SessionKey.random();
  const sessionKeyPackets = await wrapSessionKey(sessionKey, keys);
  const plainTap = tapDigest(plain);
  const literal = literalData(plainTap.bytes);
  const packets = compression === 'deflate' ? compressedData(literal) : literal;
  const sealedTap = tapDigest(messageOf(sessionKeyPackets, packets, sessionKey));
  let capsule: Uint8Array | undefined;
  const bytes = async function* () {
    yield* sealedTap.bytes;
    capsule = await makeCapsule(sessionKeyPackets, sessionKey, sealedTap.digest());
  };
  return {
    bytes: bytes(),
    sessionKey,
    receipt: () => {
      if (capsule === undefined) throw new Error('the sealed bytes were not read to their end');
      return {
        plain: plainTap.digest(),
        sealed: sealedTap.digest(),
        recipients: keys.map(({ fingerprint, encryptionKeyId }) => ({ fingerprint, encryptionKeyId })),
        capsule,
      };
    },
  };
}

/** The session key, encrypted to each recipient: the packets that a message begins with. */
async function wrapSessionKey(sessionKey: SessionKey, keys: readonly VaultKey[]): Promise<Uint8Array> {
  return await encryptSessionKey({
    data: sessionKey.expose(),
    algorithm: 'aes256',
    encryptionKeys: keys.map((key) => key.openPgpKey),
    format: 'binary',
    config: { allowMissingKeyFlags: true },
  });
}

async function* messageOf(
  sessionKeyPackets: Uint8Array,
  packets: AsyncIterable<Uint8Array>,
  sessionKey: SessionKey,
): AsyncGenerator<Uint8Array> {
  yield sessionKeyPackets;
  yield* sealedData(packets, sessionKey);
}

/**
 * The key capsule of one sealed file: a small message under the same session key, for the same recipients. A key holder opens
 * it instead of the file (`gpg --show-session-key`), reads there which file it is for, and can hand out that file's session
 * key without ever having the file. gpg shows the session key only of messages that it can read to their end, and the
 * sealed file may be large and elsewhere.
 */
async function makeCapsule(
  sessionKeyPackets: Uint8Array,
  sessionKey: SessionKey,
  sealed: ByteDigest,
): Promise<Uint8Array> {
  const text = `Key capsule of the sealed file with SHA-256 ${sealed.sha256} (${sealed.sizeBytes} bytes)\n`;
  const content = literalData(one(new TextEncoder().encode(text)));
  const parts: Uint8Array[] = [];
  for await (const part of messageOf(sessionKeyPackets, content, sessionKey)) parts.push(part);
  return Buffer.concat(parts);
}

async function* one(bytes: Uint8Array) {
  yield bytes;
}
