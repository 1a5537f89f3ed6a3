import { isHeaderBlock } from '../formats/header-block.ts';
import { mayBeTable } from '../formats/table.ts';
import { mayMean } from '../names/may-mean.ts';
import { nameMeaning } from '../names/name-meaning.ts';
import { nameVerdict } from '../names/name-verdict.ts';
import { MIN_TOKEN_LENGTH } from '../names/value-guard.ts';
import { isPseudonymous } from '../pseudonyms/is-pseudonymous.ts';
import { findCardNumbers } from '../shapes/card-numbers.ts';
import { beginsLikeText, HEAD_BYTES } from './bytes.ts';
import { isFiller, isNameCharacter, pairsMayTell, valueBehind } from './named-pairs.ts';
import { isSuspectAt, literalBits, literalHeads } from './shape-scan.ts';
import { spokenSecrets } from './spoken.ts';
import { isTellingName, MAX_ALIAS, NameTells, tellsAt, tellsOf, tellsOfCookies } from './telling-names.ts';
import { codesOf, NOT_ASCII } from './text-codes.ts';
import { mayBeMisread } from './wide-text.ts';

/** How a text will be read: as JSON, where names and values are told apart; or as code, styles, logs and prose. */
export type Reading = 'json' | 'plain';

/** As much of a text's beginning decides how it is read. */
export const READING_LENGTH = 1000;

/**
 * How a text of this media type will be read; `undefined` where only a proper look will do. JSON that begins late
 * (behind a guard, in lines), URLs and forms are read like JSON.
 */
export function readingOf(text: string, mimeType: string): Reading | undefined {
  const start = text.slice(0, READING_LENGTH);
  const first = /[^\s\uFEFF]/.exec(start)?.[0] ?? '';
  if (first === '<' || first === '-' || /^multipart|urlencoded|csv|tab-separated/i.test(mimeType))
    return undefined;
  const isCode =
    /javascript|ecmascript|css/i.test(mimeType) && first !== '{' && first !== '[' && first !== '"';
  // Without a blank it could be a URL all the same; a message with header fields is none, whatever it is called.
  return isCode && /\s/.test(start.trim()) && !isHeaderBlock(start) ? 'plain' : 'json';
}

/**
 * Whether a text certainly holds no credential, found out in one walk over its characters and without taking it apart.
 * `false` says nothing: whatever has an escape, a code, a telling name, a literal of a provider or readable base64 in
 * it has to be looked at properly. The law: what is beyond suspicion here, the rewriter gives back unchanged.
 */
