import type { Strictness } from '../names/cookie-fields.ts';
import { nameMeaning } from '../names/name-meaning.ts';
import { nameVerdict } from '../names/name-verdict.ts';
import type { NameVerdict } from '../names/verdict.ts';
import { isPseudonymAt, pseudonymLength } from '../pseudonyms/grammar.ts';
import { isPseudonymous } from '../pseudonyms/is-pseudonymous.ts';
import type { SecretSpan } from '../secret-span.ts';
import { unlikelyReason } from '../values/harmless.ts';
import { looksRandom } from '../values/looks-random.ts';

/** A value in quotation marks ends where they close, and at this length at the latest. */
const MAX_VALUE_LENGTH = 8192;

/**
 * The credentials of a text that stand behind their names: `password=…`, `"token": "…"`, `api_key: '…'`, in code, logs
 * and messages. Code and prose are full of such names before words and expressions, so a bare value must look drawn
 * by a machine, and a quoted one must be no words.
 */
export function namedPairs(text: string, strictness: Strictness): SecretSpan[] {
  const spans: SecretSpan[] = [];
  let end = 0;
  /** Where the last bare value ended, and how many telling names it held. */
  let bareEnd = 0;
  let namesInBare = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== EQUALS && code !== COLON) continue;
    const name = nameBefore(text, at);
    if (name === '' || nameMeaning('json', name) === undefined) continue;
    const value = valueBehind(text, at + 1);
    if (value === undefined) {
      for (const item of listedSecrets(text, at, name, strictness)) {
        if (item.start < end) continue;
        spans.push(item);
        end = item.end;
      }
      continue;
    }
    if (value.start < end) continue;
    if (!value.quoted) {
      namesInBare = value.start < bareEnd ? namesInBare + 1 : 0;
      bareEnd = Math.max(bareEnd, value.end);
      if (namesInBare > MAX_NAMES_IN_BARE) {
        // Nobody writes so many names into one value but to hide one of them; looking at each would take for ever.
        spans.push({ start: value.start, end: value.end, kind: 'access-token', rule: 'name/crowded' });
        end = value.end;
        at = value.end - 1;
        continue;
      }
    }
    const verdict = pairVerdict(text, at, value, name, strictness);
    if (verdict === undefined) continue;
    for (const part of verdict.parts) {
      const { kind, rule } = part;
      spans.push({ start: value.start + part.start, end: value.start + part.end, kind, rule });
      end = value.start + part.end;
    }
    at = Math.max(at, value.end - 1);
  }
  return spans;
}

const MAX_NAMES_IN_BARE = 32;

/** Whether the pair around the sign at `at` holds a credential, however strict the policy is. */
export function pairsMayTell(text: string, at: number, name: string): boolean {
  const value = valueBehind(text, at + 1);
  if (value === undefined) return listedSecrets(text, at, name, 'strict').length > 0;
  return pairVerdict(text, at, value, name, 'strict') !== undefined;
}

