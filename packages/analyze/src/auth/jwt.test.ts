import { expect, it } from 'vitest';
import { claimsOf } from './jwt.ts';

const part = (value: unknown) => btoa(JSON.stringify(value)).replaceAll('=', '');
const token = (claims: unknown, signature = 'c2lnbmVk') =>
  [part({ alg: 'ES256', typ: 'JWT' }), part(claims), signature].join('.');

it('reads times, audiences and scopes in each of their spellings', () => {
  expect(claimsOf(token({ exp: 1700000000, aud: 'portal', scp: ['a', 'b c'] }))).toEqual({
    exp: 1700000000,
    aud: ['portal'],
    scopes: ['a', 'b', 'c'],
  });
  expect(
    claimsOf(token({ nbf: 5, iat: 4, iss: 'https://login.example.test', scope: 'a b', aud: ['x', 'y'] })),
  ).toEqual({
    nbf: 5,
    iat: 4,
    iss: 'https://login.example.test',
    aud: ['x', 'y'],
    scopes: ['a', 'b'],
  });
});

it('reads a token whose signature was replaced', () => {
  expect(claimsOf(token({ exp: 1 }, 'hx-sig-0123456789abg'))).toEqual({ exp: 1 });
});

it('shows no claim that names a person', () => {
  expect(claimsOf(token({ sub: 'avery', email: 'avery@example.com', exp: 1 }))).toEqual({ exp: 1 });
});

it('takes nothing else for a token', () => {
  for (const text of [
    '',
    'masked',
    'a.b',
    'aaaa.bbbb.cccc',
    `${token({})}.more.parts`,
    token('text'),
    token(null),
  ])
    expect(claimsOf(text)).toBe(undefined);
});
