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
const saysWrong = [
  ...new Set([...wrongWords, ...refusals].filter((word) => !/err|fail|fehl/i.test(word)).flatMap(spelled)),
];

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
    `"(?:${saysYes.join('|')})\\\\?"\\s{0,4}:\\s{0,4}(?:\\\\?")?false`,
    '__type',
    String.raw`"(?:ret(?:urn)?|rslt|result)_?(?:code|cd)\\?"\s{0,4}:`,
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
export const Sign = { failure: 1, denial: 2, false: 4, licence: 8, flag: 16, noJson: 32, saml: 64 } as const;

/**
 * The signs in the bytes of a body, in one pass: never fewer than the patterns above find, so that a pattern is tried only where its
 * sign is there.
 */
export const signsIn: Sieve = wordSieve([
  ...inAnyCase([
    ...signs(Sign.failure, 'err fault fail fehl xception aborted __type "fout'),
    ...foreign(Sign.failure, ['エラー', '错误', '錯誤', '오류', 'ошибка', 'ОШИБКА']),
    ...signs(Sign.failure, 'HTTP', isBeforeSlash),
    ...signs(Sign.failure, 'tatus code', isBeforeFault),
    ...signs(Sign.failure, '"data', isBeforeNull),
    ...signs(Sign.failure, 'success "ok', isBeforeNoSuccess),
    ...signs(Sign.failure, 'code', isBehindReturn),
    ...signs(Sign.failure, 'tcd t_cd'),
    ...signs(Sign.failure, 'false', isBehindSuccess),
  ]),
  ...inAnyCase(
    [...wrongWords, ...refusals].flatMap((word) => [
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

/** `statusCode": 503`, `code\": \"404`. */
function isBeforeFault(bytes: Uint8Array, at: number): boolean {
  return /^\w{4,10}\\?"\s{0,4}:\s{0,4}\\?"?[45-]/.test(textAt(bytes, at, at + 32));
}

/** `"data": null`. */
function isBeforeNull(bytes: Uint8Array, at: number): boolean {
  return /^"data\\?"\s{0,4}:\s{0,4}null/i.test(textAt(bytes, at, at + 20));
}

/** `"success": 0`, `"ok":"N"`. */
function isBeforeNoSuccess(bytes: Uint8Array, at: number): boolean {
  return /^"?(?:success(?:ful)?|ok)\\?"\s{0,4}:\s{0,4}\\?"?[0n]/i.test(textAt(bytes, at, at + 28));
}

/** `returnCode`, `result_code`. */
function isBehindReturn(bytes: Uint8Array, at: number): boolean {
  return /[tn]_?$/i.test(textAt(bytes, at - 2, at));
}

/** How the names in `saysYes` end: three bytes tell enough. */
const behindSuccess = new RegExp(
  `(?:${[...new Set(saysYes.map((name) => (name.length < 3 ? `"${name}` : name.slice(-3))))].join('|')})\\\\?"\\s{0,4}:\\s{0,4}(?:\\\\?")?$`,
  'i',
);

/** `"success": false`, `"ok":false`. */
function isBehindSuccess(bytes: Uint8Array, at: number): boolean {
  return behindSuccess.test(textAt(bytes, at - 16, at));
}

function textAt(bytes: Uint8Array, from: number, to: number): string {
  return decoder.decode(bytes.subarray(Math.max(0, from), to));
}
