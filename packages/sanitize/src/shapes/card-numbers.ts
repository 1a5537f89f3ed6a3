import type { SecretSpan } from '../secret-span.ts';
import { beginsToken } from './token-edges.ts';

/**
 * Payment card numbers: 14 to 19 digits, bare or in groups parted by one blank or hyphen, that begin like a
 * card of their length and carry the right check digit. One random 16-digit number in fifty passes, so a
 * number glued to letters, a dot or an underscore (decimals, ids) is not looked at.
 * Source: ISO/IEC 7812-1 (numbering, Annex B check digit); the networks' published ranges.
 */
export function findCardNumbers(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  let index = 0;
  while (index < text.length) {
    // Never inside a group: from its first digit there are even more.
    ENOUGH_DIGITS.lastIndex = index;
    const match = ENOUGH_DIGITS.exec(text);
    if (match === null) break;
    index = match.index;
    const run = readDigits(text, index);
    if (isCardNumber(run.digits, run.grouped) && standsAlone(text, index, run.end)) {
      spans.push({ start: index, end: run.end, kind: 'card-number', rule: 'shape/card-number' });
      index = run.end;
    } else {
      index = run.firstGroupEnd;
    }
  }
  return spans;
}

/** As many digits as the shortest card number has, across single separators. */
const ENOUGH_DIGITS = /\d(?:[ -]?\d){13}/g;

/** First digits and lengths of the large networks. */
const NETWORKS: readonly {
  readonly network: string;
  readonly begins: RegExp;
  readonly lengths: readonly number[];
}[] = [
  { network: 'Visa', begins: /^4/, lengths: [16, 19] },
  { network: 'Mastercard', begins: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { network: 'American Express', begins: /^3[47]/, lengths: [15] },
  { network: 'Discover', begins: /^(?:6011|64[4-9]|65)/, lengths: [16] },
  { network: 'Diners Club', begins: /^(?:30[0-5]|36|38)/, lengths: [14] },
  { network: 'JCB', begins: /^35(?:2[89]|[3-8])/, lengths: [16] },
  { network: 'UnionPay', begins: /^62/, lengths: [16, 17, 18, 19] },
];

function isCardNumber(digits: string, grouped: boolean): boolean {
  const network = NETWORKS.find(
    ({ begins, lengths }) => lengths.includes(digits.length) && begins.test(digits),
  );
  if (network === undefined) return false;
  if (new Set(digits).size === 1) return false;
  // Bare UnionPay lengths above 16 are mostly ids; in groups they are cards.
  if (digits.length > 16 && !grouped) return false;
  return hasCheckDigit(digits);
}

/** Whether the last digit is the check digit of the others. Source: ISO/IEC 7812-1 Annex B (Luhn). */
export function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Digits from `start`, across single blanks or hyphens that part groups of three to six digits. */
function readDigits(text: string, start: number) {
  let end = endOfGroup(text, start);
  const firstGroupEnd = end;
  let digits = text.slice(start, Math.min(end, start + TOO_MANY_DIGITS));
  const separator = text.charCodeAt(end);
  let grouped = false;
  if (separator === 32 || separator === 45) {
    let groupStart = start;
    while (
      text.charCodeAt(end) === separator &&
      isGroup(end - groupStart) &&
      digits.length < TOO_MANY_DIGITS
    ) {
      groupStart = end + 1;
      const groupEnd = endOfGroup(text, groupStart);
      if (!isGroup(groupEnd - groupStart)) break;
      digits += text.slice(groupStart, groupEnd);
      end = groupEnd;
      grouped = true;
    }
  }
  return { digits, grouped, end, firstGroupEnd };
}

/** One more than the longest card number. */
const TOO_MANY_DIGITS = 20;

function isGroup(length: number): boolean {
  return length >= 3 && length <= 6;
}

function endOfGroup(text: string, start: number): number {
  let end = start;
  for (let code = text.charCodeAt(end); code >= 48 && code <= 57; code = text.charCodeAt(end)) end++;
  return end;
}

function standsAlone(text: string, start: number, end: number): boolean {
  if (!beginsToken(text, start) || /[.+-]/.test(text[start - 1] ?? '')) return false;
  return !/^(?:[A-Za-z0-9_]|[.-]\d)/.test(text.slice(end, end + 2));
}
