import type { FilterTerm } from './ast.ts';
import type { Mark, MarkKey, NumberKey, TextKey } from './keys/key.ts';
import { filterKey } from './keys/key-table.ts';
import { type NumberRanges, numberRanges } from './number-test.ts';
import { type TextTest, textTest } from './text-test.ts';

/** A term with its key looked up and its value understood. */
export type TermTest =
  | {
      readonly kind: 'text';
      readonly key: TextKey;
      readonly name: string;
      readonly test: TextTest;
      readonly negated: boolean;
    }
  | { readonly kind: 'number'; readonly key: NumberKey; readonly ranges: NumberRanges }
  | {
      readonly kind: 'mark';
      readonly key: MarkKey;
      readonly marks: readonly Mark[];
      readonly names: readonly string[];
    };

/** undefined = the value is not one of the key's: the parser takes the term as text then. */
export function termTest(term: FilterTerm): TermTest | undefined {
  const key = filterKey(term.key);
  switch (key?.kind) {
    case undefined:
      return undefined;
    case 'text': {
      const test = textTest(key.means, term.operator, term.value);
      const negated = term.operator === 'differs';
      return test === undefined ? undefined : { kind: 'text', key, name: term.name ?? '', test, negated };
    }
    case 'number': {
      const ranges = numberRanges(key, term.operator, term.value);
      return ranges === undefined ? undefined : { kind: 'number', key, ranges };
    }
    case 'mark': {
      const names = term.value.toLowerCase().split(/[|,]/);
      const isKnown = term.operator === 'is' && names.every((name) => Object.hasOwn(key.marks, name));
      return isKnown ? { kind: 'mark', key, names, marks: names.map((name) => key.marks[name]!) } : undefined;
    }
  }
}
