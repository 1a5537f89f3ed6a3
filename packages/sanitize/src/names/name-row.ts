import type { CredentialKind } from '../credential-kind.ts';
import type { NamePlace } from './name-place.ts';

/**
 * What a value must be like for its name to count.
 *
 * | guard | goes | for |
 * |---|---|---|
 * | `any` | whatever is not empty, a mark or a boolean | passwords: people choose words and short ones |
 * | `digits` | 3 to 24 characters with a digit, no blank; or what looks drawn by a machine | PINs, one-time codes |
 * | `token` | 6 and more characters; no plain words or prose, no locale, no small number | names that say credential |
 * | `random` | what also looks drawn by a machine | names that often mean something else (`state`, `code`) |
| `opaque` | what also is no UUID and no hex number | names that mostly stand before ids (`/sessions/`, `t=`) |
 */
export type ValueGuard = 'any' | 'digits' | 'token' | 'random' | 'opaque';

/** One concept: the names it goes by, and what its values are like. */
export interface NameRow {
  /** Stable id, `name/<concept>`. */
  readonly rule: `name/${string}`;
  readonly kind: CredentialKind;
  readonly guard: ValueGuard;
  /**
   * Names whose last words are these are meant, because the last word of a compound says what it is:
   * `user_password` is a password, `passwordPolicy` is a policy. Words parted by blanks, names by commas.
   */
  readonly ends: string;
  /** Names that are meant only as a whole: too common as last words (`code`, `state`, `pass`). */
  readonly whole?: string;
  /** Where the names count. Default: everywhere. */
  readonly places?: readonly NamePlace[];
  /** Shortest value that counts, in UTF-16 units; more than the guard asks. */
  readonly minLength?: number;
  /** Values that end in a UUID are ids, not credentials. */
  readonly uuidsStay?: true;
  /** JSON numbers under this name are counts, not credentials. */
  readonly numbersStay?: true;
  /** Where the names come from. */
  readonly source: string;
}
