import { bytesToLatin1 } from '../content/bytes.ts';
import { copyText } from '../content/copy-text.ts';
import type { CredentialKind } from '../credential-kind.ts';
import { isPseudonymous } from '../pseudonyms/is-pseudonymous.ts';
import type { SecretSpan } from '../secret-span.ts';
import { harmlessReason, unlikelyReason } from '../values/harmless.ts';
import { looksRandom } from '../values/looks-random.ts';
import { isUuid } from '../values/uuid.ts';
import { GramIndex, MIN_NEEDLE_LENGTH, type NeedleHit } from './gram-index.ts';
import { type Spelling, spellingsOf } from './spellings.ts';

/** Why a removed value is not looked for elsewhere: removing it there would take what is no secret. */
export type UnsweptReason = 'short' | 'common' | 'id';

/** A removed value met again: what it stands for, and in which spelling. */
export interface LearnedSpan extends SecretSpan {
  readonly value: string;
  readonly spelling: Spelling;
}

/** Below it a value counts only where no letter or digit touches it. */
const FREE_STANDING_LENGTH = 12;

/**
 * The values that were found to be secret anywhere in a capture, to be found everywhere in it. Learn first, then find:
 * the first search closes the list.
 */
export class LearnedSecrets {
  readonly #kinds = new Map<string, CredentialKind>();
  readonly #unswept = new Map<string, UnsweptReason>();
  #index: GramIndex | undefined;
  #needles: { readonly value: string; readonly spelling: Spelling }[] = [];

  /** Those that were learned elsewhere, in the order in which they were. */
  static of(kinds: Iterable<readonly [value: string, kind: CredentialKind]>): LearnedSecrets {
    const learned = new LearnedSecrets();
    for (const [value, kind] of kinds) learned.#kinds.set(value, kind);
    return learned;
  }

  /** How many values are looked for. */
  get size(): number {
    return this.#kinds.size;
  }

  /** Values that were removed where they stood and are not looked for elsewhere, counted by reason. */
  get unswept(): Readonly<Partial<Record<UnsweptReason, number>>> {
    const counts: Partial<Record<UnsweptReason, number>> = {};
    for (const reason of this.#unswept.values()) counts[reason] = (counts[reason] ?? 0) + 1;
    return counts;
  }

  values(): Iterable<string> {
    return this.#kinds.keys();
  }

  kinds(): Iterable<readonly [value: string, kind: CredentialKind]> {
    return this.#kinds;
  }

  learn(value: string, kind: CredentialKind, certainty: 'certain' | 'suspect'): void {
    if (this.#kinds.has(value) || this.#unswept.has(value)) return;
    if (isPseudonymous(value) || harmlessReason(value) !== undefined) return;
    const reason = reasonNotToSweep(value, kind, certainty);
    if (reason === undefined) this.#kinds.set(copyText(value), kind);
    else if (this.#unswept.size < MAX_UNSWEPT) this.#unswept.set(copyText(value), reason);
  }

  /**
   * Where removed values may stand in the bytes of JSON: nowhere else do they stand in a string without an escape that
   * could be spared. In no order, and whatever touches them.
   */
  findWritten(json: Uint8Array): readonly NeedleHit[] {
    if (this.#kinds.size === 0) return NO_HITS;
    this.#index ??= this.#buildIndex();
    return this.#index.findInBytes(json);
  }

  /** Where removed values stand in a text, apart and in order; the longest of those that begin together. */
  find(text: string): readonly LearnedSpan[] {
    if (this.#kinds.size === 0 || text.length < MIN_NEEDLE_LENGTH) return NO_SPANS;
    this.#index ??= this.#buildIndex();
    const hits = this.#index.find(text);
    if (hits.length === 0) return NO_SPANS;
    hits.sort((a, b) => a.start - b.start || b.end - a.end);
    const spans: LearnedSpan[] = [];
    let end = 0;
    for (const hit of hits) {
      const needle = this.#needles[hit.needle];
      if (needle === undefined || hit.end <= end) continue;
      const { value, spelling } = needle;
      if (needsRoom(value, spelling) && !standsFree(text, hit.start, hit.end)) continue;
      const kind = this.#kinds.get(value) ?? 'access-token';
      spans.push({ start: Math.max(hit.start, end), end: hit.end, kind, rule: 'learned', value, spelling });
      end = hit.end;
    }
    return spans;
  }

  #buildIndex(): GramIndex {
    this.#needles = [];
    const texts: string[] = [];
    for (const value of this.#kinds.keys()) {
      for (const { text, spelling } of spellingsOf(value)) {
        if (text.length < MIN_NEEDLE_LENGTH) continue;
        this.#needles.push({ value, spelling });
        texts.push(text);
      }
    }
    // Behind all needles: what has none of them is only looked for where it is written.
    const { length } = texts;
    for (let at = 0; at < length; at++) {
      const written = asWritten(texts[at] as string);
      if (written !== texts[at]) texts.push(written);
    }
    return new GramIndex(texts);
  }
}

const NO_HITS: readonly NeedleHit[] = [];
const NO_SPANS: readonly LearnedSpan[] = [];

/** A text as it stands in JSON without needless escapes, one character a byte of UTF-8. */
function asWritten(text: string): string {
  if (/^[ !#-[\]-~]*$/.test(text)) return text;
  return bytesToLatin1(new TextEncoder().encode(JSON.stringify(text).slice(1, -1)));
}

/** Only counted; a hostile capture must not fill the memory with them. */
const MAX_UNSWEPT = 100_000;

/**
 * Passwords people choose can be words, codes are short numbers, and a cookie may hold the id of the user: such
 * values go where a name or a form says so, and stay where they mean something else.
 */
function reasonNotToSweep(
  value: string,
  kind: CredentialKind,
  certainty: 'certain' | 'suspect',
): UnsweptReason | undefined {
  if (value.length < MIN_NEEDLE_LENGTH) return 'short';
  if (TRACKING_ID.test(value)) return 'id';
  if (isUuid(value)) return kind === 'cookie' || certainty === 'suspect' ? 'id' : undefined;
  // Cookies go whatever they hold; of most of them nothing says that they are credentials.
  if (kind === 'cookie' && !looksRandom(value)) return 'common';
  if (certainty === 'suspect' && !(value.length >= FREE_STANDING_LENGTH && looksRandom(value)))
    return 'common';
  if (/^\d+$/.test(value)) return value.length < 12 ? 'common' : undefined;
  if (value.length >= 2 * FREE_STANDING_LENGTH) return undefined;
  if (unlikelyReason(value) !== undefined) return 'common';
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((sort) => sort.test(value)).length;
  if (value.length < FREE_STANDING_LENGTH) return classes >= 2 ? undefined : 'common';
  return classes >= 2 || looksRandom(value) ? undefined : 'common';
}

/** A service's name, a UUID, counters. It is what support searches by, whatever cookie it was copied into. */
const TRACKING_ID =
  /^[A-Za-z0-9-]{2,41}_[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}(?:_\d{1,9}){0,12}$/;

function needsRoom(value: string, spelling: Spelling): boolean {
  return value.length < FREE_STANDING_LENGTH && spelling !== 'base64';
}

function standsFree(text: string, start: number, end: number): boolean {
  return !isWordCharacter(text.charCodeAt(start - 1)) && !isWordCharacter(text.charCodeAt(end));
}

function isWordCharacter(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
