import { refusals, successNames, wrongWords } from '../error-text/verdict-words.ts';
import { type Sieve, type SieveWord, wordSieve } from './word-sieve.ts';

const decoder = new TextDecoder('latin1');
const encoder = new TextEncoder();

/** A word that is not ASCII as it stands in a file: in UTF-8, or as JSON's escapes. */
const asWritten = (word: string): readonly string[] => [
  decoder.decode(encoder.encode(word)),
  [...word].map((letter) => `\\\\{1,2}u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
];
/** A count of nothing, an empty list, `null` or `false` under a name such as `errors` or `failed`: nothing went wrong. */
const nothingUnderIt = String.raw`(?!\w{0,12}\\?"\s{0,4}:\s{0,4}(?:0(?![.\d])|null|false|\[\s{0,4}\]|\{\s{0,4}\}|\\?"\\?"))`;

/** Ways in which a name or a word may stand in a file: also in capitals, and without its accents. */
const spelled = (word: string): readonly string[] =>
  isAscii(word) ? [word] : [...asWritten(word), ...asWritten(word.toUpperCase()), ...bare(word)];
/** Without its accents, where that leaves nothing but ASCII. */
const bare = (word: string): readonly string[] =>
  [word.normalize('NFD').replace(/\p{M}/gu, '')].filter(isAscii);
const isAscii = (word: string) => /^[\x20-\x7e]+$/.test(word);

/** `status: false` is said by some, too. */
const saysYes = [...new Set([...successNames, 'status'].flatMap(spelled))];
/** Verdicts that are not found by what stands in them: `ERREUR`, `failed`. */
const wrongOnes = [...wrongWords, ...refusals].filter((word) => !/err|fail|fehl/i.test(word));
const saysWrong = [...new Set(wrongOnes.flatMap(spelled))];

/**
 * What a body must hold for an answered request to have failed inside: the words of every shape that speaks for
 * itself (see `error-text`). One linear pattern over bytes read as latin1.
 */
export const failureWords = new RegExp(
  [
    `(?:err|fault|fail|fehl|xception)${nothingUnderIt}`,
    String.raw`"(?:status|statusCode|httpStatus|httpStatusCode|code)\\?"\s{0,4}:\s{0,4}(?:\\?")?(?:[45]\d\d(?:\d\d)?\b|-\d)`,
    // Nothing came, so that a code beside it may say why.
    String.raw`"data\\?"\s{0,4}:\s{0,4}null`,
    String.raw`"(?:success|successful|ok)\\?"\s{0,4}:\s{0,4}(?:\\?")?(?:0\b(?!\.)|no?\\?")`,
    String.raw`HTTP\\?\/[\d.]{1,3} [45]\d\d`,
    'aborted',
    String.raw`"timed_out\\?"\s{0,4}:\s{0,4}true`,
    `"(?:${saysYes.join('|')})\\\\?"\\s{0,4}:\\s{0,4}(?:\\\\?")?false`,
    '__type',
    String.raw`"(?:ret(?:urn)?|rslt|result)_?(?:code|cd)\\?"\s{0,4}:`,
    String.raw`<(?:\w{1,20}:)?(?:ret(?:urn)?|rslt|result)_?(?:code|cd)>`,
    String.raw`"(?:code_?retour|codigo_?retorno|codice_?ritorno)\\?"\s{0,4}:`,
    `"(?:${asWritten('結果コード').join('|')})\\\\?"`,
    `(?:"\\s{0,4}:\\s{0,4}\\\\?"|=\\\\?"|>)(?:${saysWrong.join('|')})(?:\\\\?"|<)`,
    ...['エラー', '错误', '錯誤', '오류', 'ошибка', '"fout'].flatMap(spelled),
  ].join('|'),
  'i',
);
export const anyFalse = /:\s{0,4}false\b/;

/** See `permission/licence`, which reads what this lets through. */
export const licenceWords = new RegExp(
  [
    'licen[cs]|entitlement|subscription|lizenz',
    ...['ライセンス', '라이선스', '许可证', '授權', '授权'].flatMap(asWritten),
  ].join('|'),
  'i',
);
/** See `permission/flag-off`. */
export const flagWords = /feature|flag|entitlement|toggle|capabilit|permission|experiment/i;

/** What a word may be a sign of. */
export const Sign = {
  failure: 1,
  denial: 2,
  false: 4,
  licence: 8,
  flag: 16,
  noJson: 32,
  saml: 64,
  /** A letter of ASCII is written as an escape, so that any word may hide. */
  hidden: 128,
} as const;
export type Sign = (typeof Sign)[keyof typeof Sign];
/** Of a body that nobody looked through. */
export const allSigns = 255;

/**
 * The signs in the bytes of a body, in one pass: never fewer than the patterns above find, so that a pattern is tried only where its
 * sign is there.
 */
export const signsIn: Sieve = wordSieve([
  ...inAnyCase([
    ...['err', 'fault', 'fail', 'fehl', 'xception'].flatMap((word) =>
      signs(Sign.failure, word, (bytes, at) => !isOverNothing(bytes, at + word.length)),
    ),
    ...signs(Sign.failure, 'aborted __type "fout'),
    ...signs(Sign.failure, '"timed_out', isBeforeTrue),
    ...foreign(Sign.failure, ['エラー', '错误', '錯誤', '오류', 'ошибка', 'ОШИБКА']),
    ...signs(Sign.failure, 'HTTP', isBeforeSlash),
    ...signs(Sign.failure, 'tatus code', isBeforeFault),
    ...signs(Sign.failure, '"data', isBeforeNull),
    ...signs(Sign.failure, 'success "ok', isBeforeNoSuccess),
    ...signs(Sign.failure, 'code', isBehindReturn),
    ...signs(Sign.failure, 'tcd t_cd retour" retour\\ retorno" retorno\\ ritorno" ritorno\\'),
    ...foreign(Sign.failure, ['結果コード']),
    ...signs(Sign.failure, 'false', isBehindSuccess),
  ]),
  ...inAnyCase(
    wrongOnes.flatMap((word) => [
      ...bare(word).flatMap((one) => signs(Sign.failure, `"${one} >${one}`)),
      ...(isAscii(word) ? [] : foreign(Sign.failure, [word, word.toUpperCase()])),
    ]),
  ),
  ...signs(Sign.denial, 'NO_ACCESS'),
  ...signs(Sign.false, 'false'),
  ...inAnyCase(signs(Sign.licence, 'licen entitlement subscription lizenz')),
  ...inAnyCase(foreign(Sign.licence, ['ライセンス', '라이선스', '许可证', '授權', '授权'])),
  ...inAnyCase(signs(Sign.flag, 'feature flag entitlement toggle capabilit permission experiment')),
  ...signs(Sign.saml, 'SAMLResponse'),
  ...signs(Sign.noJson, 'Infinity NaN undefined'),
  ...signs(Sign.hidden, '\\u00'),
]);

function signs(bits: number, words: string, counts?: SieveWord['counts']): SieveWord[] {
  return words.split(' ').map((word) => ({
    bytes: encoder.encode(word),
    isAnyCase: false,
    bits,
    ...(counts === undefined ? {} : { counts }),
  }));
}

/** In UTF-8, and by the escape of the first letter. */
function foreign(bits: number, words: readonly string[]): SieveWord[] {
  return words.flatMap((word) => signs(bits, `${word} u${word.charCodeAt(0).toString(16).padStart(4, '0')}`));
}

function inAnyCase(words: readonly SieveWord[]): SieveWord[] {
  return words.map((word) => ({ ...word, isAnyCase: true }));
}

function isBeforeSlash(bytes: Uint8Array, at: number): boolean {
  return /^HTTP\\?\//i.test(textAt(bytes, at, at + 6));
}

/** `statusCode": 503`, `code\": \"404`, `code": -1`. */
function isBeforeFault(bytes: Uint8Array, at: number): boolean {
  const first = firstOfValue(bytes, at + 4);
  return first === 0x34 || first === 0x35 || first === 0x2d;
}

/** `"data": null`. */
function isBeforeNull(bytes: Uint8Array, at: number): boolean {
  return lowerCase(firstOfValue(bytes, at + 5)) === 0x6e;
}

/** `"timed_out": true`. */
function isBeforeTrue(bytes: Uint8Array, at: number): boolean {
  return lowerCase(firstOfValue(bytes, at + 6)) === 0x74;
}

/** `"success": 0`, `"ok":"N"`. */
function isBeforeNoSuccess(bytes: Uint8Array, at: number): boolean {
  const first = lowerCase(firstOfValue(bytes, at + 3));
  return first === 0x30 || first === 0x6e;
}

/** `returnCode`, `result_code`. */
function isBehindReturn(bytes: Uint8Array, at: number): boolean {
  return /[tn]_?$/i.test(textAt(bytes, at - 2, at));
}

/** What may stand between a word and the end of the name that it is a part of (see {@link nothingUnderIt}). */
const MAX_NAME_REST = 12;
const MAX_BLANKS = 4;

/** `"failed": 0`, `errors\": []` from behind the word; as {@link nothingUnderIt}. Lists of jobs hold one at each job. */
function isOverNothing(bytes: Uint8Array, behind: number): boolean {
  let place = behind;
  while (isOfWord(bytes[place]) && place - behind <= MAX_NAME_REST) place++;
  if (place - behind > MAX_NAME_REST) return false;
  if (bytes[place] === BACKSLASH) place++;
  if (bytes[place] !== QUOTE) return false;
  place = afterSomeBlanks(bytes, place + 1);
  if (bytes[place] !== COLON) return false;
  place = afterSomeBlanks(bytes, place + 1);
  const first = bytes[place] ?? 0;
  const next = bytes[place + 1] ?? 0;
  switch (lowerCase(first)) {
    case 0x30:
      return next !== 0x2e && !(next >= 0x30 && next <= 0x39);
    case 0x6e:
      return /^null/i.test(textAt(bytes, place, place + 4));
    case 0x66:
      return /^false/i.test(textAt(bytes, place, place + 5));
    case 0x5b:
    case 0x7b:
      return bytes[afterSomeBlanks(bytes, place + 1)] === first + 2;
    case BACKSLASH:
      if (next !== QUOTE) return false;
      place++;
      break;
    case QUOTE:
      break;
    default:
      return false;
  }
  return bytes[bytes[place + 1] === BACKSLASH ? place + 2 : place + 1] === QUOTE;
}

function afterSomeBlanks(bytes: Uint8Array, at: number): number {
  let place = at;
  while (isBlank(bytes[place]) && place - at < MAX_BLANKS) place++;
  return place;
}

/** As `\s` of a pattern sees it. */
function isBlank(byte = 0): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0xa0;
}

/** `"success": false`, `"ok":false`. */
function isBehindSuccess(bytes: Uint8Array, at: number): boolean {
  const end = endOfName(bytes, at);
  return end >= 2 && successEnds.has(threeBytes(bytes, end - 2));
}

// Words such as `false` and `status` are in every second body: a look at their neighbours that makes no text of them costs a tenth.

const [QUOTE, BACKSLASH, COLON] = [0x22, 0x5c, 0x3a];
/** The longest rest of a name behind the part that was found: `Code` of `statusCode`, `cessful` of `successful`. */
const MAX_REST = 8;

/** The first byte of a member's value, a quotation mark aside, from within its name; 0 where no value follows. */
function firstOfValue(bytes: Uint8Array, at: number): number {
  let place = at;
  while (isOfWord(bytes[place]) && place - at < MAX_REST) place++;
  if (bytes[place] === BACKSLASH) place++;
  if (bytes[place] !== QUOTE) return 0;
  place = afterBlanks(bytes, place + 1, 1);
  if (bytes[place] !== COLON) return 0;
  place = afterBlanks(bytes, place + 1, 1);
  if (bytes[place] === BACKSLASH) place++;
  return bytes[bytes[place] === QUOTE ? place + 1 : place] ?? 0;
}

/** Where the name ends of the member whose value begins at `at`; -1 where none does. */
function endOfName(bytes: Uint8Array, at: number): number {
  let place = at - 1;
  if (bytes[place] === QUOTE) place -= bytes[place - 1] === BACKSLASH ? 2 : 1;
  place = afterBlanks(bytes, place, -1);
  if (bytes[place] !== COLON) return -1;
  place = afterBlanks(bytes, place - 1, -1);
  if (bytes[place] !== QUOTE) return -1;
  return bytes[place - 1] === BACKSLASH ? place - 2 : place - 1;
}

function afterBlanks(bytes: Uint8Array, at: number, step: 1 | -1): number {
  let place = at;
  while ((bytes[place] ?? 0xff) <= 0x20) place += step;
  return place;
}

function isOfWord(byte = 0): boolean {
  const lower = lowerCase(byte);
  return (lower >= 0x61 && lower <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x5f;
}

function lowerCase(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}

/** Three bytes as one number, ASCII in lower case. */
function threeBytes(bytes: Uint8Array, at: number): number {
  const [a, b, c] = [bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0];
  return (lowerCase(a) << 16) | (lowerCase(b) << 8) | lowerCase(c);
}

/** How the names end that are false where nothing worked: three bytes tell enough, of a short name the quotation mark, of an escaped one its last digits. */
const successEnds: ReadonlySet<number> = new Set(
  [...successNames, 'status']
    .flatMap((name) => [name, name.toUpperCase(), ...bare(name)])
    .flatMap((name) => [`"${name}`, name.charCodeAt(name.length - 1).toString(16)])
    .map((written) => encoder.encode(written))
    .map((bytes) => threeBytes(bytes, bytes.length - 3)),
);

function textAt(bytes: Uint8Array, from: number, to: number): string {
  return decoder.decode(bytes.subarray(Math.max(0, from), to));
}