export function isBeyondSuspicion(text: string, reading: Reading): boolean {
  // The names of a multipart body stand in no pair.
  if (text.includes('form-data')) return false;
  let hash = 0;
  let digits = 0;
  let digitsFrom = 0;
  let runStart = 0;
  let lastSlash = -1;
  /** Where the part of a run behind its last slash begins. */
  let pieceStart = 0;
  /** The sign of the last escape. It is no sign of its own, and yet a literal can begin with it. */
  let escaped = -1;
  const codes = codesOf(text);
  const { length } = text;
  if (mayBeMisread(codes, length) || mayBeTable(text) || spokenSecrets(text).length > 0) return false;
  for (let at = 0; at < length; at++) {
    const code = codes[at] as number;
    hash = ((hash << 5) | (code & 31)) & 0x7fff;
    if (
      ((literalHeads[hash >>> 5] as number) & (1 << (hash & 31))) !== 0 &&
      at >= 2 &&
      ((literalBits[hash] as number) & (1 << ((codes[at + 1] as number) & 31))) !== 0 &&
      isSuspectAt(text, at - 2)
    )
      return false;
    const sort = sorts[code] as number;
    if (sort === RUN) {
      if (digits !== 0) {
        if (digits >= MIN_CARD && mayHoldCard(text, digitsFrom, at)) return false;
        digits = 0;
      }
      continue;
    }
    if (at === escaped) continue;
    if (sort === DIGIT) {
      if (digits++ === 0) digitsFrom = at;
      continue;
    }
    if (code !== 32 && code !== 45) {
      if (digits >= MIN_CARD && mayHoldCard(text, digitsFrom, at)) return false;
      digits = 0;
    }
    if (code === 45 || code === 95) continue;
    if (code === SLASH) {
      if (
        lastSlash >= 0 &&
        at - lastSlash > 3 &&
        at - lastSlash < 40 &&
        isTellingSegment(text, lastSlash + 1, at)
      )
        return false;
      if (at - pieceStart >= MIN_RUN && pieceStart > runStart && mayDecode(codes, pieceStart, at))
        return false;
      lastSlash = at;
      pieceStart = at + 1;
      continue;
    }
    if (at - runStart >= MIN_RUN) {
      if (mayDecode(codes, runStart, at)) return false;
      if (at - pieceStart >= MIN_RUN && pieceStart > runStart && mayDecode(codes, pieceStart, at))
        return false;
    }
    runStart = at + 1;
    pieceStart = runStart;
    switch (code) {
      case 58:
      case 61:
        if (!isHarmlessPair(text, codes, at, reading)) return false;
        break;
      case 37:
        if (isHex(codes[at + 1] as number) && isHex(codes[at + 2] as number)) return false;
        break;
      case 38:
        if (isEntity(text, at)) return false;
        break;
      case 92:
        if (!isPlainEscape(codes, at)) return false;
        escaped = at + 1;
        runStart = at + 2;
        pieceStart = runStart;
        break;
      case 44:
        if (codes[at - 1] === 34 && !isHarmlessItem(text, codes, at)) return false;
        break;
      case 60:
        // Markup has names where no sign of JSON or code stands.
        if (reading === 'json') return false;
        break;
      case 64:
        if (endsUserinfo(text, at)) return false;
        break;
    }
  }
  if (length - runStart >= MIN_RUN) {
    if (mayDecode(codes, runStart, length)) return false;
    if (length - pieceStart >= MIN_RUN && pieceStart > runStart && mayDecode(codes, pieceStart, length))
      return false;
  }
  return digits < MIN_CARD || !mayHoldCard(text, digitsFrom, length);
}

const SLASH = 47;
const EQUALS = 61;
const BACKSLASH = 92;
/** Shorter base64 holds at most a word. */
export const MIN_RUN = 16;

/** Digits of the shortest card number. */
export const MIN_CARD = 14;

/** Whether a card number lies between two places; what stands around them can only take away from it. */
export function mayHoldCard(text: string, start: number, end: number): boolean {
  return findCardNumbers(text.slice(Math.max(0, start - 64), end + 2)).length > 0;
}

const RUN = 0;
const DIGIT = 1;
const OTHER = 2;

/** Letters, digits, and what else there is. */
export const sorts = new Uint8Array(256).fill(OTHER);
/** What a character of base64 stands for, in either alphabet. */
export const sextets = new Uint8Array(128);
for (const [value, sign] of Array.from(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
).entries()) {
  sextets[sign.charCodeAt(0)] = value;
  if (/[A-Za-z+]/.test(sign)) sorts[sign.charCodeAt(0)] = RUN;
  if (/\d/.test(sign)) sorts[sign.charCodeAt(0)] = DIGIT;
}
sextets[45] = 62;
sextets[95] = 63;

const head = new Uint8Array(HEAD_BYTES);

/** Whether the base64 between two places could be text or something compressed, by its first bytes. */
function mayDecode(codes: Uint8Array, start: number, end: number): boolean {
  if (beginsCompressed(codes, start)) return true;
  if (isHexRun(codes, start, end)) return (end - start) % 2 === 0 && hexMayDecode(codes, start);
  // A value that is base64 as a whole is looked into even where it is binary: in quotation marks, a form, a line.
  if (end - start >= MIN_OPAQUE && (start === 0 || beginsValue(codes[start - 1] as number))) return true;
  const groups = Math.min(Math.floor((end - start) / 4), Math.floor(HEAD_BYTES / 3));
  for (let group = 0; group < groups; group++) {
    const at = start + group * 4;
    const bits =
      ((sextets[codes[at] as number] as number) << 18) |
      ((sextets[codes[at + 1] as number] as number) << 12) |
      ((sextets[codes[at + 2] as number] as number) << 6) |
      (sextets[codes[at + 3] as number] as number);
    head[group * 3] = bits >> 16;
    head[group * 3 + 1] = bits >> 8;
    head[group * 3 + 2] = bits;
    // Most runs are words and hashes, and show it here.
    if (group === 1 && !beginsLikeText(head, 6)) return false;
  }
  return beginsLikeText(head, groups * 3);
}

