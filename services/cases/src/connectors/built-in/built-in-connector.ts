import { type Language, pickLanguage } from '@harrier/knowledge';
import type { ObjectStore } from '../../objects/object-store.ts';
import type { AttachmentRow, CaseRow } from '../../store/database.ts';
import type { Store } from '../../store/open-store.ts';
import type { CaseConnector, Probe, PurgeReceipt, RemoteAttachment } from '../case-connector.ts';
import { CaseSystemError } from '../case-system-error.ts';
import type { Actor, CaseBook } from './case-book.ts';

/** Files beyond this are kept in the vault; they would be here too, so the limit only keeps one row's number sane. */
const MOST_BYTES = 1024 ** 4;

/**
 * Uploads that began together may be written down in another order than their times say, so each round of looking begins
 * this long before the end of the last one. Known attachments cost one look-up.
 */
const OVERLAP_MS = 10 * 60 * 1000;

/** The id of a tenant's own cases among its case systems. */
export function builtInId(tenantId: string): string {
  return `built-in:${tenantId}`;
}

/** An attachment row as the workflow knows it. */
export function remoteOf({ caseId, id, name, sizeBytes, createdMs }: AttachmentRow): RemoteAttachment {
  return { caseRef: caseId, id, name, sizeBytes, createdMs };
}

/** Harrier's own cases of one tenant, as a case system. Bytes are gone when they are gone: nothing else has them. */
export function builtInConnector(
  store: Store,
  objects: ObjectStore,
  book: CaseBook,
  tenantId: string,
): CaseConnector {
  const worker: Actor = { name: 'worker', tenantId };

  const caseOf = async (caseRef: string): Promise<CaseRow> => {
    const found = await book.getCase(tenantId, caseRef);
    if (found === undefined) throw new CaseSystemError('case-system/not-found', 'there is no such case');
    return found;
  };

  return {
    id: builtInId(tenantId),
    tenantId,
    capabilities: async () => ({
      maxBytes: MOST_BYTES,
      purgeLevel: 'P4',
      residual: ['backups'],
      privateAttachments: true,
      sealedSuffix: '.pgp',
      idempotent: true,
    }),

    async poll(cursor, limit) {
      const [ms = '0', id = ''] = (cursor ?? '').split('/');
      const sinceMs = Number(ms);
      const rows = await store.db
        .selectFrom('attachments')
        .innerJoin('cases', 'cases.id', 'attachments.caseId')
        .selectAll('attachments')
        .where('cases.tenantId', '=', tenantId)
        .where('attachments.removedMs', 'is', null)
        .where('attachments.createdBy', '!=', worker.name)
        .where((test) =>
          test.or([
            test('attachments.createdMs', '>', sinceMs),
            test.and([test('attachments.createdMs', '=', sinceMs), test('attachments.id', '>', id)]),
          ]),
        )
        .orderBy('attachments.createdMs')
        .orderBy('attachments.id')
        .limit(limit)
        .execute();
      const last = rows.at(-1);
      const more = rows.length === limit;
      const overlapped = Math.max(0, (last?.createdMs ?? sinceMs) - OVERLAP_MS);
      return {
        attachments: rows.map(remoteOf),
        // Where nothing came, the cursor must not wander back with every look.
        cursor:
          more && last !== undefined
            ? `${last.createdMs}/${last.id}`
            : last === undefined
              ? `${ms}/${id}`
              : `${overlapped}/`,
        more,
      };
    },

    async list(caseRef) {
      await caseOf(caseRef);
      return (await book.attachmentsOf(tenantId, caseRef)).map(remoteOf);
    },

    async open({ id }) {
      const row = await book.getAttachment(tenantId, id);
      if (row === undefined || row.removedMs !== null || (await objects.sizeOf(row.sha256)) === undefined)
        throw new CaseSystemError('case-system/not-found', 'there is no such attachment');
      return await objects.open(row.sha256);
    },

    async put(caseRef, file) {
      const row = await book.attach(worker, caseRef, {
        name: file.name,
        mediaType: file.mediaType,
        visibility: file.visibility,
        bytes: await file.bytes(),
        key: file.key,
      });
      if (row === undefined) throw new CaseSystemError('case-system/not-found', 'there is no such case');
      return remoteOf(row);
    },

    async remove({ id }, sha256) {
      const isRemoved = await book.removeAttachment(worker, id, sha256);
      if (!isRemoved) throw new CaseSystemError('case-system/not-found', 'there is no such attachment');
      return purgeOf((await objects.sizeOf(sha256)) !== undefined);
    },

    async probe({ id }): Promise<Probe> {
      const row = await book.getAttachment(tenantId, id);
      if (row === undefined) return { present: false, level: 'P4', residual: ['backups'] };
      const hasBytes = (await objects.sizeOf(row.sha256)) !== undefined;
      if (row.removedMs === null) {
        if (hasBytes) return { present: true };
        // The removal was cut off between the bytes and the row: write down what is so.
        await book.removeAttachment(worker, id, row.sha256);
      }
      return { present: false, ...purgeOf(hasBytes) };
    },

    async note(caseRef, note) {
      const added = await book.addNote(worker, caseRef, note);
      if (added === undefined) throw new CaseSystemError('case-system/not-found', 'there is no such case');
    },

    hasNote: async (caseRef, key) => (await book.findNote(caseRef, key)) !== undefined,

    async language(caseRef): Promise<Language> {
      return pickLanguage((await caseOf(caseRef)).language) ?? 'en';
    },
  };
}

/** Bytes that are still there are attached elsewhere too. */
function purgeOf(hasBytes: boolean): PurgeReceipt {
  return hasBytes
    ? { level: 'P1', residual: ['same-content-elsewhere', 'backups'] }
    : { level: 'P4', residual: ['backups'] };
}
