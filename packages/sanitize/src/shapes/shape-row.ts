import type { CredentialKind } from '../credential-kind.ts';

/**
 * One provider's credential format. A row is tried only where one of its literals stands, so a scanner that
 * finds literals fast makes two hundred rows cost little more than one.
 */
export interface ShapeRow {
  /** Stable id, `shape/<provider>-<what>`. */
  readonly id: `shape/${string}`;
  readonly kind: CredentialKind;
  /** Who issues it, or the specification's name. */
  readonly provider: string;
  /** Where the format is described. */
  readonly source: string;
  /** Fixed ASCII texts of three characters and more, one of which every credential of this row holds. */
  readonly literals: readonly string[];
  /** The literals (and the pattern) are met in any case of letters. Default: as written. */
  readonly anyCase?: true;
  /** How many characters of the pattern stand before the literal. Default 0: the pattern begins with it. */
  readonly leadIn?: number;
  /**
   * What is tried at the literal (minus `leadIn`): a pattern, anchored there, whose first group is what goes
   * (all of it when it has none); or a scanner for what no short pattern describes. Patterns have bounded
   * repeats and no choice of two ways to read the same character, see `patterns.test.ts`.
   */
  readonly pattern: RegExp | ShapeScan;
  /**
   * How it ends. `open` (default): whatever further token characters follow belong to it, because providers
   * lengthen their formats. `exact`: it must end there, for formats whose literal alone proves little.
   */
  readonly ends?: 'open' | 'exact';
  /** `token` (default): must not be the tail of a longer word. `anywhere`: the literal proves enough. */
  readonly begins?: 'token' | 'anywhere';
  /** Shannon entropy, bits a character, below which it is a placeholder. Default 2; words have 2.5 to 3.5. */
  readonly minEntropy?: number;
  /** A check of what was found: a check digit, a decoding that must succeed. */
  readonly isValid?: (secret: string) => boolean;
  /**
   * Samples that must be found, as templates `grow` fills with random characters: `ghp_<alnum:36>`;
   * `<~digit:9>` grows a part that stays.
   */
  readonly leak: readonly string[];
  /** Look-alikes that must stay, as templates. */
  readonly ok: readonly string[];
}

/** Reads what stands at `at`; returns the stretch that goes, half-open, or `undefined`. */
export type ShapeScan = (
  text: string,
  at: number,
) => { readonly start: number; readonly end: number } | undefined;
