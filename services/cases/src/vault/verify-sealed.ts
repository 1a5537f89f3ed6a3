import { type ByteDigest, tapDigest } from './digest.ts';
import { openSealed, openSealedWithLibrary } from './open-sealed.ts';
import type { SessionKey } from './session-key.ts';
import { VaultError } from './vault-error.ts';

/** Whether a sealed copy gives back the original, and if not: `damaged` it does not open, `different` it opens to other bytes. */
export type SealVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'damaged' | 'different' };

/**
 * Reads a sealed copy back, from wherever it was put, and compares what comes out with the original's digest. Needs no
 * private key. Only after this may an original be deleted.
 * `reader`: our own reads compressed files in constant memory; another implementation than the one that wrote them is the
 * better witness, and the rule wherever an original is deleted afterwards.
 * Error: whatever `sealed` throws; a copy that cannot be fetched says nothing about the copy.
 */
export async function verifySealed(
  sealed: AsyncIterable<Uint8Array>,
  sessionKey: SessionKey,
  expected: ByteDigest,
  reader: 'other-implementation' | 'our-own' = 'other-implementation',
): Promise<SealVerdict> {
  const opened =
    reader === 'our-own' ? openSealed(sealed, { sessionKey }) : openSealedWithLibrary(sealed, sessionKey);
  const plain = tapDigest(opened);
  try {
    for await (const _ of plain.bytes) {
      // A copy that goes on beyond the original is another one, and may be made to go on for ever.
      if (plain.sizeBytes() > expected.sizeBytes) return { ok: false, why: 'different' };
    }
  } catch (error) {
    if (error instanceof VaultError) return { ok: false, why: 'damaged' };
    throw error;
  }
  const { sizeBytes, sha256 } = plain.digest();
  const isSame = sizeBytes === expected.sizeBytes && sha256 === expected.sha256;
  return isSame ? { ok: true } : { ok: false, why: 'different' };
}
