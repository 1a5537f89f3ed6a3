import type { FilterNode, FilterOperator, FilterTerm } from './ast.ts';
import type { KeyOrigin, NumberKey, TextMeaning } from './keys/key.ts';
import type { NumberRanges } from './number-test.ts';
import { termTest } from './term-test.ts';

/** A filter as facts, for chips and sentences in any language. Words are `knowledge`'s. */
export type FilterDescription =
  | { readonly type: 'and' | 'or'; readonly parts: readonly FilterDescription[] }
  | { readonly type: 'not'; readonly part: FilterDescription }
  | TermDescription;

/** One condition. `start` and `end` are its place in the expression, as in `FilterTerm`. */
export type TermDescription = {
  readonly type: 'term';
  readonly key: string;
  readonly origin: KeyOrigin;
  readonly name?: string;
  readonly start: number;
  readonly end: number;
} & TermMeaning;

/** What a condition compares. Values are literals: never translate them. */
export type TermMeaning =
  | {
      readonly kind: 'text';
      readonly how: TextMeaning | Exclude<FilterOperator, 'is'>;
      readonly value: string;
    }
  /** Any of the ranges, ends included, in the unit; `Infinity` = no upper limit. */
  | { readonly kind: 'number'; readonly unit: NumberKey['unit']; readonly ranges: NumberRanges }
  /** Any of the properties. `observable: false` = a capture cannot say. */
  | { readonly kind: 'mark'; readonly marks: readonly string[]; readonly observable: boolean };

/** The facts of a tree that `parseFilter` gives. */
export function describeFilter(node: FilterNode): FilterDescription {
  switch (node.type) {
    case 'and':
    case 'or':
      return { type: node.type, parts: node.parts.map(describeFilter) };
    case 'not':
      return { type: 'not', part: describeFilter(node.part) };
    case 'term':
      return describeTerm(node);
  }
}

function describeTerm(term: FilterTerm): TermDescription {
  const test = termTest(term);
  if (test === undefined) throw new TypeError(`no filter term: ${term.key} ${term.operator}`);
  const { key, name, operator, value, start, end } = term;
  const head = {
    type: 'term',
    key,
    origin: test.key.origin,
    start,
    end,
    ...(name === undefined ? {} : { name }),
  } as const;
  switch (test.kind) {
    case 'text':
      return { ...head, kind: 'text', how: operator === 'is' ? test.key.means : operator, value };
    case 'number':
      return { ...head, kind: 'number', unit: test.key.unit, ranges: test.ranges };
    case 'mark':
      return {
        ...head,
        kind: 'mark',
        marks: test.names,
        observable: !test.marks.some((mark) => mark.unobservable),
      };
  }
}
