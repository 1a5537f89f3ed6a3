import type { Scenario } from '../../scenario/scenario.ts';
import { application } from '../application.ts';
import { cookie, host, parameter } from '../host.ts';
import { authVisit, challenge, letIn } from './family.ts';

const LOGIN_PAGE = {
  html: `<!doctype html><html data-lab="done"><head><title>Sign in</title><link rel="icon" href="data:,"></head>
    <body><form method="post"><label>User <input name="user"></label><button>Sign in</button></form></body></html>`,
};

/** Sign-ins that happen by sending the browser elsewhere. */
export const redirects: readonly Scenario[] = [
  authVisit({
    name: 'call-sent-to-sign-in',
    title: 'After an hour, lists fail with "Failed to fetch".',
    sites: () => [
      application({
        script: `await client.get('/api/numbers');`,
        routes: {
          '/api/numbers': {
            status: 302,
            fields: { location: 'https://login.example.test/login?return=%2Fapi%2Fnumbers' },
          },
        },
      }),
      host({ host: 'login.example.test', routes: { '/login': LOGIN_PAGE } }),
    ],
    truth: {
      expects: [
        {
          finding: 'auth/redirect-to-login',
          on: [{ url: '/api/numbers' }, { url: 'login.example.test/login' }],
          root: true,
        },
      ],
      allows: ['cors/missing-allow-origin', 'slow/redirects'],
      browser: [{ on: { url: 'login.example.test/login' }, corsError: 'MissingAllowOriginHeader' }],
    },
  }),
  authVisit({
    name: 'call-answered-with-sign-in-page',
    title: 'After an hour, lists fail with "Unexpected token <".',
    sites: () => [
      application({
        script: `const { text } = await client.get('/api/numbers');
          try { JSON.parse(text); } catch (error) { view.problem(error.message); }`,
        routes: {
          '/api/numbers': { status: 302, fields: { location: '/login?return=%2Fapi%2Fnumbers' } },
          '/login': LOGIN_PAGE,
        },
      }),
    ],
    truth: {
      expects: [
        {
          finding: 'auth/redirect-to-login',
          on: [{ url: '/api/numbers' }, { url: '/login' }],
          root: true,
        },
      ],
      allows: ['fail/html-for-json', 'slow/redirects'],
    },
  }),
  authVisit({
    name: 'sign-in-loop',
    title: 'Signing in never ends: "too many redirects".',
    sites: () => [
      host({
        host: 'portal.example.test',
        routes: {
          '/': (request) =>
            cookie(request, '__Host-sid') === undefined
              ? { status: 302, fields: { location: 'https://login.example.test/authorize?client_id=portal' } }
              : LOGIN_PAGE,
          '/callback': {
            // The prefix needs `Secure`, so the browser keeps no session.
            status: 302,
            fields: { 'set-cookie': '__Host-sid=c0ffee21; Path=/; HttpOnly', location: '/' },
          },
        },
      }),
      host({
        host: 'login.example.test',
        routes: {
          '/authorize': {
            status: 302,
            fields: { location: 'https://portal.example.test/callback?code=one-time' },
          },
        },
      }),
    ],
    drive: (tab) => tab.open('https://portal.example.test/'),
    truth: {
      expects: [
        {
          finding: 'auth/cookie-prefix',
          on: [{ url: '/callback' }],
          root: true,
          notObservableWhenSanitized: true,
        },
        {
          finding: 'auth/redirect-loop',
          on: [{ url: 'portal.example.test/' }, { url: '/authorize' }, { url: '/callback' }],
          reason: 'net::ERR_TOO_MANY_REDIRECTS',
        },
      ],
      allows: ['fail/redirect-loop', 'slow/redirects', 'lint/cookie-attributes'],
      browser: [{ on: { url: /example\.test/ }, errorText: 'net::ERR_TOO_MANY_REDIRECTS' }],
    },
  }),
  authVisit({
    name: 'token-lost-on-redirect',
    title: 'Reports cannot be read since they moved.',
    sites: () => [
      application({
        script: `await client.get('https://api.example.test/v1/reports', { headers: { authorization: 'Bearer ' + 'opaque-'.repeat(5) } });`,
      }),
      host({
        host: 'api.example.test',
        fields: letIn,
        routes: {
          'OPTIONS /v1/reports': { status: 204 },
          '/v1/reports': { status: 307, fields: { location: 'https://reports.example.test/v1/reports' } },
        },
      }),
      host({
        host: 'reports.example.test',
        fields: { ...letIn, 'access-control-allow-origin': 'null' },
        routes: { '/v1/reports': challenge('invalid_request', 'There is no token.') },
      }),
    ],
    truth: {
      expects: [
        {
          finding: 'auth/lost-on-redirect',
          on: [{ url: 'reports.example.test/v1/reports' }, { url: 'api.example.test/v1/reports' }],
          root: true,
          notObservableWhenSanitized: true,
        },
      ],
      allows: ['auth/missing-credentials', 'auth/unauthorized', 'fail/http-4xx', 'slow/redirects'],
    },
  }),
  authVisit({
    name: 'sign-in-bounce',
    title: 'Works: a visitor is sent to sign in and comes back.',
    url: 'https://portal.example.test/start',
    sites: () => [
      application({
        script: `await client.get('/api/numbers');`,
        routes: {
          '/start': (request) => ({
            status: 302,
            fields: {
              location:
                cookie(request, '__Host-sid') === undefined
                  ? 'https://login.example.test/authorize?client_id=portal'
                  : '/',
            },
          }),
          '/callback': (request) => ({
            status: 302,
            fields: {
              'set-cookie': `__Host-sid=${parameter(request, 'code')}; Path=/; Secure; HttpOnly`,
              location: '/start',
            },
          }),
          '/api/numbers': { json: { numbers: [] } },
        },
      }),
      host({
        host: 'login.example.test',
        routes: {
          '/authorize': {
            status: 302,
            fields: { location: 'https://portal.example.test/callback?code=one-time-4711' },
          },
        },
      }),
    ],
    truth: { healthy: true, expects: [], allows: ['slow/redirects'] },
  }),
];
