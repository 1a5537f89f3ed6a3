import type { CredentialKind } from '../credential-kind.ts';
import { opaqueLengthBeforeOrgTail } from '../pseudonyms/org-tail.ts';
import type { SecretSpan } from '../secret-span.ts';
import { harmlessReason, unlikelyReason } from '../values/harmless.ts';
import { readAuthParameters } from './auth-parameters.ts';
import { findNameRow } from './find-name-row.ts';
import { passesGuard } from './value-guard.ts';

/**
 * Credentials and challenges of HTTP authentication. Scheme words stay, and of the parameters those that say
 * which resource, realm and algorithm; what proves something goes.
 *
 * | field | goes | stays |
 * |---|---|---|
 * | `Bearer`, `DPoP`, `Token`, unknown schemes | the token; of `<opaque>_<4>_<org uuid>` the opaque part | scheme, org tail |
 * | `Basic` | the base64 | scheme |
 * | `Negotiate`, `NTLM`, `Kerberos` | the blob | scheme |
 * | `Digest`, `Hawk`, `OAuth`, `Signature` | response, nonces, opaque, mac, tokens, signatures | realm, qop, algorithm, uri, username, keyId |
 * | `AWS4-HMAC-SHA256` | access key id, Signature | credential scope, SignedHeaders |
 * | `SharedAccessSignature` | sig | sr, se, skn |
 *
 * Spec: RFC 9110 §11.6, RFC 6750, RFC 7616, RFC 7617, RFC 4559, RFC 5849; AWS Signature Version 4.
 */
export function authorizationSpans(value: string, direction: 'credentials' | 'challenge'): SecretSpan[] {
  const lead = value.length - value.trimStart().length;
  const name = /^[A-Za-z][A-Za-z0-9_.+-]{0,40}/.exec(value.slice(lead))?.[0]?.toLowerCase() ?? '';
  const afterName = lead + name.length;
  const start = afterName + value.slice(afterName).length - value.slice(afterName).trimStart().length;
  const hasScheme = name !== '' && start > afterName && start < value.length;
  if (!hasScheme) return direction === 'challenge' ? [] : bareToken(value, 0, value.length);
  if (name === 'basic' && direction === 'credentials')
    return whole(value, start, 'basic', 'name/authorization-basic');
  if (BLOB_SCHEMES.has(name)) return whole(value, start, 'negotiate', 'name/authorization-negotiate');
  if (name === 'aws' && direction === 'credentials') return awsLegacy(value, start);
  if (PARAMETER.test(value.slice(start))) return parameterSpans(value, start, direction);
  if (direction === 'challenge') return [];
  return bareToken(value, start, value.length);
}

const BLOB_SCHEMES = new Set(['negotiate', 'ntlm', 'kerberos']);

/** A name, `=` and something that is not the padding of base64. */
const PARAMETER = /^[A-Za-z][A-Za-z0-9_-]{0,40} ?= ?[^=\s,]/;

function whole(value: string, start: number, kind: CredentialKind, rule: string): SecretSpan[] {
  const end = value.trimEnd().length;
  return isLeftAlone(value.slice(start, end)) ? [] : [{ start, end, kind, rule }];
}

/** A token without parameters. `Bearer undefined` stays: it is what broke. */
function bareToken(value: string, from: number, to: number): SecretSpan[] {
  const text = value.slice(from, to);
  const start = from + text.length - text.trimStart().length;
  const token = text.trim();
  if (isLeftAlone(token) || unlikelyReason(token) !== undefined) return [];
  const length = opaqueLengthBeforeOrgTail(token) ?? token.length;
  return [{ start, end: start + length, kind: 'access-token', rule: 'name/authorization' }];
}

function isLeftAlone(text: string): boolean {
  return text === '' || harmlessReason(text) !== undefined;
}

/** `AWS <access key id>:<signature>`, signature version 2. */
function awsLegacy(value: string, start: number): SecretSpan[] {
  const colon = value.indexOf(':', start);
  if (colon < 0) return bareToken(value, start, value.length);
  return [
    ...piece(value, start, colon, 'access-key-id', 'name/authorization'),
    ...piece(value, colon + 1, value.trimEnd().length, 'signature', 'name/authorization'),
  ];
}

