import type { Language } from '../language.ts';
import type { Fixer } from './fixers/fixer.ts';

/** The id of a finding that a playbook defines: `playbook/<pack>/<finding>`. No table can list them. */
export type PlaybookFindingId = `playbook/${string}/${string}`;

/** Sentences of a playbook, with places for facts: see {@link fillSentence}. */
export interface PlaybookSentences {
  readonly verdict?: string;
  readonly explanation?: string;
  readonly nextStep?: string;
}

/** English is what every playbook has; a language that it lacks is told in English. */
export type PlaybookTexts = { readonly en: PlaybookSentences } & {
  readonly [Other in Exclude<Language, 'en'>]?: PlaybookSentences;
};

/** A name in the words of a language; a plain text is the same in all. */
export type PlaybookLabel = string | ({ readonly en: string } & { readonly [Other in Language]?: string });

/** What a playbook says about a finding: its own, or a more exact account of a rule's. */
export interface PlaybookTelling {
  readonly id: PlaybookFindingId;
  readonly texts: PlaybookTexts;
  /** Lists of names, by list and key, for places such as `{features|feature}`. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, PlaybookLabel>>>>;
  readonly fixer?: Fixer;
  /** What the sentences may name. */
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * Fills a playbook's sentence. `{name}` is a fact, `{name|list}` the fact's parts (separated by a comma and a blank) by
 * their labels, with the written key behind each; a key that the list does not know is shown as it is. What stands between
 * `[[` and `]]` is left out where one of its facts is missing.
 */
export function fillSentence(sentence: string, telling: PlaybookTelling, language: Language): string {
  const whole = sentence.replace(/\[\[((?:[^\]]|\](?!\]))*)\]\]/g, (_, part: string) =>
    [...part.matchAll(place)].every(([, name = '']) => fact(telling, name) !== undefined) ? part : '',
  );
  return whole
    .replace(place, (_, name: string, list: string | undefined) => {
      const value = fact(telling, name) ?? '?';
      return list === undefined ? value : labelled(value, telling.labels[list] ?? {}, language);
    })
    .trim();
}

/** Linear: names are bounded runs between braces. */
const place = /\{([A-Za-z]\w{0,40})(?:\|([A-Za-z]\w{0,40}))?\}/g;

function fact({ facts }: PlaybookTelling, name: string): string | undefined {
  const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
  return value === '' ? undefined : value;
}

function labelled(
  value: string,
  labels: Readonly<Record<string, PlaybookLabel>>,
  language: Language,
): string {
  return value
    .split(', ')
    .map((key) => {
      const label = Object.hasOwn(labels, key) ? labels[key] : undefined;
      if (label === undefined) return key;
      return `${typeof label === 'string' ? label : (label[language] ?? label.en)} (${key})`;
    })
    .join(', ');
}
