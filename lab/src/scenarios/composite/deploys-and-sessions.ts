import type { Scenario } from '../../scenario/scenario.ts';
import { html, inTurn, json, nothing, redirect } from '../web-app/reply.ts';
import { composite } from './family.ts';

const NOT_FOUND = html('<!doctype html><title>404 Not Found</title>', { status: 404 });

const token = (name: string) => Buffer.from(`of the lab: ${name}`).toString('base64url');

/** Builds that do not fit, sessions that are over, and what follows. */
export const deploysAndSessions: readonly Scenario[] = [
  composite({
    name: 'deploy-under-open-pages',
    title: 'Since the update half of the portal is missing, and saving fails.',
    documentFields: { age: '7200', 'cache-control': 'public, max-age=14400', 'x-cache': 'HIT' },
    head: '<link rel="stylesheet" href="/assets/theme-1b2f77c0.css">',
    script: `try { await import('/assets/queues-c04a19ee.js'); } catch { show('Queues are not available.'); }
      const saved = await http.send('PUT', '/api/queues/q-1', { strategy: 'all' });
      show(saved.json()?.message);
      await http.get('/api/v1/queues');`,
    routes: () => ({
      '/assets/theme-1b2f77c0.css': NOT_FOUND,
      '/assets/queues-c04a19ee.js': NOT_FOUND,
      '/api/queues/q-1': json(
        { message: 'Unknown value "all"; expected one of RING_ALL, LONGEST_IDLE.' },
        { status: 400 },
      ),
      '/api/v1/queues': json(
        { items: [] },
        { fields: { deprecation: 'true', sunset: 'Thu, 28 Feb 2030 23:59:59 GMT' } },
      ),
    }),
    truth: {
      expects: [
        { finding: 'version/stale-document', on: [{ url: '/' }], root: true },
        {
          finding: 'version/chunk-missing',
          on: [{ url: '/assets/theme-1b2f77c0.css' }, { url: '/assets/queues-c04a19ee.js' }],
        },
        { finding: 'fail/http-4xx', on: [{ url: '/api/queues/q-1' }] },
        { finding: 'version/deprecated-api', on: [{ url: '/api/v1/queues' }] },
      ],
      // The missing files are refusals as well.
      allows: ['fail/http-4xx'],
    },
  }),
  composite({
    name: 'rollout-half-done',
    title: 'Every other click fails, differently each time.',
    script: `for (let turn = 0; turn < 4; turn++) await http.get('/api/devices');
      await http.send('POST', '/api/devices', { model: 'desk' });
      await http.send('POST', '/api/devices', { model: 'desk' });`,
    routes: () => {
      const next = { fields: { 'x-build': '2026.2.0-9c1e' } };
      const last = { fields: { 'x-build': '2026.1.9-02ab' } };
      return {
        'GET /api/devices': inTurn(
          json({ items: [] }, next),
          json({ success: false, message: 'Column "room" does not exist.' }, last),
          json({ items: [] }, next),
          json({ success: false, message: 'Column "room" does not exist.' }, last),
        ),
        'POST /api/devices': inTurn(
          json({ message: 'Unsupported media type' }, { ...last, status: 415 }),
          json({ message: 'A device with this address exists.' }, { ...next, status: 409 }),
        ),
      };
    },
    truth: {
      expects: [
        { finding: 'version/mixed-builds', on: [{ url: '/api/devices' }], root: true },
        {
          finding: 'fail/error-in-success',
          on: [
            { method: 'GET', url: '/api/devices', nth: 1 },
            { method: 'GET', url: '/api/devices', nth: 3 },
          ],
        },
        { finding: 'fail/method-not-allowed', on: [{ method: 'POST', url: '/api/devices', nth: 0 }] },
        { finding: 'fail/conflict', on: [{ method: 'POST', url: '/api/devices', nth: 1 }] },
      ],
      allows: ['fail/http-4xx', 'slow/duplicate-calls', 'slow/polling'],
    },
  }),
  composite({
    name: 'session-over',
    title: 'After lunch every list is empty, and saving asks for nothing and does nothing.',
    script: `await Promise.all(['numbers', 'devices', 'queues'].map((list) => http.get('/api/' + list)));
      await http.send('PUT', '/api/numbers/n-1', { person: 'p-17' });`,
    routes: () => ({
      'PUT /api/numbers/n-1': json({ message: 'Missing anti-forgery token' }, { status: 403 }),
      '/api/*': redirect('/sign-in?reason=expired'),
      '/sign-in': html(
        '<!doctype html><html lang="en"><title>Sign in</title><form><input type="password" name="secret"></form></html>',
      ),
    }),
    truth: {
      expects: [
        {
          finding: 'auth/redirect-to-login',
          on: [{ url: '/api/numbers' }, { url: '/api/devices' }, { url: '/api/queues' }],
          root: true,
        },
        { finding: 'fail/html-for-json', on: [{ url: '/sign-in' }] },
        { finding: 'auth/csrf', on: [{ method: 'PUT', url: '/api/numbers/n-1' }] },
      ],
      allows: [
        'fail/http-4xx',
        'slow/redirects',
        'slow/duplicate-calls',
        'auth/missing-credentials',
        'auth/unauthorized',
      ],
    },
  }),
  composite({
    name: 'token-not-renewed',
    title: 'The page signs out by itself after an hour, with error boxes on the way.',
    script: `const headers = { authorization: 'Bearer ${token('spent')}' };
      await Promise.all(['calls', 'numbers', 'voicemail'].map((list) => http.get('/api/' + list, { headers })));
      await http.send('POST', '/oauth/token', 'grant_type=refresh_token&refresh_token=${token('revoked')}', { headers: { 'content-type': 'application/x-www-form-urlencoded' } });
      await http.send('POST', '/graphql', { operationName: 'Me', query: 'query Me { me { name } }' }, { headers });
      await http.get('/sign-out.php');`,
    routes: () => ({
      '/oauth/token': json(
        { error: 'invalid_grant', error_description: 'Refresh token was revoked.' },
        { status: 400 },
      ),
      '/graphql': json({
        data: null,
        errors: [{ message: 'Not signed in.', extensions: { code: 'UNAUTHENTICATED' } }],
      }),
      '/sign-out.php': nothing(500),
      '/api/*': json(
        { message: 'Token expired' },
        {
          status: 401,
          fields: { 'www-authenticate': 'Bearer error="invalid_token", error_description="expired"' },
        },
      ),
    }),
    truth: {
      expects: [
        { finding: 'auth/refresh-refused', on: [{ method: 'POST', url: '/oauth/token' }], root: true },
        {
          finding: 'auth/unauthorized',
          on: [{ url: '/api/calls' }, { url: '/api/numbers' }, { url: '/api/voicemail' }],
        },
        { finding: 'fail/graphql', on: [{ url: '/graphql' }] },
        { finding: 'fail/http-5xx', on: [{ url: '/sign-out.php' }] },
      ],
      allows: ['fail/http-4xx', 'auth/token-expired', 'auth/oauth-error', 'fail/error-in-success'],
    },
  }),
  composite({
    name: 'cookies-grew-too-many',
    title: 'One browser gets errors everywhere, a private window works.',
    script: `for (let index = 0; index < 4; index++)
        document.cookie = 'view' + index + '=' + 'x'.repeat(3300) + '; Path=/api; Secure; SameSite=Lax';
      await http.get('/api/views');
      await http.send('PUT', '/api/views/v-1', { columns: 4 });
      await http.get('/api/numbers');
      await http.get('/api/fallback');
      await http.send('POST', '/graphql', { operationName: 'Views', query: 'query Views { views { id } people { id } }' });`,
    routes: () => ({
      '/graphql': json({
        data: { views: null, people: [] },
        errors: [{ message: 'No view could be read.', path: ['views'] }],
      }),
      '/api/fallback': html('<!doctype html><html lang="en"><title>Directory</title><main></main></html>'),
      '/api/session': json({ user: 'avery' }),
      '/api/*': html(
        '<html><head><title>400 Request Header Or Cookie Too Large</title></head><body><center><h1>400 Bad Request</h1></center><center>Request Header Or Cookie Too Large</center></body></html>',
        { status: 431 },
      ),
    }),
    truth: {
      expects: [
        {
          finding: 'fail/too-large',
          on: [{ url: '/api/views' }, { url: '/api/views/v-1' }, { url: '/api/numbers' }],
          root: true,
        },
        { finding: 'fail/html-for-json', on: [{ url: '/api/fallback' }] },
        { finding: 'fail/graphql', on: [{ url: '/graphql' }] },
      ],
      allows: ['fail/http-4xx', 'auth/cookie-too-large', 'fail/error-in-success'],
    },
  }),
  composite({
    name: 'a-call-for-each-until-the-limit',
    title: 'The team page loads half of the team, always another half.',
    // The page asks for each person by itself, and so meets the limit that is there for everybody.
    script: `const team = (await http.get('/api/teams/t-1')).json().members;
      await Promise.all(team.map((id) => http.get('/api/people/' + id)));
      await http.send('POST', '/api/teams/t-1/report', {});`,
    routes: () => {
      let calls = 0;
      return {
        '/api/teams/t-1': json({ members: Array.from({ length: 18 }, (_, index) => `p-${200 + index}`) }),
        '/api/teams/t-1/report': json({ error: 'incomplete_team' }),
        '/api/people/*': (request, response) =>
          ++calls > 10
            ? nothing(429, { fields: { 'retry-after': '10' } })(request, response)
            : json({ name: 'Robin' }, { afterMs: 40 })(request, response),
      };
    },
    truth: {
      expects: [
        { finding: 'slow/many-calls', on: [{ url: /\/api\/people\/p-2\d\d$/ }], root: true },
        {
          finding: 'fail/rate-limited',
          on: Array.from({ length: 8 }, (_, index) => ({ url: /\/api\/people\/p-2\d\d$/, nth: 10 + index })),
        },
        { finding: 'fail/error-in-success', on: [{ url: '/api/teams/t-1/report' }] },
      ],
      allows: ['fail/http-4xx'],
    },
  }),
];
