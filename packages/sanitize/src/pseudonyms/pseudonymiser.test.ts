import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CredentialKind, credentialKinds } from '../credential-kind.ts';
import { nameVerdict } from '../names/name-verdict.ts';
import { listNames, nameRows } from '../names/vocabulary/vocabulary.ts';
import { findShapes } from '../shapes/find-shapes.ts';
import { growUuid } from '../testing/grow.ts';
import { createRandom } from '../testing/random.ts';
import { looksRandom } from '../values/looks-random.ts';
import { decodeBase64Text, encodeBase64 } from './base64-text.ts';
import { fingerprintOf } from './fingerprint.ts';
import {
  isNumericPseudonym,
  isPseudonym,
  isPseudonymAt,
  lengthClass,
  pseudonymKind,
  pseudonymLength,
} from './grammar.ts';
import { isPseudonymous } from './is-pseudonymous.ts';
import { createPseudonymiser } from './pseudonymiser.ts';

const key = new Uint8Array(32).fill(7);
const pseudonymiser = createPseudonymiser(key);
const kinds = Object.keys(credentialKinds) as CredentialKind[];
const anyKind = fc.constantFrom(...kinds);

describe('kinds', () => {
  it('have three letters each, all different', () => {
    const tags = kinds.map((kind) => credentialKinds[kind].tag);
    expect(new Set(tags).size).toBe(kinds.length);
    for (const tag of tags) expect(tag).toMatch(/^[a-z]{3}$/);
  });
});

