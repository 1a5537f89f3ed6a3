import { describe, expect, it } from 'vitest';
import { growJwt, growUuid } from '../testing/grow.ts';
import { nameStyles } from '../testing/name-styles.ts';
import { createRandom } from '../testing/random.ts';
import type { NamePlace } from './name-place.ts';
import { nameVerdict } from './name-verdict.ts';
import type { ValueType } from './value-guard.ts';
import { listNames, nameRows } from './vocabulary/vocabulary.ts';

const random = createRandom(2026);
const HEX = '0123456789abcdef';
const token = random.text(`${HEX}ghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ`, 40);

/** What goes of a value, or `undefined`. */
function gone(
  place: NamePlace,
  name: string,
  value: string,
  valueType: ValueType = 'string',
): string[] | undefined {
  return nameVerdict({ place, name, value, valueType })?.parts.map(({ start, end }) =>
    value.slice(start, end),
  );
}

/** Names that are no credential's, whatever stands under them. */
const HARMLESS_NAMES = `
token type, token count, token limit, token name, token endpoint, token url, token lifetime, token expiry, token expires at, token status,
token issuer, token version, token format, token source, tokens per minute, max tokens, total tokens, prompt tokens, tokenizer, token id type,
expires in, expires at, expiration, password policy, password expired, password strength, password min length, password hint, password rules,
password changed at, password last set, password reset required, password field, password label, password type, password url, passwordless mode,
author, authors, authority, authorities, auth method, auth type, auth provider, auth level, auth url, auth enabled, authenticated,
authenticated at, authentication method, authentication type, authorization endpoint, authorization url, authorized scopes, authorship,
keyboard, keyboard layout, keyword, keywords, primary key, foreign key, sort key, partition key, public key, key id, kid, key name, key type,
key usage, key length, key algorithm, keyframe, cache key, surrogate key, idempotency key, site key, publishable key, object key, message key,
translation key, group key, code name, error code, status code, country code, language code, currency code, reason code, zip code,
postal code, response code, exit code, product code, source code, qr code url, code system, code page, barcode, encode, decoder,
country state, state name, state code, states, stateful, ready state, connection state, entity state, state machine id,
session duration, session timeout, session count, session name, session type, session start, session length, session tracking id, session state,
secretary, secretariat, secret name, secret arn, secret question, secret type, cookie consent, cookie policy, cookie domain, cookie name,
cookie path, cookie banner version, cookie count, signature algorithm, signature version, signature method, signature date, signature type, signatory,
csrf header name, csrf parameter name, csrf cookie name, csrf enabled, nonce length, nonce size, nonce type, public key id,
client id, client name, client version, scope, scopes, grant type, response type, redirect uri, issuer, audience, subject type, code challenge method,
pinned, pinned at, pin type, pin length, pin count, pinterest id, shipping pin, map pin, spin, opinion, shopping, mapping,
tracking id, trackingid, correlation id, request id, trace id, span id, parent id, transaction id, message id, event id, trace parent,
org id, organization id, user id, customer id, location id, account id, tenant id, group id, device id, person id, site id, call id,
next page token, page token, continuation token, sync token, next token, resume token, delta token, cancellation token, design token,
etag, digest type, content md5, integrity, checksum, file hash, commit hash, hash algorithm, build hash, sha, version hash,
license type, licence id, license count, otp length, otp enabled, otp type, mfa enabled, mfa type, mfa methods, two factor enabled,
bearer methods supported, certificate, certificate chain, fingerprint, thumbprint, compass, passenger, passive, bypass mode, passed, pass rate,
passport country, pan zoom, company, span, card type, card brand, card last four, card holder name, card count, cvv required, cvv result,
recovery email masked, recovery enabled, backup enabled, backup schedule, webhook id, webhook event, webhook name, webhook status,
url, host, href, path, query, title, description, comment, name, display name, first name, email verified, phone number type,
feature access, permissions, roles, entitlements, privileges, credential type, credentials supported, credential count, key ops
`
  .split(',')
  .map((name) => name.trim())
  .filter((name) => name !== '');

