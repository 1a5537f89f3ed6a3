import { createHash, randomBytes } from 'node:crypto';
import { appendAudit } from '../audit/audit-log.ts';
import type { Store } from '../store/open-store.ts';
import type { Actor, Exception } from './exception.ts';
import { ExceptionRefused } from './exception-refusal.ts';

/**
 * The customer has no account here, so they are asked by a link. An approver makes it and sends it: never the one who asks,
 * who could otherwise agree in the customer's name.
 */

/** Makes a link's token, which is shown once; one made before it stops working. Error: {@link ExceptionRefused}. */
export async function makeConsentLink(
  store: Store,
  exception: Exception,
  actor: Actor,
  nowMs: number,
): Promise<string> {
  if (!actor.roles.includes('approver')) throw new ExceptionRefused('exception/not-allowed');
  if (actor.accountId === exception.requested.accountId || actor.identity === exception.requested.identity)
    throw new ExceptionRefused('exception/same-person');
  if (exception.state !== 'requested' || exception.consent !== 'awaited')
    throw new ExceptionRefused('exception/wrong-state');
  if (nowMs >= exception.dueMs) throw new ExceptionRefused('exception/too-late');
  const token = randomBytes(32).toString('base64url');
  await store.transaction(async (tx) => {
    await appendAudit(tx, {
      action: 'exception/consent-asked',
      actor: `account:${actor.accountId}`,
      tenantId: exception.tenantId,
      subject: `sha256:${exception.sealedSha256}`,
      atMs: nowMs,
      facts: { exception: exception.id, caseRef: exception.caseRef },
    });
    await tx.deleteFrom('consentLinks').where('exceptionId', '=', exception.id).execute();
    await tx
      .insertInto('consentLinks')
      .values({ tokenHash: digest(token), exceptionId: exception.id, tenantId: exception.tenantId })
      .execute();
  });
  return token;
}

/** The exception that a token asks about; it works until the question is answered or the exception has ended. */
export async function exceptionOfConsentLink(
  { db }: Store,
  token: string,
): Promise<{ readonly id: string; readonly tenantId: string }> {
  const row = await db
    .selectFrom('consentLinks')
    .selectAll()
    .where('tokenHash', '=', digest(token))
    .executeTakeFirst();
  if (row === undefined) throw new ExceptionRefused('exception/wrong-token');
  return { id: row.exceptionId, tenantId: row.tenantId };
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
