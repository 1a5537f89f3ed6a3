import { beginsAt, date, signedIn, signIn, token } from '../auth-steps.ts';
import { harOf } from '../har-of.ts';
import { api, portal } from '../names.ts';

import { type FieldFault, failed, html, me, navigation, repeat, users } from './field-fault.ts';

/** People are not let in, or thrown out. */
export const signInFaults: Readonly<Record<string, FieldFault>> = {
  'the content network asks a robot question of an API call': {
    complaint: 'Lists stay empty behind the VPN.',
    capture: harOf([
      navigation,
      {
        ...users,
        status: 403,
        ...html,
        body: '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>',
        response: { 'cf-mitigated': 'challenge', 'cf-ray': '9bd1f6e04a77b2c4-FRA', server: 'cloudflare' },
      },
    ]),
    first: 'auth/firewall-refused',
  },
  'a sign-in inside a frame of another site loses its cookie': {
    complaint: 'The embedded page asks for the password again and again.',
    capture: harOf([
      { url: 'https://intranet.example.net/', type: 'document', ...html, body: '<!doctype html><iframe>' },
      {
        url: `${portal}/embedded`,
        type: 'document',
        ...html,
        body: '<!doctype html><title>Sign in</title>',
        request: { 'sec-fetch-dest': 'iframe', 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'cross-site' },
        response: { 'set-cookie': 'session=masked-session-1; Path=/; HttpOnly; SameSite=Lax' },
      },
      {
        url: `${portal}/embedded/sign-in`,
        method: 'POST',
        status: 403,
        request: { 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'same-origin' },
        body: { message: 'There is no session for this form.' },
      },
    ]),
    first: 'auth/cookie-samesite',
  },
  'the clock of the laptop is behind, and tokens are from the future': {
    complaint: 'Signing in ends with "token used before issued".',
    capture: harOf([
      { ...navigation, response: date(-300) },
      ...repeat(3, (time) => ({ ...me, url: `${api}/things/${'abc'[time]}`, response: date(-299 + time) })),
      { url: signIn, body: {}, response: date(-296) },
      {
        ...users,
        status: 401,
        request: { authorization: `Bearer ${token({ nbf: beginsAt, iat: beginsAt, exp: beginsAt + 3600 })}` },
        body: { error: 'invalid_token', error_description: 'Token is not yet valid (nbf).' },
        response: { ...date(-295), 'www-authenticate': 'Bearer error="invalid_token"' },
      },
    ]),
    first: 'auth/clock-skew',
    at: [5],
  },
  'the cookie of a sign-in on another site lacks SameSite=None': {
    complaint: 'After the sign-in the page asks to sign in again.',
    capture: harOf([
      navigation,
      {
        url: 'https://api.example.net/session',
        method: 'POST',
        type: 'fetch',
        request: { origin: portal, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' },
        response: {
          'access-control-allow-origin': portal,
          'access-control-allow-credentials': 'true',
          'set-cookie': 'sid=masked-session-2; Path=/; HttpOnly; Secure',
        },
        body: { ok: true },
      },
      ...repeat(2, () => ({
        url: 'https://api.example.net/me',
        type: 'fetch',
        status: 401,
        request: { origin: portal, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' },
        response: { 'access-control-allow-origin': portal, 'access-control-allow-credentials': 'true' },
        body: { message: 'No session.' },
      })),
    ]),
    first: 'auth/cookie-samesite',
  },
  'an API call ends on the page of the sign-in': {
    complaint: 'After lunch every list is empty.',
    capture: harOf([
      navigation,
      {
        ...users,
        status: 302,
        ...html,
        response: { location: `${signIn}?client_id=portal&redirect_uri=x` },
        request: signedIn,
      },
      {
        url: `${signIn}?client_id=portal&redirect_uri=x`,
        type: 'fetch',
        ...html,
        body: '<!doctype html><title>Sign in</title><input type="password">',
      },
    ]),
    first: 'auth/redirect-to-login',
  },
  'a clock that is a year behind makes certificates those of the future': {
    complaint: 'No page over https opens on this laptop.',
    capture: harOf([
      {
        url: 'http://portal.example.test/',
        type: 'document',
        ...html,
        body: '<a>',
        response: date(400 * 86_400),
      },
      ...repeat(4, (time) => ({
        url: `http://${time % 2 === 0 ? 'a' : 'b'}.example.test/${time}.css`,
        type: 'stylesheet',
        body: '',
        response: date(400 * 86_400),
      })),
      failed(`${api}/me`, 'net::ERR_CERT_DATE_INVALID'),
    ]),
    first: 'auth/clock-skew',
    at: [5],
  },
  'a page holds the signed address of a recording too long': {
    complaint: 'Recordings play in the morning and not after lunch.',
    capture: harOf([
      navigation,
      me,
      {
        url: 'https://files.example.test/7.mp3?X-Amz-Date=20250304T080000Z&X-Amz-Expires=3600&X-Amz-Signature=masked',
        status: 403,
        mimeType: 'application/xml',
        body: '<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>',
        response: date(0),
      },
    ]),
    first: 'auth/token-expired',
    at: [2],
  },
};
