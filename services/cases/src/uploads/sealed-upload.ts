import { readMessage } from 'openpgp';
import { builtInId, remoteOf } from '../connectors/built-in/built-in-connector.ts';
import type { AttachmentRow, Tx } from '../store/database.ts';
import { addIntake } from '../store/sql-intakes.ts';
import { newIntake } from '../workflow/new-intake.ts';

/** An original that was sealed in a customer's browser, with the capsule of its session key. */
export interface SealedUpload {
  readonly capsule: Uint8Array;
  /** Of the keys that open it, 16 capital hex digits. */
  readonly keyIds: readonly string[];
}

/**
 * Whether bytes begin like an OpenPGP message to public keys: its first packet is a session key for one of them. What does not is
 * no sealed original, whatever it is called, and must not be stored as one. Spec: RFC 9580 §4.2, packet type 1.
 */
export function beginsSealed(firstByte: number | undefined): boolean {
  if (firstByte === undefined || (firstByte & 0x80) === 0) return false;
  return (firstByte & 0x40) === 0 ? ((firstByte >> 2) & 15) === 1 : (firstByte & 63) === 1;
}

/** The keys that a capsule is for; none where it is no OpenPGP message. */
export async function keyIdsOf(capsule: Uint8Array): Promise<readonly string[]> {
  try {
    const message = await readMessage({ binaryMessage: capsule });
    return message.getEncryptionKeyIDs().map((keyId) => keyId.toHex().toUpperCase());
  } catch {
    return [];
  }
}

/**
 * Writes a sealed upload down as an intake that has ended: nothing is to be done with it, and exceptions find it with its
 * capsule. What was in it, and what became of the customer's own copy, is not known here and not claimed.
 */
export async function addSealedUpload(
  tx: Tx,
  tenantId: string,
  attached: AttachmentRow,
  { capsule, keyIds }: SealedUpload,
  nowMs: number,
): Promise<void> {
  const attachment = remoteOf(attached);
  const begun = newIntake({ id: builtInId(tenantId), tenantId }, attachment, nowMs);
  const { name, sizeBytes, sha256 } = attached;
  await addIntake(tx, {
    ...begun,
    step: 'note',
    state: 'done',
    facts: {
      sealed: {
        name,
        sizeBytes,
        sha256,
        attachment,
        keyIds,
        capsule: Buffer.from(capsule).toString('base64'),
      },
    },
  });
  await tx
    .updateTable('jobs')
    .set({ state: 'ended' })
    .where('kind', '=', 'intake')
    .where('subject', '=', begun.id)
    .execute();
  await tx
    .insertInto('ownFiles')
    .values({ sha256, intakeId: begun.id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
