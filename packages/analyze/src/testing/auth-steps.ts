import { harOf, type Step } from './har-of.ts';
import { api, organisation, page, trackingId } from './names.ts';

// Credentials in fixtures are words, not tokens.
export const signedIn = { authorization: 'Bearer masked' };

/** The moment at which captures of `harOf` begin, in seconds since 1970. */
export const beginsAt = Date.UTC(2025, 2, 4, 9, 30, 0) / 1000;

/** A Date field, so many seconds after the capture's start. */
export const date = (seconds: number) => ({ date: new Date((beginsAt + seconds) * 1000).toUTCString() });

/** A JSON web token of these claims, unsigned. A blank before each part keeps it from looking like one that was issued. */
export const token = (claims: Readonly<Record<string, unknown>>) => {
  const part = (value: unknown) =>
    btoa(` ${JSON.stringify(value)}`)
      .replace(/=+$/, '')
      .replaceAll('+', '-')
      .replaceAll('/', '_');
  return `${part({ alg: 'none' })}.${part(claims)}.`;
};

export const works: Step = { url: `${api}/me`, body: { id: 1 } };

export const refused: Step = {
  url: `${api}/customers/${organisation}/users`,
  status: 401,
  trackingId: trackingId(7),
  body: { message: 'The request was refused.' },
  response: { 'www-authenticate': 'Bearer' },
};

/** A capture in which a request that works stands beside one that carries this token and is refused. */
export const refusedWith = (claims: Readonly<Record<string, unknown>>, more: Partial<Step> = {}) =>
  harOf([
    page,
    { ...works, request: signedIn },
    { ...refused, request: { authorization: `Bearer ${token(claims)}` }, ...more },
  ]);

/** A sign-in of an organisation, on a host of its own. */
export const signIn = 'https://login.example.test/authorize';
