import type { FilterDescription, TermDescription } from '@harrier/analyze';
import { decimalText } from '../../captures/quantity.ts';

/** What the terms of the filter language mean, in one language. Every key of the parser's table has a name here. */
export interface FilterWords {
  /** What a key looks at, as the subject of a condition: `host`, `waiting time`. */
  readonly keys: Readonly<Record<string, string>>;
  /** Properties behind `is:`. */
  readonly marks: Readonly<Record<string, string>>;
  /** A condition on a text; `subject` is one of `keys`, or a header with its name. */
  readonly how: Readonly<
    Record<
      'contains' | 'literal' | 'equals' | 'any-of' | 'tracking' | 'matches' | 'differs' | 'starts' | 'ends',
      (subject: string, value: string) => string
    >
  > & { readonly present: (subject: string) => string };
  /** A condition on a number; limits with their units, `undefined` = none. */
  range(subject: string, from: string | undefined, to: string | undefined): string;
  not(condition: string): string;
  readonly and: string;
  readonly or: string;
  /** A property that no capture records, so that nothing matches. */
  readonly neverRecorded: string;
}

/** A filter, or a part of it, in words. */
export function tellFilter(description: FilterDescription, words: FilterWords): string {
  switch (description.type) {
    case 'and':
    case 'or': {
      const parts = description.parts.map((part) =>
        part.type === 'and' || part.type === 'or' ? `(${tellFilter(part, words)})` : tellFilter(part, words),
      );
      return parts.join(words[description.type]);
    }
    case 'not':
      return words.not(tellFilter(description.part, words));
    case 'term':
      return tellTerm(description, words);
  }
}

function tellTerm(term: TermDescription, words: FilterWords): string {
  const name = words.keys[term.key] ?? term.key;
  const subject = term.name === undefined ? name : `${name} ${term.name}`;
  switch (term.kind) {
    case 'mark': {
      const marks = term.marks.map((mark) => words.marks[mark] ?? mark).join(words.or);
      return term.observable ? marks : `${marks} (${words.neverRecorded})`;
    }
    case 'number':
      return term.ranges
        .map(([from, to]) =>
          words.range(
            subject,
            from > 0 ? quantity(from, term.unit) : undefined,
            to < Number.POSITIVE_INFINITY ? quantity(to, term.unit) : undefined,
          ),
        )
        .join(words.or);
    case 'text': {
      if (term.how === 'present') return words.how.present(subject);
      const tell = words.how[term.how as Exclude<keyof FilterWords['how'], 'present'>];
      return tell === undefined ? `${subject} ${term.how} ${term.value}` : tell(subject, term.value);
    }
  }
}

function quantity(value: number, unit: 'status' | 'bytes' | 'ms'): string {
  if (unit === 'status') return String(Math.round(value));
  // Limits that exclude their end are the next number that a computer knows.
  const rounded = Number(value.toPrecision(6));
  const [perUnit, name] = unitOf(rounded, unit);
  return `${decimalText(rounded / perUnit)} ${name}`;
}

function unitOf(value: number, unit: 'bytes' | 'ms'): readonly [perUnit: number, name: string] {
  if (unit === 'ms') return value >= 1000 ? [1000, 's'] : [1, 'ms'];
  if (value >= 1e6) return [1e6, 'MB'];
  return value >= 1000 ? [1000, 'kB'] : [1, 'B'];
}
