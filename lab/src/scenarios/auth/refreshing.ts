import type { Scenario } from '../../scenario/scenario.ts';
import { application } from '../application.ts';
import { host } from '../host.ts';
import { authVisit, challenge, letIn, token } from './family.ts';

const FORM = `{ headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: 'grant_type=refresh_token&client_id=portal&refresh_token=' + 'rt-'.repeat(8) }`;

/** Calls the API, and gets a new token each time that it refuses, as the portal's client does. */
const CALL_WITH_REFRESH = `
  let access = 'first-' + crypto.randomUUID();
  const list = () => client.get('https://api.example.test/v1/numbers', { headers: { authorization: 'Bearer ' + access } });
  const refresh = async () => {
    const answer = await client.call('POST', 'https://login.example.test/oauth2/token', ${FORM});
    if (answer.status !== 200) return false;
    access = JSON.parse(answer.text).access_token;
    return true;
  };
  for (let attempt = 0; attempt < 4; attempt++) {
    if ((await list()).status !== 401 || !(await refresh())) break;
  }`;

const TOKEN = 'login.example.test/oauth2/token';
const NUMBERS = 'api.example.test/v1/numbers';

/** A token endpoint that works. */
const grants = () => ({
  json: { access_token: token({ expiresIn: 3600 }), token_type: 'Bearer', expires_in: 3600 },
});

function portalWith(refuses: (call: number) => boolean, grant: Parameters<typeof host>[0]['routes'][string]) {
  let calls = 0;
  return [
    application({ script: CALL_WITH_REFRESH }),
    host({
      host: 'api.example.test',
      fields: letIn,
      routes: {
        'OPTIONS /v1/numbers': { status: 204 },
        '/v1/numbers': () =>
          refuses(++calls)
            ? challenge('invalid_token', 'The token is not known.')
            : { json: { numbers: [] } },
      },
    }),
    host({ host: 'login.example.test', fields: letIn, routes: { 'POST /oauth2/token': grant } }),
  ];
}

/** Tokens that are exchanged for new ones. */
export const refreshing: readonly Scenario[] = [
  authVisit({
    name: 'refresh-loop',
    title: 'The list flickers and never loads.',
    sites: () => portalWith(() => true, grants),
    truth: {
      expects: [
        {
          finding: 'auth/refresh-loop',
          on: [{ method: 'POST', url: TOKEN }, { url: NUMBERS }],
          root: true,
        },
      ],
      allows: ['auth/unauthorized', 'fail/http-4xx', 'slow/retry-storm', 'slow/many-calls'],
    },
  }),
  authVisit({
    name: 'refresh-refused',
    title: 'Everybody is thrown out on Monday morning.',
    sites: () =>
      portalWith(() => true, {
        status: 400,
        json: { error: 'invalid_grant', error_description: 'The refresh token has expired or was revoked.' },
      }),
    truth: {
      expects: [{ finding: 'auth/refresh-refused', on: [{ method: 'POST', url: TOKEN }], root: true }],
      allows: ['auth/unauthorized', 'auth/oauth-error', 'fail/http-4xx'],
    },
  }),
  authVisit({
    name: 'refresh-heals',
    title: 'Works: a token has run out and is exchanged.',
    sites: () => portalWith((call) => call === 1, grants),
    truth: { healthy: true, expects: [], allows: ['auth/unauthorized'] },
  }),
];
