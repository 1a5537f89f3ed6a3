import type { ValueRules } from '../head.ts';
import type { LinePattern } from '../line-pattern.ts';

/** What the kinds of format are made from. */
export interface FormatParts {
  readonly rules: ValueRules;
  readonly patterns: readonly LinePattern[];
  readonly inBody: readonly LinePattern[];
}