/** Values no suspect name makes a credential of. */
const HARMLESS_VALUES: readonly (readonly [string, string, ValueType?])[] = [
  ['state', 'FAILED'],
  ['state', 'in_progress'],
  ['state', 'xyz'],
  ['state', 'CA'],
  ['state', '3', 'number'],
  ['state', 'North Rhine-Westphalia'],
  ['code', '400'],
  ['code', '400112', 'number'],
  ['code', 'InvalidParameter'],
  ['code', 'ERR_TIMEOUT'],
  ['code', 'user_not_found'],
  ['code', 'function(a,b){return a+b}'],
  ['key', 'customer.name'],
  ['key', 'validation.failed'],
  ['auth', 'required'],
  ['auth', 'oauth2'],
  ['auth', 'true', 'boolean'],
  ['authorization', 'required'],
  ['token', 'REFRESH_TOKEN'],
  ['token', 'true', 'boolean'],
  ['token', '', 'string'],
  ['token', 'null', 'null'],
  ['token', 'undefined'],
  ['token', '[redacted]'],
  ['token', '***'],
  ['token', '{{token}}'],
  ['token', '128000', 'number'],
  ['tokens', '128000', 'number'],
  ['accessToken', 'expired'],
  ['token', 'Enter the token from your e-mail'],
  ['apiKey', 'Schlüssel für die API'],
  ['clientSecret', 'Client secret (optional)'],
  ['access_token', 'none'],
  ['sessionId', 'none'],
  ['session', 'active'],
  ['sid', '12', 'number'],
  ['signature', 'HMAC-SHA256'],
  ['signature', 'optional'],
  ['sig', '1'],
  ['csrf', 'enabled'],
  ['csrfToken', 'X-CSRF-TOKEN'],
  ['nonce', 'true'],
  ['apiKey', 'header'],
  ['apiKey', 'YOUR_API_KEY'],
  ['secret', 'true', 'boolean'],
  ['password', 'true', 'boolean'],
  ['password', 'null', 'null'],
  ['password', ''],
  ['password', '********'],
  ['password', '[redacted]'],
  ['password', '<password>'],
  ['showPassword', 'true'],
  ['savePassword', '1'],
  ['hasPassword', 'false'],
  ['pin', 'true', 'boolean'],
  ['pin', '1', 'number'],
  ['pin', 'drop'],
  ['otp', 'sms'],
  ['otp', 'required'],
  ['pass', '17', 'number'],
  ['credential', 'same-origin'],
  ['credentials', 'include'],
  ['ticket', 'CASE-4711'],
  ['locale_token', 'en-US'],
  ['d', 'M10 10h4v4z'],
  ['mnemonic', 'default'],
  ['cardNumber', '**** 1111'],
  ['pan', 'left'],
  ['webhookUrl', 'none'],
];

