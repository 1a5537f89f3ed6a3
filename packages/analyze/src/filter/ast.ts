/** A filter as a tree. `and` without parts lets everything through. */
export type FilterNode = FilterAnd | FilterOr | FilterNot | FilterTerm;

export interface FilterAnd {
  readonly type: 'and';
  readonly parts: readonly FilterNode[];
}

export interface FilterOr {
  readonly type: 'or';
  readonly parts: readonly FilterNode[];
}

export interface FilterNot {
  readonly type: 'not';
  readonly part: FilterNode;
}

/** One condition, e.g. `status:>=400`, `header[trackingid]^=ATLAS_`, `"free text"`. */
export interface FilterTerm {
  readonly type: 'term';
  /** A key of the table (aliases resolved); `text` for free text and free regular expressions. */
  readonly key: string;
  /** What stands in square brackets, e.g. a header's name. */
  readonly name?: string;
  readonly operator: FilterOperator;
  /** Without quotes, and without the slashes of a regular expression. */
  readonly value: string;
  /** Place in the expression, UTF-16 units, half-open [start, end). */
  readonly start: number;
  readonly end: number;
}

/**
 * `is` what the key itself means by `:` (`domain:` matches a wildcard, `larger-than:` compares) ·
 * `matches` a regular expression · `present` the name in brackets is there at all.
 */
export type FilterOperator =
  | 'is'
  | 'contains'
  | 'matches'
  | 'equals'
  | 'differs'
  | 'starts'
  | 'ends'
  | '>='
  | '<='
  | '>'
  | '<'
  | 'present';

/**
 * What was not understood, and where. The parser goes on: a term that means nothing is searched as
 * literal text, as DevTools does, and a missing operand is left out.
 */
export interface FilterProblem {
  readonly code: FilterProblemCode;
  /** `note`: valid, read in DevTools' way · `error`: surely not what was meant. */
  readonly severity: 'note' | 'error';
  /** Half-open [start, end) in the expression. */
  readonly start: number;
  readonly end: number;
}

/**
 * `unknown-key` taken as text · `missing-value`, `bad-value` of a known key, taken as text ·
 * `bad-regex` broken, too large, or with look-around or back-references; taken as text ·
 * `missing-operand` an operator with nothing beside it, or `()` · `unclosed-parenthesis` ·
 * `too-deep`, `too-long` · `not-observable` no capture records this, so the term matches nothing.
 */
export type FilterProblemCode =
  | 'unknown-key'
  | 'missing-value'
  | 'bad-value'
  | 'bad-regex'
  | 'missing-operand'
  | 'unclosed-parenthesis'
  | 'too-deep'
  | 'too-long'
  | 'not-observable';
