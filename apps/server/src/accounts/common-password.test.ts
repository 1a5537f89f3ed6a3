import { expect, it } from 'vitest';
import { isCommonPassword } from './common-password.ts';
import { LEAKED_DIGEST_BYTES, leakedPasswords } from './leaked-passwords.ts';

it.each([
  'password1234',
  'Password2024!',
  'passwordpassword',
  'P@ssw0rd1234',
  '123456789012',
  '098765432109',
  'qwertyuiop123',
  'qwertzuiopas',
  '1qaz2wsx3edc',
  '1q2w3e4r5t6y',
  'abcdefghijkl',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  'iloveyou1234',
  'ILoveYou!2023',
  'welcome12345',
  'Welcome2Webex!',
  'administrator',
  'adminadmin123',
  'letmein123456',
  'changeme12345',
  'superman12345',
  'liverpool1234',
  'Summer2024!!!',
  'harrier-harrier',
  'motdepasse123',
  'woaini1314520',
  'correcthorsebatterystaple',
])('refuses %s', (password) => expect(isCommonPassword(password)).toBe(true));

it.each([
  'leavemealone',
  'LeaveMeAlone',
  'sonyericsson',
  'websolutions',
  'finalfantasy',
  'gfhjkmgfhjkm',
  'q1w2e3r4t5y6',
  'polniypizdec0211',
  'frankenstein',
])('refuses %s, which leaked often', (password) => expect(isCommonPassword(password)).toBe(true));

it('knows the 5,000 that leaked most often, each once and in order', () => {
  const all = Buffer.from(leakedPasswords, 'base64');
  const digests = Array.from({ length: all.length / LEAKED_DIGEST_BYTES }, (_, at) =>
    all.subarray(at * LEAKED_DIGEST_BYTES, (at + 1) * LEAKED_DIGEST_BYTES).toString('hex'),
  );
  expect(digests).toHaveLength(5000);
  expect([...new Set(digests)].sort()).toEqual(digests);
});

it('refuses the account’s own name with figures behind it', () => {
  expect(isCommonPassword('charlotte.k-2024', 'charlotte.k')).toBe(true);
  expect(isCommonPassword('charlotte.k-2024', 'somebody else')).toBe(false);
});

it.each([
  'correct horse battery',
  'cloister vinegar 7 tram',
  'xk7-Vd92-mRq4',
  'il pleut sur Nantes',
  '雨降って地固まる、春の山道で',
  'my dragon eats cold rice',
])('takes %s', (password) => expect(isCommonPassword(password)).toBe(false));
