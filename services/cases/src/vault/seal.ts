import { encryptSessionKey } from 'openpgp';
import { makeCapsule } from './capsule.ts';
import { type ByteDigest, tapDigest } from './digest.ts';
import { type VaultKey, withoutDoubles } from './keys/vault-key.ts';
import { compressedData } from './packets/compressed-data.ts';
import { literalData } from './packets/literal-data.ts';
import { sealedData } from './packets/sealed-data.ts';
import { SessionKey } from './session-key.ts';
import { VaultError } from './vault-error.ts';

export interface SealOptions {
  /**
   * Default `none`: reading a compressed file back with another implementation takes 400 MB for one of 1 GB, an uncompressed
   * one a third of that at any size. `deflate` makes a HAR about a quarter of its size.
   */
  readonly compression?: 'deflate' | 'none';
  /** How many different keys must be able to open it; default 1. Two keep a lost key from being a lost original. */
  readonly leastRecipients?: number;
  /** Default now. A key that has ended since it was let in is refused. */
  readonly now?: Date;
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
 * file name, no time. Error: {@link VaultError} `vault/too-few-recipients`, `vault/key-expired`.
 */
export async function seal(
  plain: AsyncIterable<Uint8Array>,
  recipients: readonly VaultKey[],
  { compression = 'none', leastRecipients = 1, now = new Date() }: SealOptions = {},
): Promise<SealedStream> {
  const keys = withoutDoubles(recipients);
  if (keys.length < Math.max(1, leastRecipients))
    throw new VaultError('vault/too-few-recipients', `${keys.length} of ${leastRecipients} keys`);
  for (const { fingerprint, expiresAt } of keys)
    if (expiresAt !== undefined && expiresAt <= now)
      throw new VaultError('vault/key-expired', `key ${fingerprint} has expired`, { fingerprint });
  const sessionKey = SessionKey.random();
  const sessionKeyPackets = await wrapSessionKey(sessionKey, keys, now);
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
async function wrapSessionKey(
  sessionKey: SessionKey,
  keys: readonly VaultKey[],
  date: Date,
): Promise<Uint8Array> {
  return await encryptSessionKey({
    data: sessionKey.expose(),
    algorithm: 'aes256',
    encryptionKeys: keys.map((key) => key.openPgpKey),
    date,
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