describe('names', () => {
  it('knows names enough to need the traps', () => {
    const names = nameRows.flatMap((row) => [...listNames(row.ends), ...listNames(row.whole ?? '')]);
    expect(names.length).toBeGreaterThan(300);
    expect(new Set(nameRows.map(({ rule }) => rule)).size).toBe(nameRows.length);
    expect(HARMLESS_NAMES.length).toBeGreaterThan(150);
    expect(HARMLESS_VALUES.length).toBeGreaterThan(60);
  });

  it.each(nameRows.map((row) => [row.rule, row] as const))(
    '%s is known in every style of naming',
    (rule, row) => {
      const value = row.guard === 'digits' ? '4711081547110815' : token.repeat(2);
      const place: NamePlace = row.places?.includes('json') === false ? (row.places[0] ?? 'json') : 'json';
      for (const name of [...listNames(row.ends), ...listNames(row.whole ?? '')]) {
        for (const { style, spell } of nameStyles) {
          // A whole name in brackets is no longer the whole name.
          if (style === 'form[brackets]' && listNames(row.whole ?? '').includes(name)) continue;
          const spelled = spell(name.split(' '));
          const verdict = nameVerdict({ place, name: spelled, value });
          expect(verdict, `${spelled} (${style})`).toBeDefined();
          expect(verdict?.parts.length, spelled).toBe(1);
        }
      }
      expect(rule).toMatch(/^name\/[a-z-]+$/);
    },
  );

  it.each(nameStyles)('leaves harmless names alone in $style, whatever stands under them', ({ spell }) => {
    const wrong: string[] = [];
    for (const name of HARMLESS_NAMES) {
      const spelled = spell(name.split(' '));
      for (const place of ['json', 'query', 'form', 'request-header', 'xml-element'] as const) {
        if (gone(place, spelled, token) !== undefined) wrong.push(`${place} ${spelled}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(HARMLESS_VALUES.map(([name, value, type]) => ({ name, value, type })))(
    'leaves $name: $value',
    ({ name, value, type }) => {
      for (const place of ['json', 'query', 'form'] as const) {
        if (type !== undefined && type !== 'string' && place !== 'json') continue;
        expect(gone(place, name, value, type), place).toBeUndefined();
      }
    },
  );

  it('takes a password however short or wordy it is', () => {
    for (const value of [
      'a',
      '1',
      'true',
      'secret',
      'password',
      'summer',
      'en',
      'hunter2',
      'correct horse battery',
      '000000',
    ]) {
      expect(gone('json', 'password', value), value).toEqual([value]);
      expect(gone('form', 'user[password_confirmation]', value), value).toEqual([value]);
      expect(gone('xml-element', 'wsse:Password', value), value).toEqual([value]);
    }
    expect(gone('json', 'password', '1234', 'number')).toEqual(['1234']);
  });

  it('takes PINs and one-time codes, as text and as numbers', () => {
    for (const name of [
      'pin',
      'pinCode',
      'voicemail_pin',
      'otp',
      'mfaCode',
      'verification-code',
      'hostKey',
      'cvv',
    ]) {
      expect(gone('json', name, '4711', 'number'), name).toEqual(['4711']);
      expect(gone('form', name, '0815'), name).toEqual(['0815']);
    }
    expect(gone('json', 'card_number', '4111 1111 1111 1111')).toEqual(['4111 1111 1111 1111']);
  });

  it('takes the OAuth code, state and nonce when they look drawn', () => {
    for (const place of ['query', 'fragment', 'form', 'json'] as const) {
      expect(gone(place, 'code', token), place).toEqual([token]);
      expect(gone(place, 'state', token), place).toEqual([token]);
      expect(gone(place, 'nonce', token.slice(0, 12)), place).toEqual([token.slice(0, 12)]);
      expect(gone(place, 'state', growUuid(random)), place).toBeDefined();
    }
    expect(nameVerdict({ place: 'query', name: 'state', value: token })?.certainty).toBe('suspect');
    expect(nameVerdict({ place: 'query', name: 'access_token', value: token })?.certainty).toBe('certain');
  });

  it('leaves the org tail of a token and takes what is before it', () => {
    const org = growUuid(random);
    const opaque = token + token.slice(0, 24);
    expect(gone('json', 'access_token', `${opaque}_P0A1_${org}`)).toEqual([opaque]);
    expect(gone('request-header', 'authorization', `Bearer ${opaque}_P0A1_${org}`)).toEqual([opaque]);
    expect(gone('form', 'token', `Bearer ${opaque}_P0A1_${org}`)).toEqual([opaque]);
  });

  it('finds names nobody parted', () => {
    for (const name of [
      'userpassword',
      'NEWPASSWORD',
      'myaccesstoken',
      'usersessiontoken',
      'thirdpartyapikey',
      'csrfmiddlewaretoken',
      '__RequestVerificationToken',
      'xsrftoken',
      'customtoken',
    ]) {
      expect(gone('form', name, token), name).toEqual([token]);
    }
  });

  it('reads headers repeated as JSON keys like headers', () => {
    expect(gone('json', 'Authorization', `Bearer ${token}`)).toEqual([token]);
    expect(gone('json', 'cookie', `sid=${token}; theme=dark`)).toEqual([token]);
    expect(gone('json', 'ETag', `"${token}"`)).toBeUndefined();
    expect(gone('json', 'password', `Bearer ${token}`)).toEqual([`Bearer ${token}`]);
  });

  it('takes a token out of a path, after a word that announces one', () => {
    for (const word of ['reset-password', 'verify', 'magic-link', 'invite', 'unsubscribe', 'activate']) {
      expect(gone('path', word, token), word).toEqual([token]);
    }
    expect(gone('path', 'users', token)).toBeUndefined();
    expect(gone('path', 'verify', 'overview-page')).toBeUndefined();
  });

  it('takes the signature of a presigned URL and leaves what it signs', () => {
    expect(gone('query', 'X-Amz-Signature', random.text(HEX, 64))).toBeDefined();
    expect(gone('query', 'sig', `${token}=`)).toBeDefined();
    expect(
      gone(
        'query',
        'X-Amz-Credential',
        `${'A'}KIA${random.text('ABCDEFGH234567', 16)}/20260101/eu-west-1/s3/aws4_request`,
      )?.[0],
    ).toMatch(/^AKIA[A-Z2-7]{16}$/);
    for (const [name, value] of [
      ['X-Amz-Date', '20260101T000000Z'],
      ['X-Amz-SignedHeaders', 'host'],
      ['X-Amz-Algorithm', 'AWS4-HMAC-SHA256'],
      ['X-Amz-Expires', '3600'],
      ['se', '2026-01-01T00:00:00Z'],
      ['sv', '2022-11-02'],
      ['skoid', growUuid(random)],
    ] as const) {
      expect(gone('query', name, value), name).toBeUndefined();
    }
  });

  it('takes the identities of a SAML assertion and leaves its metadata', () => {
    expect(gone('xml-element', 'saml2:NameID', 'ann@example.com')).toEqual(['ann@example.com']);
    expect(gone('xml-element', 'ds:SignatureValue', token)).toEqual([token]);
    expect(gone('xml-attribute', 'SessionIndex', token)).toEqual([token]);
    for (const name of ['saml2:Issuer', 'saml2:Audience', 'ds:X509Certificate', 'saml2p:StatusMessage']) {
      expect(gone('xml-element', name, token), name).toBeUndefined();
    }
    for (const name of ['Destination', 'InResponseTo', 'NotOnOrAfter', 'IssueInstant', 'ID']) {
      expect(gone('xml-attribute', name, token), name).toBeUndefined();
    }
    expect(gone('form', 'SAMLResponse', token)).toEqual([token]);
  });

  it('takes only the password of a connection string and only the path of a webhook', () => {
    expect(gone('json', 'connectionString', 'Server=db;User Id=app;Password=tr0ub4dor;Encrypt=true')).toEqual(
      ['tr0ub4dor'],
    );
    expect(gone('json', 'DATABASE_URL', 'postgres://app:tr0ub4dor@db.example.com/orders')).toEqual([
      'tr0ub4dor',
    ]);
    expect(gone('json', 'webhook_url', `https://hooks.example.com/in/${token}`)).toEqual([`in/${token}`]);
  });

  it('takes a JWT whole, so that it can be made a sanitized one', () => {
    const jwt = growJwt(random);
    expect(gone('json', 'id_token', jwt)).toEqual([jwt]);
    expect(gone('query', 'access_token', jwt)).toEqual([jwt]);
  });
});
