import type { VaultErrorCode } from '@harrier/knowledge';
import { type Config, config, type Key, type PublicKey, type Subkey } from 'openpgp';
import { VaultError } from '../vault-error.ts';
import type { VaultKey } from './vault-key.ts';

/** Version 6 keys (RFC 9580) are younger than gpg 2.2, which does not import them. */
const keyVersion = 4;
/** NIST SP 800-57, part 1, table 2: as strong as AES-128, and good beyond 2030. */
const leastRsaBits = 3072;
/**
 * What gpg 2.2 imports and this room tests with it. Not among them: `x25519`, `ed25519`, `x448`, `ed448` in the format of
 * RFC 9580; `elgamal` and `dsa`, which are too weak as they are used.
 */
const rsa = new Set(['rsaEncryptSign', 'rsaEncrypt', 'rsaSign']);
const curves: ReadonlyMap<string, string> = new Map([
  ['curve25519Legacy', 'cv25519'],
  ['ed25519Legacy', 'ed25519'],
  ['nistP256', 'nistp256'],
  ['nistP384', 'nistp384'],
  ['nistP521', 'nistp521'],
]);
const curveAlgorithms = new Set(['ecdh', 'ecdsa', 'eddsaLegacy']);

/** The library must not turn keys away for reasons of its own: the gate below says each reason by name. */
const lenient: Config = {
  ...config,
  // Keys of old programs do not say what they are for.
  allowMissingKeyFlags: true,
  minRSABits: 0,
  rejectPublicKeyAlgorithms: new Set(),
  rejectCurves: new Set(),
};

/**
 * Lets a key through that gpg 2.2 can open messages with and that is valid at `now`.
 *
 * A key whose owner's program prefers AEAD is let through: the format is the sealer's choice, and `seal` always writes the
 * older one, which such programs read as well (interop.gpg.peer.test.ts).
 * Error: {@link VaultError}, the code says why not.
 */
export async function admitKey(key: Key, now: Date): Promise<VaultKey> {
  const refuse = (code: VaultErrorCode, why: string): never => {
    const fingerprint = key.getFingerprint().toUpperCase();
    throw new VaultError(code, `key ${fingerprint} ${why}`, { fingerprint });
  };
  if (key.isPrivate()) refuse('vault/key-private', 'is a private key');
  if (key.keyPacket.version !== keyVersion)
    refuse('vault/key-version', `has version ${key.keyPacket.version}`);
  checkAlgorithm(key, refuse);
  const encryption = await encryptionKeyOf(key, now, refuse);
  const algorithm = checkAlgorithm(encryption, refuse);
  const expiresAt = await endOf(key, encryption);
  return {
    fingerprint: key.getFingerprint().toUpperCase(),
    encryptionKeyId: encryption.getKeyID().toHex().toUpperCase(),
    userIds: key.getUserIDs(),
    algorithm,
    ...(expiresAt === undefined ? {} : { expiresAt }),
    openPgpKey: key as PublicKey,
  };
}

type Refuse = (code: VaultErrorCode, why: string) => never;

/** Returns the algorithm in gpg's words. */
function checkAlgorithm(key: Key | Subkey, refuse: Refuse): string {
  const { algorithm, bits = 0, curve = '' } = key.getAlgorithmInfo();
  if (rsa.has(algorithm)) {
    if (bits < leastRsaBits) refuse('vault/key-weak', `is RSA of ${bits} bits`);
    return `rsa${bits}`;
  }
  const name = curveAlgorithms.has(algorithm) ? curves.get(curve) : undefined;
  return name ?? refuse('vault/key-algorithm', `uses ${algorithm} ${curve}`.trimEnd());
}

async function encryptionKeyOf(key: Key, now: Date, refuse: Refuse): Promise<Key | Subkey> {
  try {
    return await key.getEncryptionKey(undefined, now, undefined, lenient);
  } catch {
    // The library's reasons are sentences; which one it was is found by asking again.
  }
  if (await isRevoked(key, now)) refuse('vault/key-revoked', 'was revoked');
  const whatever = await key.getEncryptionKey(undefined, null, undefined, lenient).catch(() => undefined);
  if (whatever === undefined) return refuse('vault/key-not-for-encryption', 'has no part for encryption');
  return whatever.getCreationTime() > now || key.getCreationTime() > now
    ? refuse('vault/key-not-yet-valid', 'is not valid yet')
    : refuse('vault/key-expired', 'has expired');
}

/** The key, or every part of it that could be encrypted to. */
async function isRevoked(key: Key, now: Date): Promise<boolean> {
  if (await key.isRevoked(undefined, undefined, now)) return true;
  const verdicts = await Promise.all(
    key.subkeys.map((subkey) =>
      subkey.verify(now).then(
        () => false,
        () => subkey.revocationSignatures.length > 0,
      ),
    ),
  );
  return verdicts.some(Boolean);
}

/** The earlier end of the key and of the part that is encrypted to. */
async function endOf(key: Key, encryption: Key | Subkey): Promise<Date | undefined> {
  const ends = [await key.getExpirationTime(), await encryption.getExpirationTime()].filter(
    (end) => end instanceof Date,
  );
  return ends.sort((one, other) => one.getTime() - other.getTime())[0];
}
