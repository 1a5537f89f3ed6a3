import type { Scenario } from '../../scenario/scenario.ts';
import type { Expectation } from '../../scenario/truth.ts';
import type { Answer } from '../answer.ts';
import { application } from '../application.ts';
import { host } from '../host.ts';
import { authVisit, challenge, letIn, token } from './family.ts';

const NUMBERS = 'api.example.test/v1/numbers';
const opaque = `'Bearer ' + 'opaque-' + crypto.randomUUID()`;

/** An API that turns one call away, whatever it carries. */
function turnedAway(
  name: string,
  title: string,
  authorization: string | undefined,
  answer: Answer,
  expected: Omit<Expectation, 'on' | 'root'> & { readonly allows?: readonly Expectation['finding'][] },
): Scenario {
  const { allows = [], ...expectation } = expected;
  const headers = authorization === undefined ? '' : `, { headers: { authorization: ${authorization} } }`;
  // What the rest of the page sends: only beside it is a token missing.
  const signedIn = `await client.get('https://api.example.test/v1/me', { headers: { authorization: ${opaque} } });`;
  return authVisit({
    name,
    title,
    sites: () => [
      application({ script: `${signedIn}\nawait client.get('https://${NUMBERS}'${headers});` }),
      host({
        host: 'api.example.test',
        fields: letIn,
        routes: {
          'OPTIONS /v1/me': { status: 204 },
          '/v1/me': { json: { name: 'Avery Example' } },
          'OPTIONS /v1/numbers': { status: 204 },
          '/v1/numbers': answer,
        },
      }),
    ],
    truth: {
      expects: refusalWith({ ...expectation, on: [{ url: NUMBERS }] }),
      allows: ['fail/http-4xx', 'auth/unauthorized', ...allows],
    },
  });
}

/** That nothing says how to sign in is no cause: the refusal is, and this beside it. */
function refusalWith(expectation: Expectation): Expectation[] {
  return expectation.finding === 'auth/no-challenge'
    ? [{ finding: 'auth/unauthorized', on: expectation.on, root: true }, expectation]
    : [{ ...expectation, root: true }];
}

/** The portal gets its token from its own host first, so that the token is made in the run. */
function withToken(
  name: string,
  title: string,
  made: () => string,
  answer: Answer,
  finding: Expectation['finding'],
): Scenario {
  return authVisit({
    name,
    title,
    sites: () => [
      application({
        script: `const { text } = await client.get('/api/token');
          const headers = { authorization: 'Bearer ' + JSON.parse(text).access_token };
          await client.get('https://${NUMBERS}', { headers });`,
        routes: {
          '/api/token': () => ({ json: { access_token: made(), token_type: 'Bearer', cached: true } }),
        },
      }),
      host({
        host: 'api.example.test',
        fields: letIn,
        routes: { 'OPTIONS /v1/numbers': { status: 204 }, '/v1/numbers': answer },
      }),
    ],
    truth: {
      // Chrome's sanitized export lacks the Authorization, and with it what the token said; the challenge may still
      // be believed, so the finding is allowed there.
      expects: [{ finding, on: [{ url: NUMBERS }], root: true, notObservableWhenSanitized: true }],
      allows: [finding, 'fail/http-4xx', 'auth/unauthorized'],
    },
  });
}

/** Calls that carry no token, or not the right one. */
export const tokens: readonly Scenario[] = [
  turnedAway(
    'token-not-attached',
    'Numbers do not load in the new menu; everything else does.',
    undefined,
    {
      status: 401,
      fields: { 'www-authenticate': 'Bearer realm="api"' },
      json: { error: { code: 'NO_TOKEN' } },
    },
    { finding: 'auth/missing-credentials', notObservableWhenSanitized: true },
  ),
  turnedAway(
    'no-challenge',
    'Numbers do not load and nothing says why.',
    opaque,
    { status: 401, json: { error: { code: 'UNAUTHORIZED' } } },
    { finding: 'auth/no-challenge' },
  ),
  turnedAway(
    'session-revoked',
    'Everybody was signed out by the administrator; numbers do not load.',
    opaque,
    challenge('invalid_token', 'The session was revoked.'),
    { finding: 'auth/unauthorized' },
  ),
  turnedAway(
    'scope-missing',
    'Somebody may read numbers but not order them.',
    opaque,
    {
      status: 403,
      fields: { 'www-authenticate': 'Bearer error="insufficient_scope", scope="numbers:order"' },
      json: { error: { code: 'FORBIDDEN', message: 'The token lacks the scope numbers:order.' } },
    },
    { finding: 'auth/scope-missing' },
  ),
  turnedAway(
    'role-missing',
    'A new administrator sees the menu but no numbers.',
    opaque,
    {
      status: 403,
      json: {
        error: { code: 'INSUFFICIENT_ROLE', message: 'This needs the role "Numbers administrator".' },
      },
    },
    { finding: 'auth/scope-missing' },
  ),
  turnedAway(
    'firewall-refused',
    'Numbers load everywhere but from one branch.',
    opaque,
    {
      status: 403,
      fields: { server: 'edge-shield', 'x-shield-ref': '18.3f2c.9a41' },
      html: `<!doctype html><html><head><title>Request blocked</title></head><body><h1>Request blocked</h1>
        <p>The requested URL was rejected by the web application firewall. Please consult with your administrator.</p>
        <p>Your support ID is: 18433902775514</p></body></html>`,
    },
    { finding: 'auth/firewall-refused', allows: ['block/interception', 'fail/html-for-json'] },
  ),
  withToken(
    'token-expired',
    'Numbers stop loading after a while; a reload helps.',
    () => token({ expiresIn: -900 }),
    challenge('invalid_token', 'The access token expired.'),
    'auth/token-expired',
  ),
  withToken(
    'token-not-yet-valid',
    'Numbers do not load for the first minutes after sign-in.',
    () => token({ expiresIn: 3900, validIn: 300 }),
    challenge('invalid_token', 'The token is not valid yet.'),
    'auth/token-not-yet-valid',
  ),
  withToken(
    'token-for-another-api',
    'Numbers do not load since they have an API of their own.',
    () => token({ expiresIn: 3000, audience: 'https://calls.example.test' }),
    challenge('invalid_token', 'The audience is invalid.'),
    'auth/token-audience',
  ),
];
