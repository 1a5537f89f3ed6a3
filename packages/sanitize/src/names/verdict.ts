import type { CredentialKind } from '../credential-kind.ts';
import type { SecretSpan } from '../secret-span.ts';

/** What a name and its place make of a value. */
export interface NameVerdict {
  readonly kind: CredentialKind;
  /** Stable id of the rule, `name/password`. */
  readonly rule: string;
  /** What of the value goes, in order and apart; never empty. Offsets into the value as given. */
  readonly parts: readonly SecretSpan[];
  /**
   * `certain`: the name says credential. `suspect`: the name often means something else and the value's look
   * decided; such a value is not worth removing from prose where it happens to stand as well.
   */
  readonly certainty: 'certain' | 'suspect';
}

/** A verdict over parts; `undefined` when nothing of the value goes. The first part gives its kind and rule. */
export function verdictOf(
  parts: readonly SecretSpan[],
  certainty: NameVerdict['certainty'],
): NameVerdict | undefined {
  const first = parts[0];
  return first === undefined ? undefined : { kind: first.kind, rule: first.rule, parts, certainty };
}
