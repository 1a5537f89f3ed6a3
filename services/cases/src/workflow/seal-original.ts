import type { ByteSource } from '@harrier/har';
import type { ObjectStore } from '../objects/object-store.ts';
import { type ByteDigest, seal, type VaultKey, verifySealed } from '../vault/index.ts';
import type { Sealed } from './context.ts';
import { IntakeTrouble } from './intake-trouble.ts';

const CHUNK_BYTES = 256 * 1024;

export interface SealSettings {
  readonly keys: readonly VaultKey[];
  /** Two by default: the key of the team, and one in a safe place. */
  readonly leastRecipients?: number;
}

/**
 * Seals the original into the object store, reads it back from there, decrypts it with the session key, compares, and forgets
 * the key. Errors: `intake/not-sealed` where the stored copy does not give the original back; those of the vault.
 */
export async function sealOriginal(
  original: ByteSource,
  expected: ByteDigest,
  objects: ObjectStore,
  { keys, leastRecipients = 2 }: SealSettings,
): Promise<Sealed> {
  const sealing = await seal(original.stream(CHUNK_BYTES), keys, { leastRecipients });
  try {
    const stored = await objects.put(sealing.bytes);
    const { plain, sealed, recipients, capsule } = sealing.receipt();
    if (plain.sha256 !== expected.sha256 || stored.sha256 !== sealed.sha256)
      throw new IntakeTrouble('intake/not-sealed', 'other bytes were sealed than were read');
    const verdict = await verifySealed(await objects.open(stored.sha256), sealing.sessionKey, expected);
    if (!verdict.ok) throw new IntakeTrouble('intake/not-sealed', `the sealed copy is ${verdict.why}`);
    return {
      ...sealed,
      keyIds: recipients.map(({ encryptionKeyId }) => encryptionKeyId),
      capsule: Buffer.from(capsule).toString('base64'),
    };
  } finally {
    sealing.sessionKey.forget();
  }
}
