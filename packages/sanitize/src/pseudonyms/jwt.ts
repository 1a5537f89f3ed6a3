import { decodeBase64Text, encodeBase64Url } from './base64-text.ts';
import { type ClaimReplacement, keptClaims, keptHeaderMembers, replaceClaims } from './claims.ts';
import { isNumericPseudonym, isPseudonym, withoutFill } from './grammar.ts';

/** The decoded parts of a compact JWS (`header.claims.signature`) or JWE (`header` and four opaque parts). */
export interface CompactToken {
  readonly type: 'jws' | 'jwe';
  readonly header: Readonly<Record<string, unknown>>;
  /** Claims of a JWS; `undefined` when the payload is no JSON object, and for a JWE, which is encrypted. */
  readonly claims: Readonly<Record<string, unknown>> | undefined;
  /** The encoded parts after the header, as they stand. */
  readonly rest: readonly string[];
}

/** Takes a compact JWT or JWE apart; `undefined` when it is none. Spec: RFC 7515 §7.1, RFC 7516 §7.1. */
export function parseCompactToken(token: string): CompactToken | undefined {
  if (!OPENING_BRACE.test(token)) return undefined;
  const [head, ...rest] = token.split('.', 6);
  if (head === undefined || (rest.length !== 2 && rest.length !== 4)) return undefined;
  const header = decodeObject(head);
  if (header === undefined || typeof header.alg !== 'string') return undefined;
  if (rest.length === 4) return { type: 'jwe', header, claims: undefined, rest };
  return { type: 'jws', header, claims: decodeObject(rest[0] ?? ''), rest };
}

/** `{` and what may follow it, in base64url: a quotation mark, a blank, a line end, a tab. */
const OPENING_BRACE = /^(?:ey[AJ]|ew[0ko])/;

/** How the parts of a token are replaced: `part` for its encrypted parts and its signature, the others for claims. */
export interface TokenReplacement extends ClaimReplacement {
  readonly signature: (value: string) => string;
  readonly part: (value: string) => string;
}

/**
 * A token that still decodes: kept header members and claims as they were, the others as pseudonyms, the
 * signature gone. An absent signature (`alg: none`) stays absent, because that is a finding.
 * A payload that is no JSON object, and the parts of a JWE, become one pseudonym each.
 */
export function sanitiseCompactToken(parsed: CompactToken, replacement: TokenReplacement): string {
  const header = encodeObject(replaceClaims(parsed.header, keptHeaderMembers, replacement));
  if (parsed.type === 'jwe')
    return [header, ...parsed.rest.map((part) => part && replacement.part(part))].join('.');
  const [payload = '', signature = ''] = parsed.rest;
  const claims =
    parsed.claims === undefined
      ? payload && replacement.part(payload)
      : encodeObject(replaceClaims(parsed.claims, keptClaims, replacement));
  return [header, claims, signature && replacement.signature(signature)].join('.');
}

/** Whether a token is one that we made: nothing in it that sanitizing would still replace. */
export function isSanitisedJwt(token: string): boolean {
  const parsed = parseCompactToken(token);
  if (parsed === undefined) return false;
  let clean = true;
  const check = (value: string): string => {
    clean &&= isPseudonym(value);
    return value;
  };
  const checkPart = (value: string): string => check(withoutFill(value, '-'));
  sanitiseCompactToken(parsed, {
    text: check,
    signature: checkPart,
    part: checkPart,
    number: (value) => {
      clean &&= isNumericPseudonym(value);
      return value;
    },
  });
  return clean;
}

function decodeObject(part: string): Record<string, unknown> | undefined {
  const text = decodeBase64Text(part);
  if (text === undefined || !text.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function encodeObject(members: Readonly<Record<string, unknown>>): string {
  return encodeBase64Url(JSON.stringify(members));
}
