import { decodePercent } from '../formats/form.ts';
import { decodeEntities } from '../formats/markup.ts';
import { beginsLikeText, decodeBase64, decodeUtf8 } from './bytes.ts';
import { decompress } from './compressed.ts';

/** One way in which a run of a text can be encoded. */
interface RunCoding {
  /** The character that a code begins with. */
  readonly sign: string;
  /** One code, tried where the sign stands. */
  readonly code: RegExp;
  /** Characters that end a run. */
  readonly ends: ReadonlySet<number>;
  /** What a run has in it; any other is left to the codings before. */
  readonly only?: RegExp;
  readonly decode: (run: string) => string;
  readonly encode: (text: string) => string;
}

const signs = (text: string): ReadonlySet<number> => new Set(Array.from(text, (sign) => sign.charCodeAt(0)));

const CODINGS: readonly RunCoding[] = [
  {
    sign: '%',
    code: /%[0-9A-Fa-f]{2}/y,
    // A run is one value: what parts the values of a form or a URL ends it.
    ends: signs(' \t\r\n"\'`<>()[]{}|\\^&=?#;,'),
    decode: decodePercent,
    encode: encodeURIComponent,
  },
  {
    sign: '%',
    code: /%[0-9A-Fa-f]{2}/y,
    // Quotation marks and brackets are left as they are by what encodes a whole text: `key%3D'…'`.
    ends: signs(' \t\r\n"`<>[]{}|\\^&=?#;,:'),
    only: /['()]/,
    decode: decodePercent,
    encode: encodeURIComponent,
  },
  {
    sign: '&',
    code: /&(?:#x?[0-9A-Fa-f]{1,7}|quot|amp|apos|lt|gt);/y,
    ends: signs(' \t\r\n<>'),
    decode: decodeEntities,
    encode: (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
  },
  {
    sign: '\\',
    // Escaped slashes and quotation marks are everywhere; only a URL needs its slashes to be read.
    code: /\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2})|(?<=:)\\\/\\\//y,
    ends: signs(" \t\r\n'`<>"),
    decode: decodeEscapes,
    encode: (text) => JSON.stringify(text).slice(1, -1),
  },
];

/** A longer run is no value; it is taken in pieces. */
const MAX_RUN = 16_384;

/**
 * Decodes each encoded run of a text, lets it be rewritten, and writes it back in the same coding; runs that do
 * not change keep their spelling.
 */
export function rewriteEncodedRuns(
  text: string,
  rewrite: (decoded: string) => string,
  rewriteBase64: (run: string) => string | undefined,
): string {
  let output = text;
  for (const coding of CODINGS)
    if (output.includes(coding.sign)) output = rewriteRuns(output, coding, rewrite);
  output = rewriteWrapped(output, rewriteBase64);
  return rewriteBase64Runs(output, rewrite, rewriteBase64);
}

/** Base64 in lines of one length, as mail and PEM write it. Spec: RFC 2045 §6.8. */
function rewriteWrapped(text: string, rewriteBase64: (run: string) => string | undefined): string {
  let output = '';
  let copiedTo = 0;
  for (let lineEnd = text.indexOf('\n'); lineEnd >= 0; lineEnd = text.indexOf('\n', lineEnd + 1)) {
    const isCrLf = text[lineEnd - 1] === '\r';
    const from = runBefore(text, isCrLf ? lineEnd - 1 : lineEnd);
    if (from === undefined || from < copiedTo) continue;
    let to = lineEnd;
    let width = 0;
    do {
      const start = to + 1;
      to = start;
      while (isBase64[text.charCodeAt(to)] === 1) to++;
      width = to - start;
      if (text[to] === '\r') to++;
    } while (width >= MIN_LINE && text[to] === '\n');
    while (text[to] === '=') to++;
    const lines = text.slice(from, to);
    const joined = lines.replace(/\s+/g, '');
    const rewritten = mayHoldText(joined) ? rewriteBase64(joined) : undefined;
    lineEnd = to - 1;
    if (rewritten === undefined || rewritten === joined) continue;
    const length = Math.min(MAX_LINE, lines.search(/\s/));
    const pieces = rewritten.match(new RegExp(`.{1,${length}}`, 'g')) ?? [];
    output += text.slice(copiedTo, from) + pieces.join(isCrLf ? '\r\n' : '\n');
    copiedTo = to;
  }
  return copiedTo === 0 ? text : output + text.slice(copiedTo);
}

/** Where the line of base64 begins that ends before `end`; `undefined` where there is none of its usual length. */
function runBefore(text: string, end: number): number | undefined {
  let start = end;
  while (start > 0 && end - start <= MAX_LINE && isBase64[text.charCodeAt(start - 1)] === 1) start--;
  return end - start < MIN_LINE || end - start > MAX_LINE ? undefined : start;
}

const MIN_LINE = 60;
const MAX_LINE = 80;

function rewriteRuns(
  text: string,
  { sign, code, ends, only, decode, encode }: RunCoding,
  rewrite: (decoded: string) => string,
): string {
  let output = '';
  let copiedTo = 0;
  let from = 0;
  let runsEnd = 0;
  for (;;) {
    const at = text.indexOf(sign, from);
    if (at < 0) break;
    code.lastIndex = at;
    if (!code.test(text)) {
      from = at + 1;
      continue;
    }
    let start = at;
    while (start > runsEnd && at - start < MAX_RUN && !ends.has(text.charCodeAt(start - 1))) start--;
    let end = at + 1;
    while (end < text.length && end - start < MAX_RUN && !ends.has(text.charCodeAt(end))) end++;
    from = end;
    runsEnd = end;
    const run = text.slice(start, end);
    if (only?.test(run) === false) continue;
    const decoded = decode(run);
    if (decoded === run) continue;
    const rewritten = rewrite(decoded);
    if (rewritten === decoded) continue;
    output += text.slice(copiedTo, start) + encode(rewritten);
    copiedTo = end;
  }
  return copiedTo === 0 ? text : output + text.slice(copiedTo);
}

/** Shorter runs of these characters are words; three of four bytes of a longer one could be a credential. */
const MIN_BASE64_RUN = 24;

function rewriteBase64Runs(
  text: string,
  rewrite: (decoded: string) => string,
  rewriteBase64: (run: string) => string | undefined,
): string {
  let output = '';
  let copiedTo = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 128 && isBase64[code] === 1) continue;
    if (at - start >= MIN_BASE64_RUN) {
      const end = text.charCodeAt(at) === 61 ? (text.charCodeAt(at + 1) === 61 ? at + 2 : at + 1) : at;
      const run = text.slice(start, end);
      const rewritten =
        rewriteHex(run, rewrite) ?? rewriteRun(run, run.length === text.length, rewriteBase64);
      if (rewritten !== undefined && rewritten !== run) {
        output += text.slice(copiedTo, start) + rewritten;
        copiedTo = end;
      }
    }
    start = at + 1;
  }
  return copiedTo === 0 ? text : output + text.slice(copiedTo);
}

