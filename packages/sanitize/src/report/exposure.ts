import type { Revocation } from '@harrier/knowledge';
import type { CredentialKind } from '../credential-kind.ts';
import { parseCompactToken } from '../pseudonyms/jwt.ts';
import type { Redaction } from '../run/sanitize-capture.ts';

/** One credential of the capture: what it was, where it was used, until when, how to make it worthless. No value. */
export interface Exposure {
  readonly kind: CredentialKind;
  /** Its pseudonym: the same credential is found under it in the clean file. Nobody can compute it without the key. */
  readonly fingerprint: string;
  readonly hosts: readonly string[];
  /** How often it stood in the capture. */
  readonly places: number;
  /** Index of the first entry that holds it. */
  readonly firstEntry?: number;
  /** ISO 8601; from `exp` of a JWT, or Max-Age and Expires of the cookie. */
  readonly validUntil?: string;
  readonly revocation: Revocation;
}

/** Credentials that the inventory tells apart; a hostile capture could hold millions. */
const MAX_EXPOSURES = 100_000;

const MAX_HOSTS = 20;

/** Collects the inventory of what somebody who had the original could use, to be revoked or left to expire. */
export class ExposureInventory {
  readonly #exposures = new Map<
    string,
    { -readonly [Member in keyof Exposure]: Exposure[Member] } & { hosts: string[] }
  >();
  readonly #validity = new Map<string, string>();
  #left = 0;

  /** How many more credentials there were than the inventory holds. */
  get leftOut(): number {
    return this.#left;
  }

  /** A cookie's life, as its Set-Cookie field says. */
  cookieLives(value: string, until: number): void {
    if (this.#validity.size < MAX_EXPOSURES && Number.isFinite(until))
      this.#validity.set(value, isoText(until));
  }

  add({ kind, pseudonym, entry }: Redaction, value: string, host: string): void {
    const fingerprint = pseudonym;
    const known = this.#exposures.get(fingerprint);
    if (known !== undefined) {
      known.places++;
      if (host !== '' && known.hosts.length < MAX_HOSTS && !known.hosts.includes(host))
        known.hosts.push(host);
      return;
    }
    if (this.#exposures.size >= MAX_EXPOSURES) {
      this.#left++;
      return;
    }
    const validUntil = tokenExpiry(value) ?? this.#validity.get(value);
    this.#exposures.set(fingerprint, {
      kind,
      fingerprint,
      hosts: host === '' ? [] : [host],
      places: 1,
      ...(entry === undefined ? {} : { firstEntry: entry }),
      ...(validUntil === undefined ? {} : { validUntil }),
      revocation: revocationOf(kind),
    });
  }

  list(): Exposure[] {
    return [...this.#exposures.values()];
  }
}

function tokenExpiry(value: string): string | undefined {
  const exp = parseCompactToken(value)?.claims?.exp;
  return typeof exp === 'number' && exp > 0 && exp < 1e11 ? isoText(exp * 1000) : undefined;
}

function isoText(epochMs: number): string {
  return new Date(Math.min(epochMs, 8.64e15)).toISOString();
}

/** How a credential of a kind is made worthless. */
export function revocationOf(kind: CredentialKind): Revocation {
  return REVOCATIONS[kind];
}

const REVOCATIONS: Readonly<Record<CredentialKind, Revocation>> = {
  password: 'change-password',
  pin: 'change-password',
  'one-time-code': 'expires-by-itself',
  'recovery-code': 'change-password',
  'security-answer': 'change-password',
  'password-hash': 'change-password',
  'user-name': 'nothing',
  identity: 'nothing',
  session: 'sign-out',
  cookie: 'sign-out',
  'access-token': 'revoke-token',
  'refresh-token': 'revoke-token',
  'id-token': 'expires-by-itself',
  jwt: 'revoke-token',
  jwe: 'revoke-token',
  'api-key': 'rotate-key',
  'access-key-id': 'rotate-key',
  'client-secret': 'rotate-key',
  'authorization-code': 'expires-by-itself',
  'oauth-state': 'expires-by-itself',
  nonce: 'expires-by-itself',
  'code-verifier': 'expires-by-itself',
  'code-challenge': 'expires-by-itself',
  csrf: 'sign-out',
  captcha: 'expires-by-itself',
  saml: 'expires-by-itself',
  assertion: 'expires-by-itself',
  signature: 'revoke-token',
  basic: 'change-password',
  negotiate: 'sign-out',
  'private-key': 'replace-key-pair',
  'media-key': 'expires-by-itself',
  'sip-credential': 'change-password',
  'turn-credential': 'expires-by-itself',
  'card-number': 'block-card',
  'card-code': 'block-card',
  webhook: 'recreate-link',
  'device-token': 'revoke-token',
  'link-token': 'recreate-link',
  email: 'nothing',
  phone: 'nothing',
  'ip-address': 'nothing',
  'person-name': 'nothing',
};
