import { parseCompactToken } from '../pseudonyms/jwt.ts';
import { opaqueLengthBeforeOrgTail } from '../pseudonyms/org-tail.ts';
import type { SecretSpan } from '../secret-span.ts';
import { harmlessReason } from '../values/harmless.ts';
import { looksRandom } from '../values/looks-random.ts';
import { authorizationSpans, scopeStart } from './authorization.ts';
import { connectionSecrets } from './connection-string.ts';
import { cookieFieldSpans, cookieSpan, type Strictness, setCookieFieldSpans } from './cookie-fields.ts';
import { type NameMeaning, nameMeaning } from './name-meaning.ts';
import { headerPlaces, type NamePlace } from './name-place.ts';
import type { NameRow } from './name-row.ts';
import { passesGuard, type ValueType } from './value-guard.ts';
import { type NameVerdict, verdictOf } from './verdict.ts';

/** A value with the name and the place it stands under. */
export interface NamedValue {
  readonly place: NamePlace;
  /** As written: any style, namespace prefix and brackets included. */
  readonly name: string;
  /** Decoded: without the place's escapes and percent-encoding. */
  readonly value: string;
  /** What stood there in JSON; text by default. */
  readonly valueType?: ValueType;
  /** Default `default`. */
  readonly strictness?: Strictness;
}

/**
 * Decides by name, place and look whether a value is a credential, of what kind, and what of it goes.
 * `undefined` = the name gives no reason; the value may still have the shape of one (`findShapes`).
 */
export function nameVerdict(named: NamedValue): NameVerdict | undefined {
  const { place, name, value } = named;
  const strictness = named.strictness ?? 'default';
  if (place === 'cookie' || place === 'set-cookie') {
    const span = cookieSpan(name, value, strictness);
    return verdictOf(span === undefined ? [] : [span], 'certain');
  }
  // Most names say nothing; asked first, they spare the look at the value.
  const meaning = nameMeaning(place, name);
  if (meaning === undefined && headerPlaces.includes(place) && SCHEME_AND_TOKEN.test(value))
    return verdictOf(authorizationSpans(value, 'credentials'), 'suspect');
  if (meaning === undefined || harmlessReason(value) !== undefined) return undefined;
  return headerPlaces.includes(place)
    ? headerVerdict(named, meaning, strictness)
    : parameterVerdict(named, meaning, strictness);
}

/** A field of a service's own that is written like Authorization: `X-Upstream-Auth: Token …`. Spec: RFC 9110 §11.4. */
const SCHEME_AND_TOKEN =
  /^(?:Token|Bearer|Basic|ApiKey|Api-Key|Key|Negotiate|DPoP) {1,4}[A-Za-z0-9._~+/-]{16,8192}={0,2}$/i;

function headerVerdict(
  named: NamedValue,
  meaning: NameMeaning,
  strictness: Strictness,
): NameVerdict | undefined {
  const { value } = named;
  switch (meaning.reading) {
    case 'stays':
      return undefined;
    case 'credentials':
      return verdictOf(authorizationSpans(value, 'credentials'), 'certain');
    case 'challenge':
      return verdictOf(authorizationSpans(withScheme(value), 'challenge').map(fromScheme(value)), 'certain');
    case 'cookie':
      return verdictOf(cookieFieldSpans(value, strictness), 'certain');
    case 'set-cookie':
      return verdictOf(setCookieFieldSpans(value, strictness), 'certain');
    case 'protocols':
      return verdictOf(protocolSpans(value), 'suspect');
    case 'signatures':
      return verdictOf(signatureSpans(value), 'certain');
    case 'call-session':
      return isCallSession(value) ? undefined : rowVerdict(named, meaning.row);
    case 'named':
      return rowVerdict(named, meaning.row);
  }
}

/** `Session-ID` of a call names the dialogue in both sides' logs and authorises nothing. Spec: RFC 7989 §5. */
function isCallSession(value: string): boolean {
  return /^[0-9a-f]{32}(?:;|$)/i.test(value);
}

/** In a body only a value that names both sides is sure to be one. */
const BOTH_SIDES = /^[0-9a-f]{32};remote=[0-9a-f]{32}$/i;

/** `Authentication-Info` has parameters and no scheme word; one is put before it to read them. Spec: RFC 7615 §3. */
function withScheme(value: string): string {
  return BARE_PARAMETERS.test(value) ? `${BORROWED}${value}` : value;
}

