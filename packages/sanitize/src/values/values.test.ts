import { describe, expect, it } from 'vitest';
import { createRandom } from '../testing/random.ts';
import { shannonEntropy } from './entropy.ts';
import { harmlessReason, unlikelyReason } from './harmless.ts';
import { looksRandom } from './looks-random.ts';
import { isPlaceholder, isRedactionMark } from './placeholder.ts';
import { isUuid } from './uuid.ts';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const ALPHABETS = {
  hex: '0123456789abcdef',
  base32: `${LOWER.toUpperCase()}234567`,
  lower: `${LOWER}0123456789`,
  base64url: `${LOWER}${LOWER.toUpperCase()}0123456789_-`,
  letters: LOWER,
};

/** Names and words out of programs, pages and API answers. */
const WORDS =
  `customerAccountOverview featureAccessPermissions telephony_devices application/json userOrgSettingsPermissionEnabled
  getElementsByClassName bootstrap.min.js in_progress ERR_CONNECTION_REFUSED invalid_grant organizationPublicSettings
  North-Rhine-Westphalia accessibility internationalization callForwardingBusy voicemailNotificationEnabled en-US,en;q=0.9
  Content-Security-Policy xml-stylesheet sendNotification readOnlyAdministrator location/provisioning/status`.split(
    /\s+/,
  );

describe('looksRandom', () => {
  it.each(Object.entries(ALPHABETS))(
    'knows nineteen of twenty random values of 16 characters and more: %s',
    (_, alphabet) => {
      const random = createRandom(16);
      for (const length of [16, 20, 24, 32, 40, 64]) {
        let known = 0;
        for (let i = 0; i < 400; i++) if (looksRandom(random.text(alphabet, length))) known++;
        expect(known, `${length}`).toBeGreaterThanOrEqual(380);
      }
    },
  );

  it('leaves words, names and codes', () => {
    expect(WORDS.filter(looksRandom)).toEqual([]);
  });

  it('leaves plain numbers and dates', () => {
    for (const value of [
      '1700000000',
      '20260101T000000',
      '2026-01-01T00:00:00.000Z',
      '10.4.2',
      '+15550100',
      '400112',
    ]) {
      expect(looksRandom(value), value).toBe(false);
    }
  });

  it('is done with a megabyte as with a line', () => {
    expect(looksRandom('a'.repeat(1_000_000))).toBe(false);
    expect(looksRandom(createRandom(1).text(ALPHABETS.base64url, 100_000))).toBe(true);
  });
});

describe('values that are no credentials', () => {
  it('are marks of somebody who took one out', () => {
    for (const mark of [
      '***',
      '••••••',
      '[redacted]',
      '[token redacted]',
      '<password>',
      '{{apiKey}}',
      ['$', '{TOKEN_2}'].join(''),
      '%TOKEN%',
      'REDACTED',
      'undefined',
      'xxxx',
      '----',
      ' ',
      '*'.repeat(500),
    ]) {
      expect(isRedactionMark(mark), mark).toBe(true);
      expect(harmlessReason(mark) ?? 'empty', mark).toMatch(/mark|empty/);
    }
  });

  it('are samples, unless they stand under a password name', () => {
    for (const sample of [
      'changeme',
      'your-api-key',
      'YOUR_API_KEY',
      'secret',
      '000000',
      'insert token here',
    ]) {
      expect(isPlaceholder(sample), sample).toBe(true);
      expect(isRedactionMark(sample), sample).toBe(false);
    }
    for (const value of ['hunter2', 'your', '<b>bold</b>x', '{"a":1}', 'xx'])
      expect(isPlaceholder(value), value).toBe(false);
  });

  it('are switches, small numbers, locales and plain words', () => {
    expect(['true', 'No', 'off', 'T'].map(unlikelyReason)).toEqual([
      'boolean',
      'boolean',
      'boolean',
      'boolean',
    ]);
    expect(['1', '-12', '99999', '3.14', '10.4.2'].map(unlikelyReason)).toEqual(
      Array(5).fill('small-number'),
    );
    expect(['en', 'en-US', 'zh_Hans_CN', 'pt-br', 'en_US.UTF-8'].map(unlikelyReason)).toEqual(
      Array(5).fill('locale'),
    );
    expect(
      ['pending', 'REFRESH_TOKEN', 'oauth2', 'read write', 'authorizationCode'].map(unlikelyReason),
    ).toEqual(Array(5).fill('plain-words'));
    for (const value of ['123456', 'hunter2', 'summer', 'a1b2c3', 'correct horse'])
      expect(unlikelyReason(value), value).toBeUndefined();
  });
});

describe('entropy', () => {
  it('counts bits a character', () => {
    expect(shannonEntropy('')).toBe(0);
    expect(shannonEntropy('aaaa')).toBe(0);
    expect(shannonEntropy('abab')).toBe(1);
    expect(shannonEntropy('0123456789abcdef')).toBe(4);
  });
});

describe('UUIDs', () => {
  it('are told in either case and nothing else is', () => {
    expect(isUuid('0042beac-1d2e-4f3a-8807-14fcd6ac6460')).toBe(true);
    expect(isUuid('0042BEAC-1D2E-4F3A-8807-14FCD6AC6460')).toBe(true);
    expect(isUuid('0042beac-1d2e-4f3a-8807-14fcd6ac646')).toBe(false);
    expect(isUuid('{042beac-1d2e-4f3a-8807-14fcd6ac6460}')).toBe(false);
  });
});
