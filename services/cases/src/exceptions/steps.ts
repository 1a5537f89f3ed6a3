import type { Actor, Exception, ExceptionState, Signature } from './exception.ts';
import type { ExceptionPolicy } from './exception-policy.ts';
import { ExceptionRefused } from './exception-refusal.ts';

/** The steps of an exception after its request: pure, each gives the next exception or throws {@link ExceptionRefused}. */

export function signed({ accountId, identity }: Actor, atMs: number): Signature {
  return { accountId, identity, atMs };
}

/** The customer agrees, or does not. Whoever records it has the right to speak for the customer; that is checked before. */
export function consent(exception: Exception, answer: 'given' | 'declined', nowMs: number): Exception {
  expectStep(exception, 'requested', nowMs);
  if (exception.consent !== 'awaited') throw new ExceptionRefused('exception/wrong-state');
  return answer === 'given'
    ? next(exception, { consent: 'given', answeredMs: nowMs })
    : next(exception, { state: 'declined', answeredMs: nowMs });
}

export function approve(
  exception: Exception,
  actor: Actor,
  policy: ExceptionPolicy,
  nowMs: number,
): Exception {
  if (!actor.roles.includes('approver')) throw new ExceptionRefused('exception/not-allowed');
  expectStep(exception, 'requested', nowMs);
  expectOther(actor, exception.requested);
  if (exception.consent === 'awaited') throw new ExceptionRefused('exception/consent-awaited');
  return next(exception, { state: 'approved', approved: signed(actor, nowMs), dueMs: nowMs + policy.stepMs });
}

/** An approver says no to a request, or a key holder to an approved one. */
export function refuse(exception: Exception, actor: Actor, nowMs: number): Exception {
  const role = exception.state === 'requested' ? 'approver' : 'key-holder';
  if (!actor.roles.includes(role)) throw new ExceptionRefused('exception/not-allowed');
  if (exception.state !== 'requested') expectStep(exception, 'approved', nowMs);
  else expectStep(exception, 'requested', nowMs);
  return next(exception, { state: 'refused', refused: signed(actor, nowMs) });
}

export function withdraw(exception: Exception, actor: Actor, nowMs: number): Exception {
  if (actor.accountId !== exception.requested.accountId) throw new ExceptionRefused('exception/not-allowed');
  if (exception.state !== 'requested' && exception.state !== 'approved')
    throw new ExceptionRefused('exception/wrong-state');
  return next(exception, { state: 'withdrawn', endedMs: nowMs });
}

/** The key holder hands over the release, of which only the digest is kept here. */
export function release(
  exception: Exception,
  actor: Actor,
  releaseSha256: string,
  policy: ExceptionPolicy,
  nowMs: number,
): Exception {
  if (!actor.roles.includes('key-holder')) throw new ExceptionRefused('exception/not-allowed');
  expectStep(exception, 'approved', nowMs);
  expectOther(actor, exception.requested);
  expectOther(actor, exception.approved);
  return next(exception, {
    state: 'released',
    released: signed(actor, nowMs),
    releaseSha256,
    dueMs: nowMs + policy.releaseMs,
  });
}

/** Ends what was not done in time; gives the same exception back when it is not due. */
export function lapse(exception: Exception, nowMs: number): Exception {
  const canLapse = ['requested', 'approved', 'released'].includes(exception.state);
  return canLapse && nowMs >= exception.dueMs
    ? next(exception, { state: 'lapsed', endedMs: nowMs })
    : exception;
}

/** The one place where versions are counted. */
export function next(exception: Exception, change: Partial<Exception>): Exception {
  return { ...exception, ...change, version: exception.version + 1 };
}

export function expectStep(exception: Exception, state: ExceptionState, nowMs: number): void {
  if (exception.state === 'lapsed') throw new ExceptionRefused('exception/too-late');
  if (exception.state !== state) throw new ExceptionRefused('exception/wrong-state');
  if (nowMs >= exception.dueMs) throw new ExceptionRefused('exception/too-late');
}

/** One person with two accounts is one person, and so is one account that changed its identity. */
function expectOther(actor: Actor, other: Signature | undefined): void {
  if (other === undefined) throw new ExceptionRefused('exception/wrong-state');
  if (actor.accountId === other.accountId || actor.identity === other.identity)
    throw new ExceptionRefused('exception/same-person');
}
