import type { SecretSpan } from '../secret-span.ts';
import { harmlessReason, unlikelyReason } from '../values/harmless.ts';
import { nameMeaning } from './name-meaning.ts';
import { MIN_TOKEN_LENGTH, passesGuard } from './value-guard.ts';

/** How hard a policy is on values that look harmless: `strict` spares no cookie. */
export type Strictness = 'default' | 'strict';

/**
 * What of a cookie's value goes. Sessions hide under any name, so every value goes unless it cannot be a
 * credential: under six characters, a locale, the region of a cloud, a boolean, a small number, a plain word of consent
 * or theme.
 * The name gives the kind where it says more than "cookie". Quotation marks around the value stay.
 * Spec: RFC 6265 §4.1.1.
 */
export function cookieSpan(name: string, value: string, strictness: Strictness): SecretSpan | undefined {
  const quoted = value.length >= 2 && value.startsWith('"') && value.endsWith('"');
  const start = quoted ? 1 : 0;
  const end = value.length - start;
  const text = value.slice(start, end);
  if (harmlessReason(text) !== undefined) return undefined;
  const row = nameMeaning('cookie', name)?.row;
  if (row !== undefined && passesGuard(row, name, text, 'string'))
    return { start, end, kind: row.kind, rule: row.rule };
  const spared = text.length < MIN_TOKEN_LENGTH || unlikelyReason(text) !== undefined;
  return spared && strictness === 'default' ? undefined : { start, end, kind: 'cookie', rule: 'name/cookie' };
}

/** The spans of a Cookie field, `a=1; b=2`. Names and separators stay. Spec: RFC 6265 §4.2.1. */
export function cookieFieldSpans(field: string, strictness: Strictness): SecretSpan[] {
  const spans: SecretSpan[] = [];
  let at = 0;
  for (const pair of field.split(';')) {
    spans.push(...pairSpans(pair, at, strictness));
    at += pair.length + 1;
  }
  return spans;
}

/**
 * The spans of a Set-Cookie field: the value of its first pair; attributes (Path, SameSite, Secure, Max-Age) stay,
 * for they are what cookie faults are diagnosed with. Several fields may stand in one: a line each, or behind commas.
 * Seen in: Chrome exports (joined by line ends); what was recorded with fetch, which joins fields by commas (Fetch §2.2.2).
 */
export function setCookieFieldSpans(field: string, strictness: Strictness): SecretSpan[] {
  const spans: SecretSpan[] = [];
  let at = 0;
  for (const line of field.split('\n')) {
    for (const { start, end } of pairsOf(line))
      spans.push(...pairSpans(line.slice(start, end), at + start, strictness));
    at += line.length + 1;
  }
  return spans;
}

/** Where the pairs of the cookies stand in one line, half-open: what is in front of the attributes of each. */
function pairsOf(line: string): { readonly start: number; readonly end: number }[] {
  const pairs: { start: number; end: number }[] = [];
  for (let start = 0; start >= 0; ) {
    const end = endOfPair(line, start);
    pairs.push({ start, end });
    // Only behind attributes: in front of them a comma is a part of the value. That of a date has no name behind it.
    NEXT_COOKIE.lastIndex = end;
    start = NEXT_COOKIE.test(line) ? NEXT_COOKIE.lastIndex : -1;
  }
  return pairs;
}

const NEXT_COOKIE = /,[ \t]{0,8}(?=[\w!#$%&'*+.^`|~-]{1,256}=)/g;

/** A semicolon in quotation marks ends no value for the servers that wrote it there. Spec: RFC 2109 §4.1. */
function endOfPair(line: string, start: number): number {
  const semicolon = endAt(line, line.indexOf(';', start));
  const quote = line.slice(start, semicolon).indexOf('="');
  const close = quote < 0 ? -1 : line.indexOf('"', start + quote + 2);
  return close < 0 ? semicolon : endAt(line, line.indexOf(';', close));
}

function endAt(line: string, found: number): number {
  return found < 0 ? line.length : found;
}

function pairSpans(pair: string, at: number, strictness: Strictness): SecretSpan[] {
  const equals = pair.indexOf('=');
  // A pair without a name is a value without one; browsers send it like that.
  const name = equals < 0 ? '' : pair.slice(0, equals).trim();
  const from = equals + 1;
  const raw = pair.slice(from);
  const lead = raw.length - raw.trimStart().length;
  const span = cookieSpan(name, raw.trim(), strictness);
  if (span === undefined) return [];
  const offset = at + from + lead;
  return [{ ...span, start: offset + span.start, end: offset + span.end }];
}
