import type { Actor, Exception, ExceptionScope, ReasonCode } from './exception.ts';
import type { ExceptionPolicy } from './exception-policy.ts';
import { ExceptionRefused } from './exception-refusal.ts';
import { signed } from './steps.ts';

/** What somebody asks for. */
export interface ExceptionRequest {
  readonly id: string;
  readonly tenantId: string;
  readonly caseRef: string;
  readonly intakeId: string;
  readonly sealedSha256: string;
  readonly scope: ExceptionScope;
  readonly reason: { readonly code: ReasonCode; readonly text: string };
  readonly requesterKey: string;
}

/** What can be asked for of a sealed file: where no map was sealed with it, single values cannot be had. */
export type Offered = 'values-and-whole' | 'whole-only';

/**
 * Begins an exception. `earlier`: all others for the same sealed file, because the whole file is given only to somebody who
 * has seen single values of it and says why they were not enough.
 * Error: {@link ExceptionRefused}.
 */
export function requestException(
  request: ExceptionRequest,
  actor: Actor,
  earlier: readonly Exception[],
  policy: ExceptionPolicy,
  nowMs: number,
  offered: Offered = 'values-and-whole',
): Exception {
  if (!actor.roles.includes('engineer')) throw new ExceptionRefused('exception/not-allowed');
  const text = request.reason.text.trim();
  if (text.length < policy.leastReason) throw new ExceptionRefused('exception/reason-too-short');
  if (isEmpty(request.scope)) throw new ExceptionRefused('exception/empty-scope');
  if (request.scope.kind !== 'whole' && offered === 'whole-only')
    throw new ExceptionRefused('exception/no-values');
  const mayHaveWhole =
    offered === 'whole-only' ||
    policy.wholeAtOnce.includes(request.reason.code) ||
    earlier.some((other) => isNarrowerFetch(other, request, actor));
  if (request.scope.kind === 'whole' && !mayHaveWhole) throw new ExceptionRefused('exception/narrower-first');
  return {
    ...request,
    reason: { code: request.reason.code, text },
    version: 1,
    state: 'requested',
    requested: signed(actor, nowMs),
    dueMs: nowMs + policy.stepMs,
    consent: policy.needsConsent ? 'awaited' : 'not-needed',
  };
}

function isEmpty(scope: ExceptionScope): boolean {
  switch (scope.kind) {
    case 'values':
      return scope.pseudonyms.length === 0;
    case 'entries':
      return scope.entries.length === 0;
    case 'whole':
      return false;
  }
}

function isNarrowerFetch(other: Exception, request: ExceptionRequest, actor: Actor): boolean {
  return (
    other.tenantId === request.tenantId &&
    other.sealedSha256 === request.sealedSha256 &&
    other.state === 'fetched' &&
    other.scope.kind !== 'whole' &&
    other.requested.identity === actor.identity
  );
}
