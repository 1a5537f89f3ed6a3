import { parseCompactToken } from '../pseudonyms/jwt.ts';
import type { ShapeRow, ShapeScan } from './shape-row.ts';

/** Where a run of base64url characters and dots ends. One pass, no backtracking, however long it is. */
function endOfCompact(text: string, at: number): number {
  let end = at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    const isPart =
      (code >= 97 && code <= 122) ||
      (code >= 65 && code <= 90) ||
      (code >= 48 && code <= 57) ||
      code === 45 ||
      code === 95 ||
      code === 46;
    if (!isPart) break;
  }
  return end;
}

/** More beginnings of tokens in one run of their characters are there to make reading slow; all of it goes then. */
const MAX_TRIES = 64;

/** The run that was read last, and how often: a text full of beginnings must not be read from each of them. */
const last = { text: '', start: 0, end: 0, at: 0, tries: 0 };

/** Reads dot-parted pieces; a sentence's full stop after the token is no part of it. `undefined` = too many tries. */
function compactParts(
  text: string,
  at: number,
): { readonly pieces: readonly string[]; readonly end: number } | undefined {
  if (last.text === text && at >= last.start && at < last.end) {
    // Several rows try the same place, and the same text may be read again from its beginning.
    if (at > last.at) last.tries++;
    else if (at < last.at) last.tries = 0;
    // An equal text in other memory is compared character by character, each time.
    last.text = text;
  } else Object.assign(last, { text, start: at, end: endOfCompact(text, at), tries: 0 });
  last.at = at;
  if (last.tries > MAX_TRIES) return undefined;
  let { end } = last;
  while (end > at && text.charCodeAt(end - 1) === 46 && dotsIn(text, at, end) > 2) end--;
  return { pieces: text.slice(at, end).split('.', 6), end };
}

function dotsIn(text: string, from: number, to: number): number {
  let dots = 0;
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 46) dots++;
  return dots;
}

const scanJwt: ShapeScan = (text, at) => {
  const parts = compactParts(text, at);
  // The first of too many takes the rest of the run with it.
  if (parts === undefined) return last.tries === MAX_TRIES + 1 ? { start: at, end: last.end } : undefined;
  const { pieces } = parts;
  if (pieces.length < 3) return undefined;
  const compact = pieces.slice(0, 3).join('.');
  const parsed = parseCompactToken(compact);
  if (parsed === undefined || (pieces.length >= 5 && parsed.header.enc !== undefined)) return undefined;
  return { start: at, end: at + compact.length };
};

const scanJwe: ShapeScan = (text, at) => {
  const { pieces = [] } = compactParts(text, at) ?? {};
  if (pieces.length < 5) return undefined;
  const compact = pieces.slice(0, 5).join('.');
  return parseCompactToken(compact)?.type === 'jwe' ? { start: at, end: at + compact.length } : undefined;
};

/** `payload.timestamp.signature`: JSON signed by a web framework, with no algorithm header. */
const scanSignedJson: ShapeScan = (text, at) => {
  const { pieces = [], end = at } = compactParts(text, at) ?? {};
  if (pieces.length !== 3 || parseCompactToken(pieces.join('.')) !== undefined) return undefined;
  const [payload = '', stamp = '', signature = ''] = pieces;
  return payload.length >= 8 && stamp.length >= 5 && signature.length >= 20 ? { start: at, end } : undefined;
};

/**
 * Tokens that begin with `{"` in base64url. They are read by code and not by a pattern: the obvious pattern
 * (`eyJ…\.…\.…`) takes quadratic time on text full of `eyJ`.
 */
export const jsonWebTokenShapes: readonly ShapeRow[] = [
  {
    id: 'shape/jwt',
    kind: 'jwt',
    provider: 'JSON Web Token',
    source: 'https://www.rfc-editor.org/rfc/rfc7519',
    // `{"`, `{ "` and an opening brace followed by a line end.
    literals: ['eyJ', 'eyAi', 'ewo', 'ew0K'],
    begins: 'anywhere',
    pattern: scanJwt,
    leak: [
      '<jwt>',
      '<jwtblank>',
      '<jwtline>',
      '<jwtcrlf>',
      'Bearer <jwt>',
      'token=<jwt>&x=1',
      'session_<jwt>',
      'v1<jwt>',
    ],
    ok: ['eyJ<b64u:60>', 'eyJhbGciOiJIUzI1NiJ9', 'eyJ.min.js'],
  },
  {
    id: 'shape/jwe',
    kind: 'jwe',
    provider: 'JSON Web Encryption',
    source: 'https://www.rfc-editor.org/rfc/rfc7516',
    literals: ['eyJ'],
    begins: 'anywhere',
    pattern: scanJwe,
    leak: ['<jwe>', 'v1<jwe>'],
    ok: ['eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0'],
  },
  {
    id: 'shape/signed-json',
    kind: 'session',
    provider: 'itsdangerous (Flask), Rails and Express signed cookies',
    source: 'https://itsdangerous.palletsprojects.com/en/stable/url_safe/',
    literals: ['eyJ', '.eJ'],
    begins: 'anywhere',
    pattern: (text, at) => {
      if (text.charCodeAt(at) === 101) return scanSignedJson(text, at);
      const inner = scanSignedJson(text, at + 1);
      return inner && { start: at, end: inner.end };
    },
    leak: ['eyJ<b64u:50>.<b64u:6>.<b64u:27>', '.eJ<b64u:60>.<b64u:6>.<b64u:27>'],
    ok: ['eyJ<b64u:50>', 'lib.eJs.min.js'],
  },
];
