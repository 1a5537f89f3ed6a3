import { describe, expect, it } from 'vitest';
import { isCredentialName } from './credential-name.ts';
import { maskCredentials } from './mask.ts';

const mask = maskCredentials((characters) => `<${characters}>`);
/** Put together here, so that no scanner of the repository takes it for a real one. */
const token = ['eyJhbGciOiJub25lIn0', 'eyJzdWIiOiJleGFtcGxlIn0', 'c2lnbmF0dXJl'].join('.');

describe('a name', () => {
  it.each([
    'Authorization',
    'x-amz-security-token',
    'accessToken',
    'client_secret',
    'user[password]',
    'APIKey',
    'X-API-Key',
    'sessionId',
    'X-CSRF-Token',
    'sid',
  ])('%s is a credential’s', (name) => expect(isCredentialName(name)).toBe(true));
  it.each([
    'TrackingID',
    'tokenType',
    'token_type',
    'passwordPolicy',
    'expires_in',
    'author',
    'keyboard',
    'primaryKey',
    'etag',
    'x-request-id',
    'sessionDuration',
    'Content-Type',
    'constructor',
    '',
  ])('%s is no credential’s', (name) => expect(isCredentialName(name)).toBe(false));
});

it.each([
  ['Authorization', 'Bearer abc.def', 'Bearer <7>'],
  ['authorization', 'Basic dXNlcjpwYXNz', 'Basic <12>'],
  ['Authorization', 'justonetoken', '<12>'],
  ['Cookie', 'sid=abcdef; theme=dark; flag', 'sid=<6>; theme=<4>; <4>'],
  ['Set-Cookie', 'sid=abcdef; Path=/; HttpOnly\nb=12; Secure', 'sid=<6>; Path=/; HttpOnly\nb=<2>; Secure'],
  ['X-Auth-Token', 'abcdef', '<6>'],
  [':path', '/login?access_token=abc&next=/home', '/login?access_token=<3>&next=/home'],
  [
    'Location',
    `https://example.com/cb#id_token=${token}&expires_in=3600`,
    `https://example.com/cb#id_token=<${token.length}>&expires_in=3600`,
  ],
  ['X-Note', `sent ${token} twice`, `sent <${token.length}> twice`],
  [
    'TrackingID',
    'ATLAS_4fd0efd2-0000-4000-8000-000000000000_12',
    'ATLAS_4fd0efd2-0000-4000-8000-000000000000_12',
  ],
  ['Content-Type', 'application/json', 'application/json'],
])('shows of %s: %s only what is no credential', (name, value, shown) => {
  expect(mask.field(name, value)).toBe(shown);
});

it.each([
  ['https://user:secret@example.com/a?b=1', 'https://user:<6>@example.com/a?b=1'],
  ['https://example.com/?X-Amz-Signature=abcdef&id=7', 'https://example.com/?X-Amz-Signature=<6>&id=7'],
  ['https://example.com/?code=0123456789abcdef&code=12', 'https://example.com/?code=<16>&code=12'],
  ['https://example.com/?csrf=true&%74oken=abcdef', 'https://example.com/?csrf=true&%74oken=<6>'],
  ['not a url ?&=', 'not a url ?&='],
])('shows of %s what can be shared', (url, shown) => {
  expect(mask.url(url)).toBe(shown);
});

it('masks a token behind a hyphen and what stands before it', () => {
  expect(mask.text(`id-${token}, a.b-${token}`)).toBe(`id-<${token.length}>, a.b-<${token.length}>`);
});

it('is soon done with a text of nothing but beginnings of tokens', () => {
  const text = 'eyJ-'.repeat(200_000);
  expect(mask.text(text)).toBe(text);
});
