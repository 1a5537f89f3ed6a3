import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findShapes } from '../shapes/find-shapes.ts';
import { grow } from '../testing/grow.ts';
import { createRandom } from '../testing/random.ts';
import { decodeBase64Text, encodeBase64Url } from './base64-text.ts';
import { isNumericPseudonym, isPseudonym } from './grammar.ts';
import { isSanitisedJwt } from './jwt.ts';
import { createPseudonymiser } from './pseudonymiser.ts';

const pseudonymiser = createPseudonymiser(new Uint8Array(32).fill(1));

function jwtOf(
  claims: unknown,
  header: unknown = { alg: 'RS256', typ: 'JWT', kid: 'key-1' },
  signature = 'c2lnbmF0dXJl',
): string {
  return `${encodeBase64Url(JSON.stringify(header))}.${encodeBase64Url(JSON.stringify(claims))}.${signature}`;
}

function read(token: string): {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
  signature: string;
} {
  const [header = '', claims = '', signature = ''] = token.split('.');
  return {
    header: JSON.parse(decodeBase64Text(header) ?? '') as Record<string, unknown>,
    claims: JSON.parse(decodeBase64Text(claims) ?? '') as Record<string, unknown>,
    signature,
  };
}

describe('a sanitized JWT', () => {
  const claims = {
    iss: 'https://id.example.com',
    aud: ['portal', 'api'],
    exp: 1_767_225_600,
    nbf: 1_767_222_000,
    iat: 1_767_222_000,
    scope: 'read write',
    scp: ['read'],
    azp: 'portal',
    sub: 'ann@example.com',
    jti: '5f0c',
    email: 'ann@example.com',
    email_verified: true,
    employee: 4711,
    realm_access: { roles: ['admin', 'user'] },
    middle_name: null,
  };
  const sanitised = pseudonymiser.replace('access-token', jwtOf(claims));

  it('keeps what tells why a server said 401', () => {
    const { header, claims: kept } = read(sanitised);
    expect(header).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'key-1' });
    for (const name of ['iss', 'aud', 'exp', 'nbf', 'iat', 'scope', 'scp', 'azp'] as const)
      expect(kept[name]).toEqual(claims[name]);
  });

  it('replaces the other claims, their types and depth kept', () => {
    const { claims: kept } = read(sanitised);
    expect(Object.keys(kept)).toEqual(Object.keys(claims));
    expect(kept.sub).toBe(kept.email);
    expect(isPseudonym(String(kept.sub))).toBe(true);
    expect(isNumericPseudonym(Number(kept.employee))).toBe(true);
    expect(kept.email_verified).toBe(true);
    expect(kept.middle_name).toBeNull();
    const roles = (kept.realm_access as { roles: string[] }).roles;
    expect(roles.every(isPseudonym)).toBe(true);
    expect(new Set(roles).size).toBe(2);
  });

  it('has a signature that decodes and proves nothing', () => {
    expect(read(sanitised).signature).toMatch(/^hx-sig-[0-9a-z]{13}$/);
    expect(isSanitisedJwt(sanitised)).toBe(true);
    expect(isSanitisedJwt(jwtOf(claims))).toBe(false);
  });

  it('is not taken for a token again', () => {
    expect(findShapes(`Bearer ${sanitised}`)).toEqual([]);
    expect(pseudonymiser.replace('jwt', sanitised)).toBe(sanitised);
  });

  it('is not believed because of its signature alone', () => {
    const forged = jwtOf({ sub: 'ann@example.com' }, undefined, read(sanitised).signature);
    expect(isSanitisedJwt(forged)).toBe(false);
    expect(findShapes(forged)).toHaveLength(1);
  });

  it('without a signature stays without, because that is a finding', () => {
    const replaced = pseudonymiser.replace('jwt', jwtOf({ sub: 'ann' }, { alg: 'none' }, ''));
    expect(replaced.endsWith('.')).toBe(true);
    expect(isSanitisedJwt(replaced)).toBe(true);
  });

  it('keeps a kept claim only while it is plain', () => {
    const { claims: kept } = read(
      pseudonymiser.replace(
        'jwt',
        jwtOf({ iss: 'https://ann:pw@example.com', aud: { nested: 'ann' }, scope: 'x'.repeat(3_000) }),
      ),
    );
    expect(isPseudonym(String(kept.iss))).toBe(true);
    expect(isPseudonym(String(kept.scope))).toBe(true);
    expect(isPseudonym((kept.aud as { nested: string }).nested)).toBe(true);
  });

  it('may be stripped whole', () => {
    const strict = createPseudonymiser(new Uint8Array(32), { jwt: 'strip' });
    expect(strict.replace('access-token', jwtOf(claims))).toMatch(/^hx-tok-/);
  });

  it('leaves no claim of its own under a hostile name', () => {
    const token = `${encodeBase64Url('{"alg":"none"}')}.${encodeBase64Url('{"__proto__":{"sub":"ann-of-example"},"constructor":"ann-of-example"}')}.x`;
    const [, payload = ''] = pseudonymiser.replace('jwt', token).split('.');
    expect(decodeBase64Text(payload)).not.toContain('ann-of-example');
    expect(decodeBase64Text(payload)).toContain('__proto__');
    expect(({} as { sub?: string }).sub).toBeUndefined();
  });

  it('keeps no string of the claims that were to go, whatever they are', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue({ maxDepth: 4 })), (extra) => {
        const secret = 'Kd8fjw02-unmistakable';
        const token = jwtOf({ ...extra, private: [secret, { deep: secret }], exp: 1 });
        const replaced = pseudonymiser.replace('jwt', token);
        expect(decodeBase64Text(replaced.split('.')[1] ?? '')).not.toContain(secret);
        expect(isSanitisedJwt(replaced)).toBe(true);
        expect(pseudonymiser.replace('jwt', replaced)).toBe(replaced);
      }),
    );
  });
});

describe('a sanitized JWE', () => {
  it('keeps its header and loses its parts', () => {
    const { text, secrets } = grow('<jwe>', createRandom(3));
    const replaced = pseudonymiser.replace('jwe', text);
    expect(replaced.split('.')[0]).toBe(text.split('.')[0]);
    for (const secret of secrets) expect(replaced).not.toContain(secret);
    expect(findShapes(replaced)).toEqual([]);
    expect(pseudonymiser.replace('jwe', replaced)).toBe(replaced);
  });
});