/** Quotation mark, equals sign, blank. */
function beginsValue(code: number): boolean {
  return code === 34 || code === EQUALS || code === 32;
}

/** `H4sI` of gzip; `eA`, `eF`, `eJ`, `eN` of zlib. */
function beginsCompressed(codes: Uint8Array, at: number): boolean {
  const second = codes[at + 1];
  if (codes[at] === 101) return second === 65 || second === 70 || second === 74 || second === 78;
  return codes[at] === 72 && second === 52 && codes[at + 2] === 115 && codes[at + 3] === 73;
}

/** Base64 of forty-eight bytes: fewer are a hash or a key. */
export const MIN_OPAQUE = 64;

function isHexRun(codes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isHex(codes[at] as number)) return false;
  return true;
}

function hexMayDecode(codes: Uint8Array, start: number): boolean {
  for (let pair = 0; pair < 6; pair++) {
    const at = start + pair * 2;
    head[pair] = (hexValue(codes[at] as number) << 4) | hexValue(codes[at + 1] as number);
  }
  return beginsLikeText(head, 6);
}

function hexValue(sign: number): number {
  return sign <= 57 ? sign - 48 : (sign | 32) - 87;
}

/** Whether the ampersand at `at` begins an entity. */
export function isEntity(text: string, at: number): boolean {
  return /^&(?:#|quot;|amp;|apos;|lt;|gt;)/.test(text.slice(at, at + 6));
}

/** Whether the sign at `at` ends user information of a URL that is long enough for a token. */
export function endsUserinfo(text: string, at: number): boolean {
  return /\/\/[^/@\s]{16,200}$/.test(text.slice(Math.max(0, at - 220), at));
}

/** `/reset/` and its like: what follows them can be a credential. */
export function isTellingSegment(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 34 || code === 46) return false;
  }
  return nameMeaning('path', text.slice(start, end)) !== undefined;
}

const MAX_FILLERS = 6;
const FILLER = 1;
const NAME = 2;

/** The classes by which `nameBefore` reads, as a table. */
export const parts = Uint8Array.from({ length: 256 }, (_, code) =>
  isNameCharacter(code) ? NAME : isFiller(code) ? FILLER : 0,
);

function isHarmlessPair(text: string, codes: Uint8Array, at: number, reading: Reading): boolean {
  let end = at;
  while (end > 0 && (parts[codes[end - 1] as number] as number) === FILLER && at - end < MAX_FILLERS) end--;
  // JSON in JSON in JSON: the name stands behind a row of backslashes.
  if (at - end === MAX_FILLERS) return false;
  let start = end;
  let hash = 0;
  for (; start > 0 && end - start < 64; start--) {
    const part = codes[start - 1] as number;
    if (parts[part] !== NAME) break;
    hash = (Math.imul(hash, 31) + part) | 0;
  }
  // Names in other scripts are looked up properly.
  if (start > 0 && codes[start - 1] === NOT_ASCII) return false;
  // The end of an escape: behind a line end that stands in a string of JSON, a name begins with a letter less.
  if (end - start > 2 && codes[start - 1] === BACKSLASH) {
    const rest = text.slice(start + 1, end);
    const more = tellsOf(rest);
    if (more !== NameTells.nothing && !isHarmlessUnder(text, rest, at, more, reading)) return false;
  }
  const tells = end === start ? NameTells.nothing : tellsAt(codes, start, end, hash);
  return tells === NameTells.nothing || isHarmlessUnder(text, text.slice(start, end), at, tells, reading);
}