interface PairValue {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/** `hx-aki-…/20260504/eu-west-1/s3`: its credential is gone already, and the rest says where it was for. */
function beginsReplaced(value: string): boolean {
  return isPseudonymAt(value, 0) && !/^[A-Za-z0-9_-]/.test(value.slice(pseudonymLength));
}

function pairVerdict(
  text: string,
  at: number,
  { start, end, quoted }: PairValue,
  name: string,
  strictness: Strictness,
): NameVerdict | undefined {
  const value = text.slice(start, end);
  if (isPseudonymous(value) || beginsReplaced(value)) return undefined;
  // The session of a call, of which the other side follows. Spec: RFC 7989 §5.
  if (/^[0-9a-f]{32}$/i.test(value) && text.startsWith(';remote=', end)) return undefined;
  const isDumped =
    quoted && isPasswordOfWords(name, value) && (isQuotedBefore(text, at) || isBesideUser(text, at));
  if (!isDumped && !isTelling(value, quoted)) return undefined;
  const place = text.charCodeAt(at) === EQUALS && !quoted ? 'query' : 'json';
  return nameVerdict({ place, name, value, strictness });
}

const LIST = /\s{0,8}=?\s{0,8}(?:[[({]|%w[[({])\s{0,64}/y;
const ITEM = /(?:\\{0,7}(["'`]))?([^"'`\\\s,()[\]{}]{12,1024})(?:\\{0,7}["'`])?\s{0,8},?\s{0,64}/y;

/** A list in settings is not longer. */
const MAX_ITEMS = 64;

/**
 * What is drawn by a machine in the list behind the sign at `at`: `SECRET_KEY_FALLBACKS = ['…']`, `tokens: ["…", "…"]`,
 * `%w[… …]`. It ends with the first item that is no text.
 */
function listedSecrets(text: string, at: number, name: string, strictness: Strictness): SecretSpan[] {
  LIST.lastIndex = at + 1;
  const opening = LIST.exec(text)?.[0];
  if (opening === undefined) return [];
  const spans: SecretSpan[] = [];
  ITEM.lastIndex = LIST.lastIndex;
  for (let count = 0; count < MAX_ITEMS; count++) {
    const start = ITEM.lastIndex;
    const item = ITEM.exec(text);
    const value = item?.[2] ?? '';
    if (item === null || (item[1] === undefined && !opening.includes('%w'))) break;
    if (!looksRandom(value) || isPseudonymous(value)) continue;
    const from = start + item[0].indexOf(value);
    for (const part of nameVerdict({ place: 'json', name, value, strictness })?.parts ?? [])
      spans.push({ ...part, start: from + part.start, end: from + part.end });
  }
  return spans;
}

/**
 * Whether a user's name stands in front of the pair with the sign at `at`, as data: `Login{user='ann', password='…'}`. What
 * labels of forms say begins with a capital.
 */
function isBesideUser(text: string, at: number): boolean {
  return BESIDE_USER.test(text.slice(Math.max(0, at - 160), at));
}

const BESIDE_USER =
  /(?:\b|_)(?:user|user_?name|login|user_?id|e?mail)\\{0,3}["']? ?(?:=>|[:=]) ?\\{0,3}["']?[a-z0-9][^"'\s\\]{1,64}\\{0,3}["']? ?,?\s{1,4}["']?[\w.-]{0,32}$|(?:\b|_)(?:user|user_?name|login|user_?id|e?mail)\\{0,3}["']?[:=]\\{0,3}["'][a-z0-9][^"'\s\\]{1,64}\\{0,3}["'],["']?[\w.-]{0,32}$/i;

/** Whether a quotation mark ends the name in front of the sign at `at`: it is data that a program wrote out, or read. */
function isQuotedBefore(text: string, at: number): boolean {
  let end = at;
  while (end > 0 && at - end < 6 && /[\s\]:]/.test(text[end - 1] as string)) end--;
  const sign = text[end - 1];
  return sign === '"' || sign === "'";
}

/**
 * A password may be words where its name is data. What is a label of a form, a translation or a type is not: it is called
 * as passwords are, or has blanks.
 */
function isPasswordOfWords(name: string, value: string): boolean {
  if (value.length < MIN_WORDS || value.length > 64 || !/^[!-~]+$/.test(value)) return false;
  if (nameMeaning('json', name)?.row?.rule !== 'name/password') return false;
  return (
    unlikelyReason(value) === undefined &&
    !/[()[\]{}<>=;|]/.test(value) &&
    !/pass|pwd|kennw|contrase|senha|\.|(?:field|type|input|string|text|box|form)$/i.test(value) &&
    nameMeaning('json', value) === undefined
  );
}

/** Shorter words are types, and switches. */
const MIN_WORDS = 8;

const EQUALS = 61;
const COLON = 58;
const BRACKET = 93;

/** The name that ends before `at`, without quotation marks; `''` where there is none. */
export function nameBefore(text: string, at: number): string {
  let end = at;
  // Links of Markdown are listed like this: `[token]: https://…`.
  const isListed = text.charCodeAt(at) === COLON && text.charCodeAt(at - 1) === BRACKET;
  while (!isListed && end > 0 && isFiller(text.charCodeAt(end - 1)) && at - end < 6) end--;
  let start = end;
  while (start > 0 && end - start < 64 && isNameCharacter(text.charCodeAt(start - 1))) start--;
  return end - start < 2 ? '' : text.slice(start, end);
}

/** The value that begins at `from`, in quotation marks or bare; `undefined` where there is none worth a look. */
export function valueBehind(text: string, from: number): PairValue | undefined {
  let at = from;
  // Blanks and line ends, and the second sign of `=>`.
  while (at < from + 12 && isGap(text.charCodeAt(at))) at++;
  // `string(13) "…"`, as PHP writes out what it holds.
  DUMPED.lastIndex = at;
  if (DUMPED.test(text)) at = DUMPED.lastIndex;
  let quote = '';
  while (text[at] === '\\') quote += text[at++];
  const sign = text[at];
  if (sign === '"' || sign === "'" || sign === '`') {
    quote += sign;
    const start = at + 1;
    const close = text.indexOf(quote, start);
    // A value that was cut has no end but the text's.
    const end = close < 0 ? text.length : close;
    const isCut = close < 0 || end - start > MAX_VALUE_LENGTH;
    if (end === start || (isCut && /\s/.test(text.slice(start, Math.min(end, start + MAX_VALUE_LENGTH)))))
      return undefined;
    return { start, end, quoted: true };
  }
  // Lists of one, as maps of header fields are logged: `X-Api-Key:[…]`.
  if (sign === '[') at++;
  let end = at;
  while (end < text.length && end - at < MAX_VALUE_LENGTH && isBareCharacter(text.charCodeAt(end))) end++;
  while (end > at && text.charCodeAt(end - 1) === 46) end--;
  return end - at < 6 ? undefined : { start: at, end, quoted: false };
}

const DUMPED = /string\(\d{1,6}\) (?=\\{0,7}")/y;

function isTelling(value: string, quoted: boolean): boolean {
  if (value.length < 6 || unlikelyReason(value) !== undefined) return false;
  if (!quoted && EXPRESSION.test(value) && !isDrawnInParts(value)) return false;
  if (looksRandom(value)) return quoted || /\d/.test(value);
  // `hunter2`, `Summer-2026!`: chosen by a person, and neither a word nor an expression.
  return value.length <= 64 && /\d/.test(value) && /[A-Za-z]/.test(value) && !/[\s()[\]{}]/.test(value);
}

/** `this.session.id`, `encoder.encodeUtf8`, `getOptionValue$1`: names of code, parted by dots. */
const EXPRESSION =
  /^[A-Za-z_$][A-Za-z0-9_$]{0,23}(?:\.[A-Za-z_$][A-Za-z0-9_$]{0,23}){1,5}$|^[a-z][A-Za-z]{2,30}\$\d{1,2}$/;

/** `a1….b2….c3…`: each part drawn by a machine and with a digit, which names of code are not. */
function isDrawnInParts(value: string): boolean {
  return value.split('.').every((part) => part.length >= MIN_PART && /\d/.test(part) && looksRandom(part));
}

const MIN_PART = 12;

function isGap(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13 || code === 62 || code === 61;
}

/** What may stand between a name and its sign. */
export function isFiller(code: number): boolean {
  // `headers['X-Api-Key'] = …`, too.
  return (
    code === 32 ||
    code === 9 ||
    code === 34 ||
    code === 39 ||
    code === 58 ||
    code === 92 ||
    code === 93 ||
    code === 96
  );
}

/** What a name is made of. */
export function isNameCharacter(code: number): boolean {
  return (
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    code === 95 ||
    code === 45 ||
    code === 46
  );
}

function isBareCharacter(code: number): boolean {
  if (code <= 32 || code > 126) return false;
  // & , ; < > " ' ` ( ) [ ] { } | \
  return !BARE_ENDS.has(code);
}

const BARE_ENDS = new Set(Array.from('&,;<>"\'`()[]{}|\\', (sign) => sign.charCodeAt(0)));
