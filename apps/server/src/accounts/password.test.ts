import { scryptSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { hashPassword, isPassword } from './password.ts';

const password = 'correct horse battery';

it('knows a password by its hash, and no other', async () => {
  const stored = await hashPassword(password, 4);
  expect(stored).toMatch(/^scrypt\$4p3\$/);
  expect(await isPassword(password, stored, 4)).toBe(true);
  expect(await isPassword(`${password}!`, stored, 4)).toBe(false);
});

it('still knows hashes that were made once over', async () => {
  const salt = Buffer.alloc(16, 7);
  const hash = scryptSync(password, salt, 32, { N: 2 ** 4, r: 8, p: 1 });
  const stored = `scrypt$4$${salt.toString('base64url')}$${hash.toString('base64url')}`;
  expect(await isPassword(password, stored, 4)).toBe(true);
  expect(await isPassword('another password', stored, 4)).toBe(false);
});

it('takes nothing for the password of an account that has none', async () => {
  for (const stored of [undefined, 'none', '']) expect(await isPassword('none', stored, 4)).toBe(false);
});