function fromScheme(value: string): (span: SecretSpan) => SecretSpan {
  const shift = BARE_PARAMETERS.test(value) ? BORROWED.length : 0;
  return (span) => ({ ...span, start: span.start - shift, end: span.end - shift });
}

const BORROWED = 'Digest ';

const BARE_PARAMETERS = /^[A-Za-z][A-Za-z0-9_-]{0,40}=/;

/**
 * Subprotocols are words; clients that cannot set headers send a token as one of them
 * (`base64url.bearer.authorization.k8s.io.<token>`). Spec: RFC 6455 §11.3.4.
 */
function protocolSpans(value: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  let isNamed = false;
  for (const match of value.matchAll(/[^\s,]+/g)) {
    const token = match[0];
    // `access_token, <token>`: the protocol before it says what it is.
    const shortest = isNamed ? SHORTEST_NAMED : SHORTEST_PROTOCOL;
    isNamed = nameMeaning('json', token) !== undefined;
    if (token.length < shortest || harmlessReason(token) !== undefined || !looksRandom(token)) continue;
    const tail = token.startsWith('eyJ') ? 0 : token.lastIndexOf('.') + 1;
    spans.push({
      start: match.index + tail,
      end: match.index + token.length,
      kind: 'access-token',
      rule: 'name/websocket-protocol',
    });
  }
  return spans;
}

const SHORTEST_PROTOCOL = 20;
const SHORTEST_NAMED = 10;

/** `sig1=:<base64>:`, `t=1700000000,v1=<hex>`, `PasswordDigest="…"`: every long value goes, times and ids stay. */
function signatureSpans(value: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  for (const match of value.matchAll(/[A-Za-z0-9+/_-]{20,4096}={0,2}/g)) {
    if (harmlessReason(match[0]) !== undefined) continue;
    spans.push({
      start: match.index,
      end: match.index + match[0].length,
      kind: 'signature',
      rule: 'name/signature',
    });
  }
  return spans;
}

/** Header names turn up as keys where a body repeats a request: there they are read like headers. */
function parameterVerdict(
  named: NamedValue,
  { row, reading }: NameMeaning,
  strictness: Strictness,
): NameVerdict | undefined {
  const { place, value } = named;
  if (reading === 'call-session' && BOTH_SIDES.test(value)) return undefined;
  if (reading === 'credentials' && place === 'json' && /\s/.test(value)) {
    return verdictOf(authorizationSpans(value, 'credentials'), 'certain');
  }
  if ((reading === 'cookie' || reading === 'set-cookie') && value.includes('=')) {
    const spans =
      reading === 'cookie' ? cookieFieldSpans(value, strictness) : setCookieFieldSpans(value, strictness);
    return verdictOf(spans, 'certain');
  }
  return rowVerdict(named, row);
}

function rowVerdict(named: NamedValue, row: NameRow | undefined): NameVerdict | undefined {
  const { name, value } = named;
  if (row === undefined || !passesGuard(row, name, value, named.valueType ?? 'string')) return undefined;
  return verdictOf(
    rowSpans(row, value),
    row.guard === 'random' || row.guard === 'opaque' ? 'suspect' : 'certain',
  );
}

/** The part of a named value that goes: mostly all of it. */
function rowSpans(row: NameRow, value: string): readonly SecretSpan[] {
  const { kind, rule } = row;
  const all = (start: number, end: number): readonly SecretSpan[] =>
    end <= start || harmlessReason(value.slice(start, end)) !== undefined ? [] : [{ start, end, kind, rule }];
  if (/^(?:Bearer|Basic|Token|DPoP) /i.test(value) && kind !== 'password')
    return authorizationSpans(value, 'credentials');
  if (kind === 'access-key-id') return all(0, scopeStart(value));
  if (rule === 'name/webhook-url')
    return all(/^https?:\/\/[^/]*\//i.exec(value)?.[0].length ?? 0, value.length);
  if (rule === 'name/connection-string')
    return connectionSecrets(value).flatMap(({ start, end }) => all(start, end));
  if (parseCompactToken(value) !== undefined) return all(0, value.length);
  return all(0, opaqueLengthBeforeOrgTail(value) ?? value.length);
}