/** Whether the value behind the sign at `at` is none under a name that tells something. */
export function isHarmlessUnder(
  text: string,
  name: string,
  at: number,
  tells: number,
  reading: Reading,
): boolean {
  const isMember = reading === 'json' || isQuotedName(text, at);
  if (tellsOfCookies(name)) return !isMember || /^\s*(?:\[\s*\]|\{\s*\})/.test(text.slice(at + 1, at + 64));
  if (name === 'sensitive')
    return (
      !isMember ||
      !text
        .slice(at + 1, at + 64)
        .trimStart()
        .startsWith('true')
    );
  if ((tells & NameTells.label) !== 0 && isMember && isTellingLabel(text, at + 1)) return false;
  if ((tells & NameTells.value) === 0) return true;
  if (reading === 'json') return isHarmlessMember(text, at + 1, name);
  if (pairsMayTell(text, at, name)) return false;
  return !isMember || !BEGINS_VALUE.test(text[at + 1] ?? '') || isHarmlessMember(text, at + 1, name);
}

/** Whether the name in front of the sign at `at` stands in quotation marks: code can hold JSON, which is read as such. */
function isQuotedName(text: string, at: number): boolean {
  let before = at - 1;
  while (before > 0 && at - before < MAX_FILLERS && text.charCodeAt(before) === 32) before--;
  return text.charCodeAt(before) === 34;
}

/** What else stands behind a colon in code is a word of the language. */
const BEGINS_VALUE = /[\s"[{\d-]/;

/** `"name": "password"`: the value beside it can be one. */
function isTellingLabel(text: string, from: number): boolean {
  const value = valueBehind(text, from);
  if (value === undefined || value.end - value.start >= 64) return false;
  const label = text.slice(value.start, value.end);
  // Most labels are data, of which every one is another: they are not remembered.
  return mayMean(label) && nameMeaning('json', label) !== undefined;
}

/** `"access_token", "…"` in an array: the first names the second. Names and words are shorter than credentials. */
export function isHarmlessItem(text: string, codes: Uint8Array, comma: number): boolean {
  let at = comma + 1;
  while (codes[at] === 32) at++;
  // In JSON that stands in a string, quotation marks have backslashes in front of them.
  while (codes[at] === BACKSLASH) at++;
  if (codes[at] !== 34) return true;
  for (let step = 1; step <= MIN_TOKEN_LENGTH; step++) if (codes[at + step] === 34) return true;
  let end = comma - 1;
  while (codes[end - 1] === BACKSLASH) end--;
  const open = text.lastIndexOf('"', end - 1);
  const name = text.slice(open + 1, end);
  return name.length > MAX_ALIAS || !isTellingName(name);
}

/** A member of JSON with a telling name whose value is none: `true`, `""`, an object, words. */
function isHarmlessMember(text: string, from: number, name: string): boolean {
  let at = from;
  while (text.charCodeAt(at) === 32) at++;
  const sign = text[at];
  // What stands in it can have its name from here.
  if (sign === '{') return text[at + 1] === '}';
  if (sign === 't' || sign === 'f' || sign === 'n')
    return /^(?:true|false|null)\b/.test(text.slice(at, at + 6));
  // Behind an equals sign the quotation mark can be the first sign of a form's value.
  if (sign !== '"' || text.charCodeAt(from - 1) === EQUALS) return false;
  const value = valueBehind(text, from);
  // Without quotation marks around the name, two of them can begin a text of several lines.
  if (value === undefined) return text[at + 1] === '"' && isQuotedName(text, from - 1);
  const written = text.slice(value.start, value.end);
  if (isPseudonymous(written)) return true;
  if (written.includes('\\')) return false;
  return nameVerdict({ place: 'json', name, value: written, strictness: 'strict' }) === undefined;
}

/** `\u` and `\x` can spell any character, and a URL's slashes have to be read; other escapes hide nothing. */
function isPlainEscape(codes: Uint8Array, at: number): boolean {
  const code = codes[at + 1];
  if (code === 117 || code === 120) return false;
  // An escaped backslash begins an escape of the layer inside.
  if (code === 92) return codes[at + 2] !== 117 && codes[at + 2] !== 120 && codes[at + 2] !== SLASH;
  return !(code === SLASH && codes[at - 1] === 58);
}

function isHex(sign: number): boolean {
  const code = sign | 32;
  return (sign >= 48 && sign <= 57) || (code >= 97 && code <= 102);
}
