import { createHmac } from 'node:crypto';
import type { Answer } from '../answer.ts';
import { visitsOf } from '../visit.ts';

export const authVisit = visitsOf('auth', 'develop');

/** Fields with which an API lets the portal in, with a token or a cookie. */
export const letIn: NonNullable<Answer['fields']> = {
  'access-control-allow-origin': 'https://portal.example.test',
  'access-control-allow-credentials': 'true',
  'access-control-allow-headers': 'authorization, content-type',
  'access-control-max-age': '600',
  vary: 'Origin',
};

/** What a token says of itself; times in seconds from now. */
export interface Claims {
  readonly expiresIn: number;
  readonly validIn?: number;
  readonly audience?: string;
  readonly scope?: string;
}

/** A signed JSON Web Token, made when it is asked for: no token lies in this repository. Spec: RFC 7519. */
export function token({
  expiresIn,
  validIn = -60,
  audience = 'https://api.example.test',
  scope = 'numbers:read',
}: Claims): string {
  const now = Math.floor(Date.now() / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({
    iss: 'https://login.example.test',
    sub: 'avery@example.com',
    aud: audience,
    scope,
    iat: now + Math.min(validIn, expiresIn - 3600),
    nbf: now + validIn,
    exp: now + expiresIn,
  })}`;
  return `${content}.${createHmac('sha256', 'a key that signs nothing else').update(content).digest('base64url')}`;
}

/** A 401 with the challenge that RFC 6750 asks for. */
export function challenge(error: string, description: string): Answer {
  return {
    status: 401,
    fields: {
      'www-authenticate': `Bearer realm="api", error="${error}", error_description="${description}"`,
    },
    json: { error: { code: 'UNAUTHORIZED', message: description, trackingId: 'API_2d5c_7' } },
  };
}