/** A run that is the whole text has been tried as base64 already. */
function rewriteRun(
  run: string,
  isWhole: boolean,
  rewriteBase64: (run: string) => string | undefined,
): string | undefined {
  if (isWhole) return undefined;
  const rewritten = mayHoldText(run) ? rewriteBase64(run) : undefined;
  return rewritten ?? (run.includes('/') ? rewritePieces(run, rewriteBase64) : undefined);
}

/** A path ends in base64, or has it between its slashes, which are characters of base64 themselves. */
function rewritePieces(run: string, rewriteBase64: (run: string) => string | undefined): string {
  return run
    .split('/')
    .map((piece) =>
      piece.length >= MIN_BASE64_RUN && mayHoldText(piece) ? (rewriteBase64(piece) ?? piece) : piece,
    )
    .join('/');
}

/** A document in hex; `undefined` where a run is none. */
function rewriteHex(run: string, rewrite: (decoded: string) => string): string | undefined {
  if (run.length % 2 === 1 || !/^[0-9A-Fa-f]+$/.test(run)) return undefined;
  const bytes = Uint8Array.from(run.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const text = beginsLikeText(bytes) ? decodeUtf8(bytes) : undefined;
  if (text === undefined) return undefined;
  const rewritten = rewrite(text);
  if (rewritten === text) return run;
  const hex = Array.from(new TextEncoder().encode(rewritten), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  return /[A-F]/.test(run) ? hex.toUpperCase() : hex;
}

/** Most long runs of these characters are names, paths and hashes, and show it in their first bytes. */
function mayHoldText(run: string): boolean {
  const head = decodeBase64(run.slice(0, 12));
  if (head === undefined) return false;
  return beginsLikeText(head.bytes) || decompress(head.bytes) !== undefined;
}

const isBase64 = new Uint8Array(128);
for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-')
  isBase64[sign.charCodeAt(0)] = 1;

function decodeEscapes(text: string): string {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(["/\\]))/g, (_, unit, byte, sign) =>
    sign === undefined ? String.fromCharCode(Number.parseInt(unit ?? byte, 16)) : sign,
  );
}
