import { type Actor, type Exception, isEnded } from './exception.ts';
import { defaultExceptionPolicy } from './exception-policy.ts';
import { ExceptionRefused } from './exception-refusal.ts';
import { claimGrant } from './grant.ts';
import { approve, refuse, release, withdraw } from './steps.ts';

/** What somebody may do with an exception. */
export type ExceptionStep = 'approve' | 'refuse' | 'withdraw' | 'release' | 'claim';

/** The steps that somebody may take now: each is tried and thrown away, so that pages and rules cannot differ. */
export function nextSteps(exception: Exception, actor: Actor, nowMs: number): readonly ExceptionStep[] {
  if (isEnded(exception)) return [];
  const policy = defaultExceptionPolicy;
  const tries: Readonly<Record<ExceptionStep, () => unknown>> = {
    approve: () => approve(exception, actor, policy, nowMs),
    refuse: () => refuse(exception, actor, nowMs),
    withdraw: () => withdraw(exception, actor, nowMs),
    release: () => release(exception, actor, '', policy, nowMs),
    claim: () => claimGrant(exception, actor, '', policy, nowMs),
  };
  return (Object.keys(tries) as ExceptionStep[]).filter((step) => isAllowed(tries[step]));
}

function isAllowed(step: () => unknown): boolean {
  try {
    step();
    return true;
  } catch (error) {
    if (error instanceof ExceptionRefused) return false;
    throw error;
  }
}
