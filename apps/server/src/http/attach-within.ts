import type { Actor, AttachmentRow, NewAttachment, Tx } from '@harrier/cases';
import type { Service } from '../service.ts';
import { limitBytes } from './limit-bytes.ts';
import { RequestError } from './request-error.ts';

/** Bytes that organisations are sending to this process now, by organisation. */
const underWay = new Map<string, number>();

/**
 * Attaches a file as the case book does, within a file's limit and what its organisation has left. Uploads that are
 * under way count from their first byte on; those of another process when they are attached, where it is looked at once more.
 * Error: `request/too-large`.
 */
export async function attachWithin(
  { book, settings }: Service,
  actor: Actor,
  caseId: string,
  file: NewAttachment,
  also: (tx: Tx, row: AttachmentRow) => Promise<void>,
): Promise<AttachmentRow | undefined> {
  const { tenantId } = actor;
  const { mostTenantBytes, mostUploadBytes } = settings;
  const attached = await book.attachedBytes(tenantId);
  let own = 0;
  const count = (bytes: number): void => {
    own += bytes;
    const all = (underWay.get(tenantId) ?? 0) + bytes;
    if (all === 0) underWay.delete(tenantId);
    else underWay.set(tenantId, all);
    if (bytes > 0 && attached + all > mostTenantBytes) throw new RequestError('request/too-large');
  };
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of limitBytes(file.bytes, mostUploadBytes)) {
      count(piece.length);
      yield piece;
    }
  };
  try {
    return await book.attach(actor, caseId, { ...file, bytes: counted() }, async (tx, row) => {
      // Writers wait for each other here, so whoever is second sees the first.
      if ((await book.attachedBytes(tenantId, tx)) > mostTenantBytes)
        throw new RequestError('request/too-large');
      await also(tx, row);
    });
  } finally {
    count(-own);
  }
}
