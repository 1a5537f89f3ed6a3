import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Actor, Exception } from './exception.ts';
import type { ExceptionPolicy } from './exception-policy.ts';
import { ExceptionRefused } from './exception-refusal.ts';
import { expectStep, next } from './steps.ts';

/**
 * Gives the requester a grant for a release: a token that works once, in this session, for a quarter of an hour. A grant that
 * was not used is replaced by the next one, so that there is never more than one.
 * Error: {@link ExceptionRefused}.
 */
export function claimGrant(
  exception: Exception,
  actor: Actor,
  sessionId: string,
  policy: ExceptionPolicy,
  nowMs: number,
): { readonly exception: Exception; readonly token: string } {
  if (exception.state === 'fetched') throw new ExceptionRefused('exception/used');
  if (actor.accountId !== exception.requested.accountId) throw new ExceptionRefused('exception/not-allowed');
  expectStep(exception, 'released', nowMs);
  const token = randomBytes(32).toString('base64url');
  const grant = {
    tokenSha256: sha256(token),
    sessionSha256: sha256(sessionId),
    claimedMs: nowMs,
    expiresMs: Math.min(nowMs + policy.grantMs, exception.dueMs),
  };
  return { exception: next(exception, { grant }), token };
}

/**
 * Uses a grant up. Write the exception that this gives **before** the first byte is sent: two requests at once then conflict,
 * and one of them gets nothing.
 * Error: {@link ExceptionRefused} `exception/wrong-token`, `exception/other-session`, `exception/used`, `exception/too-late`.
 */
export function useGrant(exception: Exception, token: string, sessionId: string, nowMs: number): Exception {
  const { grant } = exception;
  // The token comes first: who does not have it learns nothing about the exception.
  if (grant === undefined || !isEqual(grant.tokenSha256, sha256(token)))
    throw new ExceptionRefused('exception/wrong-token');
  if (!isEqual(grant.sessionSha256, sha256(sessionId))) throw new ExceptionRefused('exception/other-session');
  if (exception.state === 'fetched') throw new ExceptionRefused('exception/used');
  expectStep(exception, 'released', nowMs);
  if (nowMs >= grant.expiresMs) throw new ExceptionRefused('exception/too-late');
  return next(exception, { state: 'fetched', fetchedMs: nowMs });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Both are digests, so they have the same length; the time to compare says nothing of where they differ. */
function isEqual(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one, 'hex'), Buffer.from(other, 'hex'));
}
