import type { NamePlace } from '../names/name-place.ts';
import { type NamedValue, nameVerdict } from '../names/name-verdict.ts';
import type { ValueType } from '../names/value-guard.ts';
import type { NameVerdict } from '../names/verdict.ts';
import type { ContentRules, MetSecret } from './content-rules.ts';
import { copyText } from './copy-text.ts';
import type { Nesting } from './nesting.ts';
import type { Replacer } from './replacer.ts';
import { scanShapes } from './shape-scan.ts';
import { isTellingName } from './telling-names.ts';

/** Rewrites what a name does not decide about. */
export interface TextRewriter {
  /** A text whose format its first characters tell. */
  rewriteText(text: string): string;
  /** A text that is no format. */
  rewritePlain(text: string): string;
}

/** What became of a value, and what was met in it. */
interface Remembered {
  readonly rewritten: string;
  readonly met: readonly MetSecret[];
  /** See {@link Watch}. */
  readonly isUnfolded: boolean;
}

/** Longer values seldom repeat. */
const MAX_REMEMBERED_LENGTH = 4096;

const MAX_REMEMBERED = 8192;

/** Takes credentials out of values that have a name: by the name where it says something, else by their content. */
export class NamedValues {
  readonly #rules: ContentRules;
  readonly #nesting: Nesting;
  readonly #replacer: Replacer;
  readonly #texts: TextRewriter;
  readonly #memo = new Map<string, Map<string, Map<string, Remembered>>>();
  #memoSize = 0;

  constructor(rules: ContentRules, nesting: Nesting, replacer: Replacer, texts: TextRewriter) {
    this.#rules = rules;
    this.#nesting = nesting;
    this.#replacer = replacer;
    this.#texts = texts;
  }

  /** Whether neither a policy nor a detector looks at a value for the sake of its name, in JSON. */
  saysNothing(name: string): boolean {
    return this.#rules.nameRule === undefined && !isTellingName(name);
  }

  /** Rewrites a value with a name; `type` is what stood there in JSON. */
  rewrite(place: NamePlace, name: string, text: string, type: ValueType = 'string'): string {
    if (text === '') return text;
    const isLoneNumber = type === 'number' && place === 'json' && this.saysNothing(name);
    // Numbers are looked at faster than they are found again, and hardly ever repeat.
    if (
      !isLoneNumber &&
      this.#nesting.isOnTop &&
      this.#nesting.steps.length === 0 &&
      text.length <= MAX_REMEMBERED_LENGTH
    )
      return this.#recall(place, name, text, type);
    return this.#nesting.within(name, () => this.#rewriteNamed(place, name, text, type));
  }

  /** A capture repeats its header fields by the thousand: each is looked at once. */
  #recall(place: NamePlace, name: string, text: string, type: ValueType): string {
    const places = type === 'string' ? place : `${type} ${place}`;
    let byName = this.#memo.get(places);
    let byText = byName?.get(name);
    const known = byText?.get(text);
    if (known !== undefined) {
      this.#replacer.tellAgain(known.met, known.isUnfolded);
      return known.rewritten;
    }
    const { rewritten, met } = this.#replacer.collect(() =>
      this.#nesting.within(name, () => this.#rewriteNamed(place, name, text, type)),
    );
    if (this.#memoSize >= MAX_REMEMBERED) {
      this.#memo.clear();
      this.#memoSize = 0;
      byName = undefined;
      byText = undefined;
    }
    if (byName === undefined) {
      byName = new Map();
      this.#memo.set(places, byName);
    }
    if (byText === undefined) {
      byText = new Map();
      byName.set(copyText(name), byText);
    }
    const kept = copyText(text);
    const { isUnfolded } = this.#replacer.watch;
    byText.set(kept, { rewritten: rewritten === text ? kept : rewritten, met, isUnfolded });
    this.#memoSize++;
    return rewritten;
  }

  #rewriteNamed(place: NamePlace, name: string, text: string, type: ValueType): string {
    const named = { place, name, value: text, valueType: type, strictness: this.#rules.strictness };
    const ruled = this.#rules.nameRule?.(named);
    if (ruled === 'keep') return text;
    const verdict = ruled ?? nameVerdict(named) ?? this.#decodedVerdict(named);
    if (verdict === undefined)
      return type === 'string' ? this.#texts.rewriteText(text) : this.#rewriteScalar(text, type);
    if (type === 'number') return this.#replacer.replaceNumber(text, verdict);
    let output = '';
    let at = 0;
    for (const part of verdict.parts) {
      output += this.#rewriteGap(text.slice(at, part.start));
      output += this.#replacer.replace(part, text.slice(part.start, part.end), verdict.certainty);
      at = part.end;
    }
    return output + this.#rewriteGap(text.slice(at));
  }

  /** A value that is percent-encoded though its place is not (`queryString[]` in some exports). */
  #decodedVerdict(named: NamedValue): NameVerdict | undefined {
    if (!/%[0-9A-Fa-f]{2}/.test(named.value) || named.place === 'json') return undefined;
    let decoded: string;
    try {
      decoded = decodeURIComponent(named.value);
    } catch {
      return undefined;
    }
    const verdict = nameVerdict({ ...named, value: decoded });
    if (verdict === undefined) return undefined;
    const { kind, rule, certainty } = verdict;
    return { kind, rule, certainty, parts: [{ start: 0, end: named.value.length, kind, rule }] };
  }

  #rewriteGap(text: string): string {
    return text.length < 6 ? text : this.#texts.rewritePlain(text);
  }

  #rewriteScalar(text: string, type: ValueType): string {
    if (type !== 'number' || text.length < 9) return text;
    const [span] = this.#rules.learned?.find(text) ?? [];
    if (span === undefined && scanShapes(text).length === 0) return text;
    const kind = span?.kind ?? 'card-number';
    return this.#replacer.replaceNumber(text, {
      kind,
      rule: span?.rule ?? 'shape/card-number',
      certainty: 'certain',
      parts: [],
    });
  }
}
