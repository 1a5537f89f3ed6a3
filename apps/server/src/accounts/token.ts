import { createHash, randomBytes } from 'node:crypto';

/** API tokens begin so: scanners of repositories find them, and a person sees what was pasted. */
export const API_TOKEN_PREFIX = 'harrier_';

/** 256 random bits. */
export function newToken(prefix = ''): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`;
}

/** What is kept of a token: whoever reads the database cannot use it. No salt: nobody guesses 256 bits. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
