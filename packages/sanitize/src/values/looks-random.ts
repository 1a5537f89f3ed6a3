import { surpriseBits } from './surprise.ts';

/**
 * Whether a value looks drawn by a machine: an identifier, a key or a token, not words, not a plain number.
 * The last resort, for places where a credential may stand (`state=…`, a path segment after `/reset/`); it
 * never decides alone, because ids and hashes are as random as tokens.
 *
 * A value is random when its surprise reaches `1.9 × length + 9` bits, or when it is twelve or more hex digits
 * of both sorts (hex surprises less: its letters are few). Measured on 2,000 generated values a cell, and on
 * 3,917 names, words and identifiers of 8 characters and more out of public captures:
 *
 * | length | hex | base32 | lower case + digits | base64url | letters only | words wrongly called random |
 * |---|---|---|---|---|---|---|
 * | 8 | 56 % | 84 % | 87 % | 83 % | 80 % | 2.1 % |
 * | 12 | 90 % | 97 % | 98 % | 97 % | 95 % | 1.2 % |
 * | 16 | 99.9 % | 99.6 % | 99.8 % | 99.7 % | 98.6 % | 0.7 % |
 * | 24 | 100 % | 100 % | 100 % | 100 % | 99.7 % | 0.6 % |
 * | 32 | 100 % | 100 % | 100 % | 100 % | 99.9 % | 0.5 % |
 */
export function looksRandom(value: string): boolean {
  const length = value.length;
  if (length < MIN_LENGTH) return false;
  if (isMixedHex(value)) return true;
  return surpriseBits(value) >= 1.9 * Math.min(length, 256) + 9;
}

/** Shorter values surprise too little to be told from abbreviations (`fa-cc-jcb`, `vuejs`). */
const MIN_LENGTH = 8;

function isMixedHex(value: string): boolean {
  if (value.length < 12) return false;
  let digits = 0;
  let upper = 0;
  let lower = 0;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code >= 48 && code <= 57) digits++;
    else if (code >= 97 && code <= 102) lower++;
    else if (code >= 65 && code <= 70) upper++;
    else return false;
  }
  return digits >= 2 && lower + upper >= 2 && (lower === 0 || upper === 0);
}
