import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/**
 * Work factor 2^17 with blocks of 8: 128 MiB and a fifth of a second for each guess. Source: OWASP Password Storage Cheat
 * Sheet, scrypt (N = 2^17, r = 8, p = 1).
 */
const DEFAULT_LOG_N = 17;
const BLOCK = 8;
const HASH_BYTES = 32;

/** Shorter ones are guessed; longer ones than this only cost time (NIST SP 800-63B asks for at least 64). */
export const passwordChars = { least: 12, most: 256 } as const;

/** Hashes one at a time: each takes 128 MiB, and many sign-ins at once would take the machine's memory. */
let line: Promise<unknown> = Promise.resolve();

/** `scrypt$<log N>$<salt>$<hash>`, base64url. */
export async function hashPassword(password: string, logN = DEFAULT_LOG_N): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, logN);
  return `scrypt$${logN}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/** Whether it is the password. Takes the same time for an account that does not exist (`undefined`), and says no. */
export async function isPassword(
  password: string,
  stored: string | undefined,
  usualLogN = DEFAULT_LOG_N,
): Promise<boolean> {
  const parts = /^scrypt\$(\d+)\$([\w-]+)\$([\w-]+)$/.exec(stored ?? '');
  const logN = Number(parts?.[1] ?? usualLogN);
  const salt = Buffer.from(parts?.[2] ?? 'bm9ib2R5', 'base64url');
  const expected = Buffer.from(parts?.[3] ?? '', 'base64url');
  const found = await derive(password, salt, logN);
  return expected.length === HASH_BYTES && timingSafeEqual(found, expected);
}

async function derive(password: string, salt: Buffer, logN: number): Promise<Buffer> {
  const cost = { N: 2 ** logN, r: BLOCK, p: 1, maxmem: 256 * BLOCK * 2 ** logN };
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
