import { type CredentialKind, credentialKinds } from '../credential-kind.ts';

/**
 * The grammar of our pseudonyms, the one place that knows it:
 *
 *     text   = "hx-" tag "-" hash length        20 characters, `hx-tok-7k3m9qp2rt5w6`
 *     tag    = three letters of the kind         `credentialKinds`
 *     hash   = 12 characters of Crockford's base 32, lower case: 60 bits of the keyed hash
 *     length = one character: the value's length class, or `z` where it is hidden
 *     fill   = "." up to the length of a value that was very long; "-" at the end of a JWT
 *     number = 777 and 12 digits                  15 digits, exact in a double; a JSON number stays a number
 *
 * All of it is `[0-9a-z-]`, and the fill `.`: nothing to escape in JSON, URLs, XML, header fields and cookies. Without
 * the fill it is valid base64url of a length that decodes (20 = 5 × 4), and no provider's token looks like it. Sanitizing
 * twice gives the same as once because every detector leaves a text of this grammar alone.
 */
export const pseudonymLength = 20;

/** Crockford's base 32 without i, l, o and u: no look-alikes and no words. */
export const pseudonymAlphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** What stands for the length of a value whose length would help a guesser. */
export const hiddenLength = 'z';

const TAG_TO_KIND = new Map<string, CredentialKind>(
  Object.entries(credentialKinds).map(([kind, { tag }]) => [tag, kind as CredentialKind]),
);

const PSEUDONYM = /^hx-([a-z]{3})-[0-9a-hjkmnp-tv-z]{13}$/;

/** Smallest and largest numeric pseudonym. A secret that is one of them by chance: 1 of 10,000 15-digit numbers. */
export const numericPseudonyms = { first: 777_000_000_000_000, count: 1_000_000_000_000 } as const;

/** Whether a text is one of our pseudonyms, whole. */
export function isPseudonym(text: string): boolean {
  return pseudonymKind(text) !== undefined;
}

/**
 * From so many characters on a value keeps its length: browsers throw a cookie away whose name and value have more than
 * 4,096 bytes together, of which the name is the smaller half, and servers refuse requests whose fields are too long.
 */
const FILLED_FROM = 2048;

/** Longer fields pass nowhere; more would tell nothing. */
const FILLED_TO = 16_384;

/** The characters that make up for what a replacement is shorter than its value, where the length of that matters. */
export function fillFor(replacement: string, length: number, sign: '.' | '-'): string {
  if (length < FILLED_FROM) return '';
  return sign.repeat(Math.max(0, Math.min(length, FILLED_TO) - replacement.length));
}

/** A text without the fill at its end. */
export function withoutFill(text: string, sign: '.' | '-'): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === sign) end--;
  return text.slice(0, end);
}

/** The kind a pseudonym stands for; `undefined` when the text is none of ours. */
export function pseudonymKind(text: string): CredentialKind | undefined {
  if (text.length !== pseudonymLength) return undefined;
  const tag = PSEUDONYM.exec(text)?.[1];
  return tag === undefined ? undefined : TAG_TO_KIND.get(tag);
}

/** Whether a number is one of our numeric pseudonyms. */
export function isNumericPseudonym(value: number): boolean {
  const { first, count } = numericPseudonyms;
  return Number.isInteger(value) && value >= first && value < first + count;
}

/** Whether a pseudonym of ours begins at `index` of `text`. */
export function isPseudonymAt(text: string, index: number): boolean {
  return text.startsWith('hx-', index) && isPseudonym(text.slice(index, index + pseudonymLength));
}

/**
 * The shortest and longest value a pseudonym may stand for, in UTF-16 units; `undefined` where the length is
 * hidden. Classes double: 1, 2–3, 4–7 … 16,384 and more.
 */
export function lengthClass(pseudonym: string): { readonly min: number; readonly max: number } | undefined {
  const letter = pseudonym.at(-1);
  if (!isPseudonym(pseudonym) || letter === undefined || letter === hiddenLength) return undefined;
  const step = pseudonymAlphabet.indexOf(letter);
  return { min: 2 ** step, max: step >= LAST_CLASS ? Number.POSITIVE_INFINITY : 2 ** (step + 1) - 1 };
}

/** The character for a value's length class. */
export function lengthLetter(length: number): string {
  const step = Math.min(LAST_CLASS, Math.max(0, Math.floor(Math.log2(Math.max(1, length)))));
  return pseudonymAlphabet[step] ?? hiddenLength;
}

/** 16,384 UTF-16 units: above any header limit, so longer classes would tell nothing more. */
const LAST_CLASS = 14;
