import type { AuditAction, AuditEvent } from '../audit/audit-event.ts';
import type { Exception } from './exception.ts';

/** What happened between two versions of an exception; `before` is absent where it begins. */
export type ExceptionAction = Extract<AuditAction, `exception/${string}`>;

/**
 * The audit event of a step. Its subject is the sealed file, so that everything about one original is found together,
 * whichever way somebody went. Holds no reason and no value: both are captured or private text.
 */
export function exceptionEvent(before: Exception | undefined, after: Exception): AuditEvent {
  const { action, actor, atMs } = stepBetween(before, after);
  return {
    action,
    actor,
    tenantId: after.tenantId,
    subject: `sha256:${after.sealedSha256}`,
    atMs,
    facts: {
      exception: after.id,
      version: after.version,
      caseRef: after.caseRef,
      scope: after.scope.kind,
      reason: after.reason.code,
      ...(after.releaseSha256 === undefined ? {} : { release: after.releaseSha256 }),
    },
  };
}

interface Taken {
  readonly action: ExceptionAction;
  readonly actor: string;
  readonly atMs: number;
}

/** Which step was taken, by whom and when, read off what it left behind. */
export function stepBetween(before: Exception | undefined, after: Exception): Taken {
  const by = ({ accountId, atMs }: { accountId: string; atMs: number }) => ({
    actor: `account:${accountId}`,
    atMs,
  });
  const { requested, approved = requested, refused = requested, released = requested } = after;
  const answeredMs = after.answeredMs ?? requested.atMs;
  if (before === undefined) return { action: 'exception/requested', ...by(requested) };
  switch (after.state) {
    case 'requested':
      return { action: 'exception/consent-given', actor: 'customer', atMs: answeredMs };
    case 'declined':
      return { action: 'exception/declined', actor: 'customer', atMs: answeredMs };
    case 'approved':
      return { action: 'exception/approved', ...by(approved) };
    case 'refused':
      return { action: 'exception/refused', ...by(refused) };
    case 'withdrawn':
      return {
        action: 'exception/withdrawn',
        ...by({ ...requested, atMs: after.endedMs ?? requested.atMs }),
      };
    case 'released':
      return before.state === 'released'
        ? {
            action: 'exception/granted',
            ...by({ ...requested, atMs: after.grant?.claimedMs ?? released.atMs }),
          }
        : { action: 'exception/released', ...by(released) };
    case 'fetched':
      return { action: 'exception/fetched', ...by({ ...requested, atMs: after.fetchedMs ?? released.atMs }) };
    case 'lapsed':
      return { action: 'exception/lapsed', actor: 'worker', atMs: after.endedMs ?? after.dueMs };
  }
}
