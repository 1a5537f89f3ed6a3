import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { appendAudit } from '../audit/audit-log.ts';
import type { Actor } from '../connectors/built-in/case-book.ts';
import type { UploadLinkRow } from '../store/database.ts';
import type { Store } from '../store/open-store.ts';

/** Files that one link takes: a customer tries again, a stranger who found the link does not fill the disk. */
const MOST_FILES = 20;
/** Links of one case that work: for each customer who has a part in it one, and room for those that were lost. */
const MOST_LINKS = 50;
const DAY_MS = 86_400_000;

export interface NewUploadLink {
  readonly caseId: string;
  readonly days: number;
  /** Whether the page also asks the customer for the original, sealed. */
  readonly wantsOriginal: boolean;
}

/**
 * Makes a link's token, which is shown once and kept as its digest; undefined where the case has as many links as it may have. That the case is
 * the actor's is checked by whoever calls.
 */
export async function makeUploadLink(
  store: Store,
  actor: Actor,
  { caseId, days, wantsOriginal }: NewUploadLink,
  nowMs: number,
): Promise<{ readonly token: string; readonly row: UploadLinkRow } | undefined> {
  const token = randomBytes(32).toString('base64url');
  const row: UploadLinkRow = {
    id: randomUUID(),
    tokenHash: digest(token),
    tenantId: actor.tenantId,
    caseId,
    wantsOriginal: wantsOriginal ? 1 : 0,
    createdBy: actor.name,
    createdMs: nowMs,
    expiresMs: nowMs + days * DAY_MS,
    revokedMs: null,
    files: 0,
  };
  const isMade = await store.transaction(async (tx) => {
    const { living } = await tx
      .selectFrom('uploadLinks')
      .select(({ fn }) => fn.countAll<number | string>().as('living'))
      .where('tenantId', '=', actor.tenantId)
      .where('caseId', '=', caseId)
      .where('revokedMs', 'is', null)
      .where('expiresMs', '>', nowMs)
      .executeTakeFirstOrThrow();
    if (Number(living) >= MOST_LINKS) return false;
    await appendAudit(tx, {
      action: 'upload-link/created',
      actor: actor.name,
      tenantId: actor.tenantId,
      subject: `upload-link:${row.id}`,
      atMs: nowMs,
      facts: { caseId, wantsOriginal, expiresMs: row.expiresMs },
    });
    await tx.insertInto('uploadLinks').values(row).execute();
    return true;
  });
  return isMade ? { token, row } : undefined;
}

/** The links of a case that still work. */
export async function uploadLinksOf(
  { db }: Store,
  tenantId: string,
  caseId: string,
  nowMs: number,
): Promise<readonly UploadLinkRow[]> {
  return await db
    .selectFrom('uploadLinks')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('caseId', '=', caseId)
    .where('revokedMs', 'is', null)
    .where('expiresMs', '>', nowMs)
    .orderBy('createdMs')
    .execute();
}

/** Gives false where it is not a link of this tenant, or does not work any more. */
export async function revokeUploadLink(
  store: Store,
  actor: Actor,
  id: string,
  nowMs: number,
): Promise<boolean> {
  return await store.transaction(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('uploadLinks')
      .set({ revokedMs: nowMs })
      .where('id', '=', id)
      .where('tenantId', '=', actor.tenantId)
      .where('revokedMs', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return false;
    await appendAudit(tx, {
      action: 'upload-link/revoked',
      actor: actor.name,
      tenantId: actor.tenantId,
      subject: `upload-link:${id}`,
      atMs: nowMs,
      facts: {},
    });
    return true;
  });
}

/** The link that a token opens; undefined where it never did, was revoked, has ended, or has taken all that it takes. */
export async function openUploadLink(
  { db }: Store,
  token: string,
  nowMs: number,
): Promise<UploadLinkRow | undefined> {
  return await db
    .selectFrom('uploadLinks')
    .selectAll()
    .where('tokenHash', '=', digest(token))
    .where('revokedMs', 'is', null)
    .where('expiresMs', '>', nowMs)
    .where('files', '<', MOST_FILES)
    .executeTakeFirst();
}

/** Counts a file before its first byte is taken in; gives false where another one has taken the last place. */
export async function countUpload({ db }: Store, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('uploadLinks')
    .set((change) => ({ files: change('files', '+', 1) }))
    .where('id', '=', id)
    .where('files', '<', MOST_FILES)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
