/**
 * Parses JSON so that writing it again keeps numbers that a double cannot hold (19-digit ids, `1e999`): each comes
 * as a mark that {@link restoreNumbers} turns back into its digits. All other numbers are numbers.
 */
export function parseWithExactNumbers(json: string): unknown {
  return JSON.parse(mayHoldInexact.test(json) ? markNumbers(json) : json);
}

/** Puts the digits back in place of their marks, in text that JSON.stringify made. */
export function restoreNumbers(json: string): string {
  return json.includes(markWord) ? json.replace(writtenMark, '$1') : json;
}

/** The digits of a number that was kept as a mark; undefined for every other value. */
export function exactNumber(value: unknown): string | undefined {
  return typeof value === 'string' ? mark.exec(value)?.[1] : undefined;
}

/** A double holds 15 digits for sure, and exponents below 308. A quick look before the slow one. */
const mayHoldInexact = /\d{16}|\d\.\d{15}|[eE]\+?\d{3}/;
const significantDigits = 15;

// A mark's text is put into the file unquoted. Whoever makes a capture must not be able to write one, so it holds
// 128 bits that nobody knows before this program runs.
const markWord = `number as written ${crypto.getRandomValues(new BigUint64Array(2)).join('-')}`;
const mark = new RegExp(`^\\0${markWord} (\\S+)\\0$`);
const writtenMark = new RegExp(`"\\\\u0000${markWord} (\\S+?)\\\\u0000"`, 'g');

const quote = 0x22;
const backslash = 0x5c;

function markNumbers(json: string): string {
  const pieces: string[] = [];
  let kept = 0;
  for (let at = 0; at < json.length; ) {
    const code = json.charCodeAt(at);
    if (code === quote) {
      at = endOfString(json, at);
    } else if (isNumberPart(code)) {
      const end = endOfNumber(json, at);
      const digits = json.slice(at, end);
      if (isInexact(digits)) {
        pieces.push(json.slice(kept, at), `"\\u0000${markWord} ${digits}\\u0000"`);
        kept = end;
      }
      at = end;
    } else {
      at++;
    }
  }
  pieces.push(json.slice(kept));
  return pieces.join('');
}

function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json.charCodeAt(at) !== quote) at += json.charCodeAt(at) === backslash ? 2 : 1;
  return at + 1;
}

function endOfNumber(json: string, start: number): number {
  let at = start;
  while (at < json.length && isNumberPart(json.charCodeAt(at))) at++;
  return at;
}

/** Digits, signs, point and the exponent's letter. Other tokens have none of them, but for the `e` in true and false. */
function isNumberPart(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    code === 0x2d ||
    code === 0x2b ||
    code === 0x2e ||
    (code | 0x20) === 0x65
  );
}

function isInexact(digits: string): boolean {
  const value = Number(digits);
  if (Number.isNaN(value)) return false;
  if (!Number.isFinite(value)) return true;
  return digits.replace(/[eE].*|\D/g, '').length > significantDigits && String(value) !== digits;
}
