import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { type CredentialKind, credentialKinds } from '../credential-kind.ts';
import { encodeBase64 } from './base64-text.ts';
import { parseBasic } from './basic.ts';
import { fillFor, hiddenLength, lengthLetter, numericPseudonyms, pseudonymAlphabet } from './grammar.ts';
import { isPseudonymous } from './is-pseudonymous.ts';
import { parseCompactToken, sanitiseCompactToken } from './jwt.ts';
import { opaqueLengthBeforeOrgTail } from './org-tail.ts';

/** Replaces secrets by pseudonyms under one key. Pure: the same key and value give the same text for ever. */
export interface Pseudonymiser {
  /**
   * The pseudonym of a value: 20 ASCII characters that need no escaping anywhere. The hash is of the value
   * alone and the tag of the kind, so one value seen as a cookie and as a token shows the same twelve letters.
   * A value that is a pseudonym already comes back as it is.
   */
  readonly pseudonym: (kind: CredentialKind, value: string) => string;
  /** A 15-digit number in place of a secret that stands as a JSON number (a PIN), so that its type stays. */
  readonly numericPseudonym: (value: string) => number;
  /**
   * What stands in place of a secret, keeping what may stay: a JWT still decodes (see `keptClaims`), Basic
   * credentials decode to `pseudonym:pseudonym`, a token keeps its org tail; anything else is a plain pseudonym. What
   * was too long for a cookie or a field stays so.
   */
  readonly replace: (kind: CredentialKind, value: string) => string;
}

/** How JWTs are replaced. */
export interface PseudonymiserOptions {
  /** `keep-claims` (default) leaves a decodable token; `strip` replaces it whole. */
  readonly jwt?: 'keep-claims' | 'strip';
}

/** Replacements remembered: a capture repeats its tokens in every request. */
const MAX_REMEMBERED = 4096;

/** A shorter key could be searched. */
const MIN_KEY_BYTES = 32;

/**
 * Makes a pseudonymiser. HMAC-SHA-256 is a pseudorandom function, so without the key nobody can test a guess,
 * and two captures with different keys cannot be joined. Keep the key and the pseudonyms stay the same over the
 * captures of a case; throw it away and they cannot be undone.
 *
 * Sixty bits of it are shown: among a million different secrets two look alike with a chance of 4 in 10 million.
 */
export function createPseudonymiser(key: Uint8Array, options: PseudonymiserOptions = {}): Pseudonymiser {
  if (key.length < MIN_KEY_BYTES) throw new RangeError(`a pseudonym key has at least ${MIN_KEY_BYTES} bytes`);
  const encoder = new TextEncoder();
  const keyed = hmac.create(sha256, key);
  // A text and a number of the same spelling share nothing: the first byte tells the two uses apart.
  const mac = (use: 'text' | 'number', value: string): Uint8Array =>
    keyed
      .clone()
      .update(encoder.encode(`${use}\0${value}`))
      .digest();

  const pseudonym = (kind: CredentialKind, value: string): string => {
    if (isPseudonymous(value)) return value;
    const { tag, hidesLength } = credentialKinds[kind];
    return `hx-${tag}-${base32(mac('text', value))}${hidesLength ? hiddenLength : lengthLetter(value.length)}`;
  };

  const numericPseudonym = (value: string): number => {
    const bytes = mac('number', value);
    let number = 0;
    for (const byte of bytes.subarray(0, 6)) number = number * 256 + byte;
    return numericPseudonyms.first + (number % numericPseudonyms.count);
  };

  const replaceJwt = (kind: CredentialKind, token: string): string | undefined => {
    const parsed = options.jwt === 'strip' ? undefined : parseCompactToken(token);
    if (parsed === undefined) return undefined;
    const sanitised = sanitiseCompactToken(parsed, {
      text: (value) => pseudonym('identity', value),
      number: (value) => (isPseudonymous(String(value)) ? value : numericPseudonym(String(value))),
      signature: (value) => pseudonym('signature', value),
      part: (value) => pseudonym(kind === 'jwe' ? 'jwe' : 'jwt', value),
    });
    // A signature that was never there must not seem to be.
    return sanitised.endsWith('.') ? sanitised : sanitised + fillFor(sanitised, token.length, '-');
  };

  const replaceBasic = (token: string): string | undefined => {
    const parsed = parseBasic(token);
    if (parsed === undefined) return undefined;
    const user = parsed.user && pseudonym('user-name', parsed.user);
    const password = parsed.password && pseudonym('password', parsed.password);
    return encodeBase64(`${user}:${password}`);
  };

  const remembered = new Map<string, string>();
  const replace = (kind: CredentialKind, value: string): string => {
    const key = `${kind} ${value}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const replacement = replaceAnew(kind, value);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(key, replacement);
    return replacement;
  };

  const replaceAnew = (kind: CredentialKind, value: string): string => {
    if (isPseudonymous(value)) return value;
    const jwt = replaceJwt(kind, value);
    if (jwt !== undefined) return jwt;
    if (kind === 'basic') return replaceBasic(value) ?? pseudonym(kind, value);
    const opaque = opaqueLengthBeforeOrgTail(value);
    if (opaque !== undefined) return pseudonym(kind, value.slice(0, opaque)) + value.slice(opaque);
    const plain = pseudonym(kind, value);
    return credentialKinds[kind].hidesLength ? plain : plain + fillFor(plain, value.length, '.');
  };

  return { pseudonym, numericPseudonym, replace };
}

/** Twelve characters of base 32: the first sixty bits. */
function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && text.length < 12) {
      bits -= 5;
      text += pseudonymAlphabet[(held >>> bits) & 31] ?? '';
      held &= (1 << bits) - 1;
    }
    if (text.length === 12) break;
  }
  return text;
}