describe('pseudonyms', () => {
  it('are of our grammar, short, and need no escaping anywhere', () => {
    fc.assert(
      fc.property(anyKind, fc.string({ unit: 'binary', minLength: 1 }), (kind, value) => {
        const text = pseudonymiser.pseudonym(kind, value);
        expect(text).toMatch(/^[0-9a-z-]{20}$/);
        expect(pseudonymKind(text)).toBe(kind);
        expect(isPseudonymAt(`x${text}y`, 1)).toBe(true);
        expect(encodeURIComponent(text)).toBe(text);
        expect(JSON.stringify(text)).toBe(`"${text}"`);
        // Base64url of this length decodes, so it can stand for a signature.
        expect(() => atob(text.replaceAll('-', '+'))).not.toThrow();
      }),
    );
  });

  it('are the same for the same value and differ for others', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (a, b) => {
        const same = pseudonymiser.pseudonym('session', a) === pseudonymiser.pseudonym('session', b);
        expect(same).toBe(a === b);
      }),
    );
  });

  it('show one value under two kinds by the same twelve letters', () => {
    const value = 'the same value';
    expect(pseudonymiser.pseudonym('session', value).slice(7, 19)).toBe(
      pseudonymiser.pseudonym('cookie', value).slice(7, 19),
    );
  });

  it('under another key share nothing but the kind', () => {
    const other = createPseudonymiser(new Uint8Array(32).fill(8));
    expect(other.pseudonym('password', 'hunter2')).not.toBe(pseudonymiser.pseudonym('password', 'hunter2'));
    expect(other.numericPseudonym('4711')).not.toBe(pseudonymiser.numericPseudonym('4711'));
    expect(() => createPseudonymiser(new Uint8Array(31))).toThrow(RangeError);
  });

  it('never change in a later version, or one case could not be compared with another', () => {
    expect(pseudonymiser.pseudonym('access-token', 'example')).toBe('hx-tok-03gnwn418vj32');
    expect(pseudonymiser.pseudonym('password', 'example')).toBe('hx-pwd-03gnwn418vj3z');
    expect(pseudonymiser.numericPseudonym('4711')).toBe(777_328_172_510_460);
  });

  it('tell a length class where it does not help a guesser', () => {
    expect(lengthClass(pseudonymiser.pseudonym('session', 'a'.repeat(40)))).toEqual({ min: 32, max: 63 });
    expect(lengthClass(pseudonymiser.pseudonym('cookie', 'a'.repeat(5_000)))).toEqual({
      min: 4096,
      max: 8191,
    });
    expect(lengthClass(pseudonymiser.pseudonym('pin', '4711'))).toBeUndefined();
    expect(lengthClass(pseudonymiser.pseudonym('password', 'hunter2'))).toBeUndefined();
    expect(lengthClass('no pseudonym')).toBeUndefined();
  });

  it('are as long as a value that is too long for a cookie or a field, and no longer', () => {
    for (const [length, expected] of [
      [2047, pseudonymLength],
      [2048, 2048],
      [4000, 4000],
      [5000, 5000],
      [16_384, 16_384],
      [1_000_000, 16_384],
    ] as const) {
      const value = 'a'.repeat(length);
      const filled = pseudonymiser.replace('cookie', value);
      expect(filled).toHaveLength(expected);
      expect(filled.startsWith(pseudonymiser.pseudonym('cookie', value))).toBe(true);
      expect(isPseudonymous(filled)).toBe(true);
      expect(pseudonymiser.replace('session', filled)).toBe(filled);
      expect(fingerprintOf(filled)).toBe(pseudonymiser.pseudonym('cookie', value));
    }
    expect(pseudonymiser.replace('password', 'a'.repeat(5000))).toHaveLength(pseudonymLength);
    expect(isPseudonymous(`${pseudonymiser.replace('cookie', 'a'.repeat(5000))}a`)).toBe(false);
  });

  it('keep the length of a long JWT as well, which still decodes', () => {
    const claims = {
      exp: 1,
      scope: 'read',
      roles: Array.from({ length: 400 }, (_, at) => `role-number-${at}`),
    };
    const part = (value: object): string => encodeBase64(JSON.stringify(value)).replace(/=+$/, '');
    const token = `${part({ alg: 'RS256' })}.${part(claims)}.${'s'.repeat(342)}`;
    const unsigned = `${part({ alg: 'none' })}.${part(claims)}.`;
    const filled = pseudonymiser.replace('jwt', token);
    expect(filled.length).toBeGreaterThanOrEqual(token.length);
    expect(isPseudonymous(filled)).toBe(true);
    expect(pseudonymiser.replace('cookie', filled)).toBe(filled);
    expect(JSON.parse(atob(filled.split('.')[1] ?? '')).exp).toBe(1);
    expect(pseudonymiser.replace('jwt', unsigned).endsWith('.')).toBe(true);
    const long = `${part({ alg: 'RS256' })}.${part({ exp: 1, data: 'd'.repeat(6000) })}.${'s'.repeat(342)}`;
    expect(pseudonymiser.replace('jwt', long)).toHaveLength(long.length);
  });

  it('replace numbers by numbers that are known as ours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), (value) => {
        const number = pseudonymiser.numericPseudonym(String(value));
        expect(isNumericPseudonym(number)).toBe(true);
        expect(JSON.parse(JSON.stringify(number))).toBe(number);
        expect(isPseudonymous(String(number))).toBe(true);
      }),
    );
  });

  it('are told from texts that only look like them', () => {
    const text = pseudonymiser.pseudonym('session', 'x');
    for (const other of [
      `${text}a`,
      text.slice(1),
      text.toUpperCase(),
      `hx-zzz-${text.slice(7)}`,
      text.replace('hx-', 'hy-'),
      'hx-ses-',
      '',
    ]) {
      expect(isPseudonym(other), other).toBe(false);
    }
    expect(text).toHaveLength(pseudonymLength);
  });

  it('stay what they are when sanitized again', () => {
    fc.assert(
      fc.property(anyKind, anyKind, fc.string({ minLength: 1 }), (first, second, value) => {
        const once = pseudonymiser.replace(first, value);
        expect(pseudonymiser.replace(second, once)).toBe(once);
        expect(createPseudonymiser(new Uint8Array(32)).replace(second, once)).toBe(once);
      }),
    );
  });

  it('have the shape of no credential, wherever they stand', () => {
    fc.assert(
      fc.property(anyKind, fc.string({ minLength: 1 }), fc.nat(), (kind, value, seed) => {
        const org = growUuid(createRandom(seed));
        const text = pseudonymiser.replace(kind, value);
        for (const place of [
          text,
          `Authorization: Bearer ${text}`,
          `Authorization: Basic ${text}`,
          `https://ann:${text}@example.com/?access_token=${text}&sig=${text}#id_token=${text}`,
          `Server=db;Password=${text};AccountKey=${text}`,
          `Set-Cookie: JSESSIONID=${text}; Path=/`,
          `${text}_P0A1_${org}`,
          `-----BEGIN PRIVATE KEY-----${text}-----END PRIVATE KEY-----`,
          `https://hooks.slack.com/services/${text}`,
        ]) {
          expect(findShapes(place), place).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are no credential under any name in any place', () => {
    const names = nameRows.flatMap((row) => [...listNames(row.ends), ...listNames(row.whole ?? '')]);
    const text = pseudonymiser.pseudonym('access-token', 'value');
    const number = String(pseudonymiser.numericPseudonym('4711'));
    for (const name of [...names, 'Authorization', 'Cookie', 'Set-Cookie', 'Signature', 'anything']) {
      for (const place of [
        'json',
        'query',
        'form',
        'xml-element',
        'cookie',
        'set-cookie',
        'request-header',
        'path',
      ] as const) {
        for (const value of [text, number, `Bearer ${text}`, `a=${text}; b=${text}`]) {
          if (value.includes(' ') && place !== 'request-header') continue;
          // A password may be anything, even a word and a pseudonym; only a whole pseudonym is ours.
          const verdict = nameVerdict({ place, name, value, strictness: 'strict' });
          if (!value.includes(' ')) expect(verdict, `${place} ${name}`).toBeUndefined();
        }
      }
    }
    for (const value of [
      `Bearer ${text}`,
      `Bearer ${text}_P0A1_${growUuid(createRandom(4))}`,
      `Token ${text}`,
    ]) {
      expect(nameVerdict({ place: 'request-header', name: 'authorization', value })).toBeUndefined();
    }
    expect(
      nameVerdict({
        place: 'request-header',
        name: 'cookie',
        value: `a=${text}; b=${text}`,
        strictness: 'strict',
      }),
    ).toBeUndefined();
  });

  it('may look random, which is why detectors ask first whether they are ours', () => {
    expect(looksRandom(pseudonymiser.pseudonym('session', 'x'))).toBe(true);
  });
});

describe('replacement', () => {
  it('keeps the org tail of a token', () => {
    const org = growUuid(createRandom(1));
    const opaque = createRandom(2).text('abcdefghijklmnopqrstuvwxyz0123456789', 64);
    expect(pseudonymiser.replace('access-token', `${opaque}_P0A1_${org}`)).toBe(
      `${pseudonymiser.pseudonym('access-token', opaque)}_P0A1_${org}`,
    );
  });

  it('keeps Basic credentials decodable, the password as it is pseudonymised elsewhere', () => {
    const replaced = pseudonymiser.replace('basic', encodeBase64('ann:s3cret:with:colons'));
    expect(decodeBase64Text(replaced)).toBe(
      `${pseudonymiser.pseudonym('user-name', 'ann')}:${pseudonymiser.pseudonym('password', 's3cret:with:colons')}`,
    );
    expect(decodeBase64Text(pseudonymiser.replace('basic', encodeBase64('key:')))).toMatch(
      /^hx-usr-[0-9a-z]{13}:$/,
    );
    expect(isPseudonymous(pseudonymiser.replace('basic', encodeBase64(':pw')))).toBe(true);
    expect(pseudonymiser.replace('basic', 'no base64!')).toMatch(/^hx-bas-/);
  });
});
