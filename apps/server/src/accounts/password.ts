import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { RequestError } from '../http/request-error.ts';
import { isCommonPassword } from './common-password.ts';

/**
 * Work factor 2^15 with blocks of 8, three times: 32 MiB and a fifth of a second for each guess. Source: OWASP Password Storage
 * Cheat Sheet, scrypt, which takes this for as good as 2^17 once; that needs 128 MiB, half of what a server may have.
 */
const DEFAULT_LOG_N = 15;
const TIMES = 3;
const BLOCK = 8;
const HASH_BYTES = 32;

/** Shorter ones are guessed; longer ones than this only cost time (NIST SP 800-63B asks for at least 64). */
export const passwordChars = { least: 12, most: 256 } as const;

/** Hashes one at a time: each takes 32 MiB, and many sign-ins at once would take the machine's memory. */
let line: Promise<unknown> = Promise.resolve();

/**
 * `scrypt$<log N>p<p>$<salt>$<hash>`, base64url; without `p` it is 1. Error: `request/common-password` for what is tried first;
 * `name` is whose it will be.
 */
export async function hashPassword(password: string, logN = DEFAULT_LOG_N, name = ''): Promise<string> {
  if (isCommonPassword(password, name)) throw new RequestError('request/common-password');
  const salt = randomBytes(16);
  const hash = await derive(password, salt, logN, TIMES);
  return `scrypt$${logN}p${TIMES}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/** Whether it is the password. Takes the same time for an account that does not exist (`undefined`), and says no. */
export async function isPassword(
  password: string,
  stored: string | undefined,
  usualLogN = DEFAULT_LOG_N,
): Promise<boolean> {
  const parts = /^scrypt\$(\d+)(?:p(\d))?\$([\w-]+)\$([\w-]+)$/.exec(stored ?? '');
  const logN = Number(parts?.[1] ?? usualLogN);
  const times = parts === null ? TIMES : Number(parts[2] ?? 1);
  const salt = Buffer.from(parts?.[3] ?? 'bm9ib2R5', 'base64url');
  const expected = Buffer.from(parts?.[4] ?? '', 'base64url');
  const found = await derive(password, salt, logN, times);
  return expected.length === HASH_BYTES && timingSafeEqual(found, expected);
}

async function derive(password: string, salt: Buffer, logN: number, p: number): Promise<Buffer> {
  const cost = { N: 2 ** logN, r: BLOCK, p, maxmem: 256 * BLOCK * 2 ** logN };
  // Typed differently on another keyboard, the same characters are the same password.
  const text = password.normalize('NFKC');
  const mine = line.then(
    async () =>
      await new Promise<Buffer>((resolve, reject) => {
        scrypt(text, salt, HASH_BYTES, cost, (error, hash) =>
          error === null ? resolve(hash) : reject(error),
        );
      }),
  );
  line = mine.catch(() => {});
  return await mine;
}
