import { encodeBase64, encodeBase64Url } from '../pseudonyms/base64-text.ts';
import type { Random } from './random.ts';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGIT = '0123456789';

/** Alphabets a template can name. */
const ALPHABETS: Readonly<Record<string, string>> = {
  alnum: UPPER + LOWER + DIGIT,
  lower: LOWER + DIGIT,
  upper: UPPER + DIGIT,
  letter: UPPER + LOWER,
  digit: DIGIT,
  hex: `${DIGIT}abcdef`,
  HEX: `${DIGIT}ABCDEF`,
  b32: `${UPPER}234567`,
  b32l: `${LOWER}234567`,
  b64: `${UPPER + LOWER + DIGIT}+/`,
  b64u: `${UPPER + LOWER + DIGIT}_-`,
  b58: '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz',
  bcrypt: `${UPPER + LOWER + DIGIT}./`,
};

/** A text grown from a template, and those random parts of it that are secret. */
export interface Grown {
  readonly text: string;
  readonly secrets: readonly string[];
}

/**
 * Fills a template with random characters: `<alnum:36>` a secret part, `<~digit:9>` a part that stays, `<uuid>`,
 * `<jwt>`, `<jwe>`, `<basic>`. So no sample in the repository is a credential, or looks like one to a scanner.
 */
export function grow(template: string, random: Random): Grown {
  const secrets: string[] = [];
  const text = template.replace(
    /<(~?)([A-Za-z0-9]+)(?::(\d+))?>/g,
    (whole, stays: string, name: string, length?: string) => {
      const part = growPart(name, Number(length ?? 0), random, stays === '' ? secrets : []);
      if (part === undefined) return whole;
      if (stays === '' && !name.startsWith('jw')) secrets.push(part);
      return part;
    },
  );
  return { text, secrets };
}

function growPart(name: string, length: number, random: Random, secrets: string[]): string | undefined {
  switch (name) {
    case 'uuid':
      return growUuid(random);
    case 'basic':
      return encodeBase64(`ann:${random.text(ALPHABETS.alnum ?? '', 12)}`);
    case 'jwt':
      return growJwt(random, secrets);
    case 'jwtblank':
      return growJwt(random, secrets, '{ ');
    case 'jwtline':
      return growJwt(random, secrets, '{\n  ');
    case 'jwtcrlf':
      return growJwt(random, secrets, '{\r\n  ');
    case 'jwe':
      return growJwe(random, secrets);
    default:
      return length > 0 && ALPHABETS[name] !== undefined ? random.text(ALPHABETS[name], length) : undefined;
  }
}

/** A random version 4 UUID. */
export function growUuid(random: Random): string {
  const hex = (length: number): string => random.text(ALPHABETS.hex ?? '', length);
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
}

/** A JWT with kept and removed claims; the removed ones and the signature are secret. The header may be spaced. */
export function growJwt(random: Random, secrets: string[] = [], opening = '{'): string {
  const subject = random.text(ALPHABETS.alnum ?? '', 16);
  const signature = random.text(ALPHABETS.b64u ?? '', 43);
  secrets.push(subject, signature);
  const header = encodeBase64Url(
    JSON.stringify({ alg: 'HS256', typ: 'JWT', kid: 'k1' }).replace('{', opening),
  );
  const claims = encodeBase64Url(
    JSON.stringify({
      iss: 'https://id.example.com',
      aud: 'portal',
      exp: 1_767_225_600,
      scope: 'read write',
      sub: subject,
    }),
  );
  return `${header}.${claims}.${signature}`;
}

function growJwe(random: Random, secrets: string[]): string {
  const parts = [43, 16, 120, 22].map((length) => random.text(ALPHABETS.b64u ?? '', length));
  secrets.push(...parts);
  return [encodeBase64Url(JSON.stringify({ alg: 'RSA-OAEP', enc: 'A256GCM' })), ...parts].join('.');
}
