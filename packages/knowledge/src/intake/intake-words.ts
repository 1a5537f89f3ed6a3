import type { CaseErrorCode } from '../error/case-error-code.ts';
import type { PurgeLevel, ResidualCopy } from '../purge/purge.ts';
import type { ErrorSentences } from '../words.ts';

/**
 * What a case is told about a capture that was attached to it. Plain sentences: the reader may be the customer. Numbers
 * come as text, written as the language writes them.
 */
export interface IntakeNoteWords {
  /** First line where the original is gone. */
  readonly replaced: string;
  /** First line where the original is still there. */
  readonly originalStays: string;
  /** `name` is a file in the case. */
  clean(file: { readonly name: string; readonly bytes: string; readonly sha256: string }): string;
  found(credentials: string, places: string): string;
  /** The original was damaged, and the clean file has what is whole of it. */
  readonly repaired: string;
  droppedBodies(bodies: string): string;
  /** Captures in the same archive that only the sealed original has. */
  otherCaptures(captures: string): string;
  sealed(file: {
    readonly name: string;
    readonly bytes: string;
    readonly sha256: string;
    readonly keys: string;
  }): string;
  /** Behind the name of a file that the case system would not take for its size. */
  readonly keptInVault: string;
  original(sha256: string, bytes: string): string;
  readonly removal: Readonly<
    Record<'removed' | 'was-gone' | 'not-removable' | 'forbidden' | 'replaced', string>
  >;
  readonly purge: Readonly<Record<PurgeLevel, string>>;
  /** `date` is ISO 8601, of when a bin is emptied. */
  binUntil(date: string): string;
  residual(copies: string): string;
  readonly residualCopy: Readonly<Record<ResidualCopy, string>>;
  readonly listSeparator: string;
  /** Whoever could see the original meanwhile has the credentials in it. */
  readonly revoke: string;
  /** How to ask for the original. */
  exception(mark: string): string;
  /** An organisation keeps sealed originals for so many days; this one is gone. */
  expired(days: string): string;
  audit(head: string): string;
  link(url: string): string;
}

/** Everything that is said about cases. */
export interface CaseWords {
  readonly errors: Readonly<Record<CaseErrorCode, ErrorSentences>>;
  readonly note: IntakeNoteWords;
}