function piece(value: string, start: number, end: number, kind: CredentialKind, rule: string): SecretSpan[] {
  return isLeftAlone(value.slice(start, end)) ? [] : [{ start, end, kind, rule }];
}

/** What a parameter holds, by its name in lower case; `stays` is said only of what must survive in credentials. */
const PARAMETERS: Readonly<Record<string, CredentialKind | 'stays'>> = {
  response: 'signature',
  rspauth: 'signature',
  signature: 'signature',
  sig: 'signature',
  mac: 'signature',
  hmac: 'signature',
  oauth_signature: 'signature',
  passworddigest: 'signature',
  nonce: 'nonce',
  cnonce: 'nonce',
  nextnonce: 'nonce',
  oauth_nonce: 'nonce',
  opaque: 'nonce',
  token: 'access-token',
  access_token: 'access-token',
  client_token: 'access-token',
  oauth_token: 'access-token',
  oauth_verifier: 'authorization-code',
  auth: 'access-token',
  key: 'api-key',
  apikey: 'api-key',
  api_key: 'api-key',
  password: 'password',
  secret: 'client-secret',
  credential: 'access-key-id',
  realm: 'stays',
  qop: 'stays',
  algorithm: 'stays',
  charset: 'stays',
  uri: 'stays',
  nc: 'stays',
  stale: 'stays',
  domain: 'stays',
  scope: 'stays',
  error: 'stays',
  error_description: 'stays',
  error_uri: 'stays',
  username: 'stays',
  userhash: 'stays',
  id: 'stays',
  keyid: 'stays',
  headers: 'stays',
  signedheaders: 'stays',
  created: 'stays',
  expires: 'stays',
  ts: 'stays',
  timestamp: 'stays',
  version: 'stays',
  ext: 'stays',
  app: 'stays',
  dlg: 'stays',
  oauth_version: 'stays',
  oauth_signature_method: 'stays',
  oauth_timestamp: 'stays',
  oauth_consumer_key: 'stays',
  oauth_callback: 'stays',
  sr: 'stays',
  se: 'stays',
  skn: 'stays',
  sv: 'stays',
  client: 'stays',
  deviceid: 'stays',
  device: 'stays',
  authorization_uri: 'stays',
  resource_metadata: 'stays',
  resource: 'stays',
};

function parameterSpans(value: string, from: number, direction: 'credentials' | 'challenge'): SecretSpan[] {
  const spans: SecretSpan[] = [];
  for (const { name, start, end } of readAuthParameters(value, from)) {
    const text = value.slice(start, end);
    const holds = Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name] : namedKind(direction, name, text);
    if (holds === 'stays' || isLeftAlone(text)) continue;
    // An unknown parameter of credentials goes when it is no word: schemes are many, and each has its proof.
    const isProof = direction === 'credentials' && text.length >= 16 && unlikelyReason(text) === undefined;
    if (holds === undefined && !isProof) continue;
    const kind = holds ?? 'access-token';
    const stop = kind === 'access-key-id' ? start + scopeStart(text) : end;
    spans.push(...piece(value, start, stop, kind, 'name/authorization-parameter'));
  }
  return spans;
}

/** What a parameter of a scheme of somebody's own holds by its name: `Phone number="100", pin="…"`. */
function namedKind(
  direction: 'credentials' | 'challenge',
  name: string,
  text: string,
): CredentialKind | undefined {
  const row = direction === 'credentials' ? findNameRow('query', name) : undefined;
  return row !== undefined && passesGuard(row, name, text, 'string') ? row.kind : undefined;
}

/** Where the scope begins in `AKIA…/20260101/eu-west-1/s3/aws4_request`: only the key id before it goes. */
export function scopeStart(credential: string): number {
  const slash = credential.search(/\/|%2F/i);
  return slash < 0 ? credential.length : slash;
}
