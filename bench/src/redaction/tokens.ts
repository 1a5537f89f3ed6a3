import { createHash } from 'node:crypto';
import type { Random } from '../generate/random.ts';

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const lower = upper.toLowerCase();
const digits = '0123456789';
const alphanumeric = upper + lower + digits;

/** Alphabets of tokens, by the names that vendors give them. */
export const alphabets = {
  alphanumeric,
  letters: upper + lower,
  lower: lower + digits,
  upper: upper + digits,
  digits,
  hex: '0123456789abcdef',
  base32: `${upper}234567`,
  base64: `${alphanumeric}+/`,
  base64url: `${alphanumeric}-_`,
} as const;

/** Characters drawn from an alphabet: at least one capital, small letter and digit where it has them and there is room. */
export function draw(random: Random, alphabet: keyof typeof alphabets, length: number): string {
  const signs = alphabets[alphabet];
  for (;;) {
    const text = Array.from({ length }, () => signs[random.integer(0, signs.length - 1)]).join('');
    if (
      length < 8 ||
      ([/[A-Z]/, /[a-z]/, /\d/] as const).every((kind) => !kind.test(signs) || kind.test(text))
    )
      return text;
  }
}

/** The claims of every token of the contest: what a support engineer reads out of one. */
export interface Claims {
  readonly iss: string;
  readonly aud: string;
  readonly exp: number;
  readonly scope: string;
}

/** A JWT, and its signature: the part that makes it worth something. Put together here, signed by nobody. */
export function jwt(random: Random, claims: Partial<Claims> = {}): { token: string; signature: string } {
  const signature = draw(random, 'base64url', 86);
  const payload = {
    iss: 'https://login.example.test',
    aud: 'calling-api',
    exp: 1_781_000_000,
    scope: 'read',
    ...claims,
  };
  const token = [
    part({ alg: 'ES256', typ: 'JWT', kid: 'key-2026' }),
    part({ ...payload, sub: random.uuid() }),
    signature,
  ].join('.');
  return { token, signature };
}

/** An encrypted token; its last three parts are secret. RFC 7516. */
export function jwe(random: Random): { token: string; ciphertext: string } {
  const ciphertext = draw(random, 'base64url', 180);
  const token = [
    part({ alg: 'RSA-OAEP-256', enc: 'A256GCM' }),
    draw(random, 'base64url', 342),
    draw(random, 'base64url', 16),
    ciphertext,
    draw(random, 'base64url', 22),
  ].join('.');
  return { token, ciphertext };
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** A password that a person thought of: a word, a year, a sign. */
export function password(random: Random): string {
  const word = random.pick(['Sommer', 'Tulip', 'Marmot', 'Quarry', 'Violin', 'Harbor', 'Walnut']);
  return `${word}${draw(random, 'lower', 3)}${random.integer(1950, 2030)}${random.pick(['!', '#', '?', '*'])}`;
}

/** Sixteen digits with the check digit of ISO/IEC 7812. */
export function cardNumber(random: Random): string {
  const fifteen = `4${draw(random, 'digits', 14)}`;
  const sum = Array.from(fifteen, Number).reduce((total, digit, at) => {
    const doubled = at % 2 === 0 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${fifteen}${(10 - (sum % 10)) % 10}`;
}

/** A private key in PEM's clothes; the body is no key. */
export function privateKey(random: Random, kind: string): { pem: string; line: string } {
  const label = [...kind.split(' '), 'PRIVATE', 'KEY'].filter(Boolean).join(' ');
  const lines = Array.from({ length: 5 }, () => draw(random, 'base64', 64));
  const pem = [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
  return { pem, line: lines[2]! };
}

/** A fingerprint of something public: a file, a certificate. */
export function digest(text: string, encoding: 'hex' | 'base64' = 'hex'): string {
  return createHash('sha384').update(text).digest(encoding);
}
