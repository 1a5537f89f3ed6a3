import type { CredentialKind } from './credential-kind.ts';

/**
 * A stretch of a text that must not survive sanitizing. Half-open [start, end), UTF-16 offsets into the text
 * that was judged. Carries no characters of the secret, so it may be logged and reported.
 */
export interface SecretSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: CredentialKind;
  /** Stable id of the rule that found it: `name/password`, `shape/github-token`. */
  readonly rule: string;
}
