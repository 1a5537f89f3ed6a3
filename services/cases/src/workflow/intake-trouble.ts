import { HarReadError } from '@harrier/har';
import type { IntakeTroubleCode } from '@harrier/knowledge';
import { SanitizeError } from '@harrier/sanitize';
import { CaseSystemError } from '../connectors/case-system-error.ts';
import { ObjectError } from '../objects/object-error.ts';
import { VaultError } from '../vault/index.ts';
import type { TroubleCode } from './intake.ts';

/** A step found that it cannot do what it should. */
export class IntakeTrouble extends Error {
  readonly code: IntakeTroubleCode;

  constructor(code: IntakeTroubleCode, message: string) {
    super(message);
    this.name = 'IntakeTrouble';
    this.code = code;
  }
}

/** The code of whatever a step threw. An error that nobody expected is a fault of ours, and its text stays out of the store. */
export function troubleCodeOf(error: unknown): TroubleCode {
  if (error instanceof IntakeTrouble || error instanceof CaseSystemError) return error.code;
  if (error instanceof ObjectError || error instanceof VaultError) return error.code;
  if (error instanceof SanitizeError) return 'intake/not-sanitized';
  if (error instanceof HarReadError) return 'intake/unreadable';
  return 'intake/internal';
}

/**
 * How often a step is begun before a person is asked. What may pass by itself is tried for about two hours (see
 * {@link retryDelayMs}); a copy that differs may have been cut on its way; what is certain is not tried again.
 */
export function mostAttempts(code: TroubleCode): number {
  switch (code) {
    case 'case-system/unreachable':
    case 'case-system/busy':
    case 'objects/unreachable':
    case 'intake/still-there':
      return 12;
    case 'case-system/unexpected':
    case 'intake/copy-differs':
    case 'intake/internal':
      return 3;
    default:
      return 1;
  }
}

/** The first wait; each one is twice the one before. */
const FIRST_WAIT_MS = 2000;

/** Longer waits help nobody: an hour's outage is over at most a quarter of an hour late. */
const LONGEST_WAIT_MS = 15 * 60 * 1000;

/**
 * How long to wait after so many attempts. What the case system asked for is obeyed; else 2, 4, 8 … seconds, spread by a
 * quarter so that intakes which failed together do not come back together. `spread` is 0 to 1.
 */
export function retryDelayMs(attempts: number, spread: number, retryAfterMs = 0): number {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.min(attempts - 1, 20), LONGEST_WAIT_MS);
  return Math.max(retryAfterMs, Math.round(wait * (0.75 + spread / 2)));
}

/** What the case system asked for, if it did. */
export function retryAfterOf(error: unknown): number | undefined {
  return error instanceof CaseSystemError ? error.retryAfterMs : undefined;
}
