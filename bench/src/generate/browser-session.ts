import type { ChromeCookie } from '../chrome/chrome-har.ts';
import type { Random } from './random.ts';

/** One person's work in the portal: what stays the same from request to request, and what counts up. */
export interface BrowserSession {
  readonly uuid: string;
  readonly organisationId: string;
  readonly userId: string;
  /** The next request's tracking id: the session, and the request's number in it. */
  nextTrackingId(): string;
  /** `Authorization` of the moment; renewed every five hundred requests. */
  authorization(): string;
  cookies(count: number): readonly ChromeCookie[];
  /** ms since 1970 of the next request. */
  nextStartEpochMs(): number;
  nextConnectionId(): string;
}

const firstRequestEpochMs = Date.UTC(2025, 5, 10, 9, 0, 0);
const requestsPerToken = 500;
const cookieNames = [
  'session',
  'csrf',
  'locale',
  'region',
  'theme',
  'consent',
  'visitor',
  'experiment',
  'lb',
  'first_seen',
  'org',
  'tour',
  'ab_bucket',
  'last_page',
] as const;

/** A session as `random` deals it. */
export function browserSession(random: Random): BrowserSession {
  const uuid = random.uuid();
  const organisationId = random.uuid();
  const jar = cookieNames.map((name, position) => cookie(random, name, position));
  let requests = 0;
  let calls = 0;
  let clockMs = firstRequestEpochMs;
  let bearer = '';
  return {
    uuid,
    organisationId,
    userId: random.uuid(),
    nextTrackingId: () => `ATLAS_${uuid}_${calls++}`,
    authorization: () => {
      if (requests++ % requestsPerToken === 0) bearer = bearerToken(random, organisationId, clockMs);
      return bearer;
    },
    cookies: (count) => jar.slice(0, count),
    nextStartEpochMs: () => {
      // Bursts of requests, then a person who reads.
      clockMs += random.chance(0.03) ? random.between(800, 5000) : random.between(0, 30);
      return clockMs;
    },
    nextConnectionId: () => String(4000 + random.integer(0, 40)),
  };
}

/** Shaped like a JSON Web Token, signed by nobody. Put together here so that no file of ours holds one. */
function bearerToken(random: Random, organisationId: string, nowMs: number): string {
  const issuedAt = Math.floor(nowMs / 1000);
  const header = { alg: 'RS256', typ: 'JWT', kid: random.hex(8) };
  const claims = {
    iss: 'https://idbroker.example.test/idb',
    sub: random.uuid(),
    org: organisationId,
    scope: 'calling:read calling:write',
    iat: issuedAt,
    exp: issuedAt + 3600,
    nonce: random.hex(64),
  };
  const part = (value: unknown) => base64Url(JSON.stringify(value));
  return `Bearer ${part(header)}.${part(claims)}.${base64Url(random.hex(256))}`;
}

function base64Url(text: string): string {
  return Buffer.from(text, 'latin1').toString('base64url');
}

function cookie(random: Random, name: string, position: number): ChromeCookie {
  return {
    name,
    value: random.hex(position < 3 ? 64 : 12),
    path: '/',
    domain: '.example.test',
    expires: '2026-06-10T09:00:00.000Z',
    httpOnly: position < 3,
    secure: true,
    ...(position % 2 === 0 ? { sameSite: 'Lax' as const } : {}),
  };
}
