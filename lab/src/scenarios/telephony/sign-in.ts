import type { Scenario } from '../../scenario/scenario.ts';
import { affectedUser, customer, fillIn, openAdminPortal, openHub, telephonyScenario } from './family.ts';

const users = { url: /cpapi-r\.example\.test\/api\/v1\/customers\/[\w-]+\/users$/ };
const tokens = 'idbroker.example.test/idb/oauth2/v1/access_token';
const authorize = { url: 'idbroker.example.test/idb/oauth2/v1/authorize' };
const callback = { url: 'hub.example.test/sso/callback' };
const templates = { url: /settings-service-a\.example\.test\/.*\/templates\/configure\/users\// };

/** Older than an access token lives, ms. */
const expiredAgoMs = 3_700_000;

/** Sign-in, tokens and what a gateway does to a page's right to read. */
export const signInScenarios: readonly Scenario[] = [
  telephonyScenario({
    name: 'token-expired',
    title: 'The portal says that the session has ended, right after signing in.',
    backend: { identity: { cachedForMs: expiredAgoMs, refusesRefresh: true } },
    drive: async (tab) => {
      await tab.open('https://admin.example.test/');
      await fillIn(tab, customer.administrator);
      await tab.page.getByText('The users could not be loaded').waitFor();
    },
    truth: {
      expects: [
        { finding: 'auth/token-expired', on: [users], root: true, notObservableWhenSanitized: true },
        { finding: 'auth/refresh-refused', on: [{ method: 'POST', url: tokens, nth: 1 }] },
      ],
      allows: ['auth/unauthorized', 'auth/oauth-error', 'fail/http-4xx'],
    },
  }),
  telephonyScenario({
    name: 'token-renewed',
    title: 'Works: an expired token is renewed, and every request is sent again.',
    backend: { identity: { cachedForMs: expiredAgoMs } },
    drive: openAdminPortal,
    truth: { healthy: true, expects: [], allows: ['auth/token-expired', 'auth/unauthorized'] },
  }),
  telephonyScenario({
    name: 'clock-skew',
    title: 'Nobody can use the portal: the identity provider’s clock is ten minutes ahead.',
    backend: { identity: { clockAheadMs: 600_000 } },
    drive: async (tab) => {
      await tab.open('https://admin.example.test/');
      await fillIn(tab, customer.administrator);
      await tab.page.getByText('The users could not be loaded').waitFor();
    },
    truth: {
      expects: [{ finding: 'auth/clock-skew', on: [users, { method: 'POST', url: tokens }], root: true }],
      allows: ['auth/token-not-yet-valid', 'auth/unauthorized', 'auth/refresh-loop', 'fail/http-4xx'],
    },
  }),
  telephonyScenario({
    name: 'sign-in-loop',
    title: 'Signing in to the hub ends in “redirected you too many times”.',
    backend: { hub: { cookieDomain: 'admin.example.test' } },
    drive: async (tab) => {
      await tab.open('https://hub.example.test/');
      const gaveUp = tab.page.waitForEvent('requestfailed');
      await fillIn(tab, affectedUser);
      await gaveUp;
    },
    truth: {
      expects: [
        { finding: 'auth/cookie-domain', on: [callback], root: true, notObservableWhenSanitized: true },
        {
          finding: 'auth/redirect-loop',
          on: [callback, { url: 'hub.example.test/' }, authorize],
          reason: 'net::ERR_TOO_MANY_REDIRECTS',
        },
      ],
      allows: ['fail/redirect-loop', 'auth/cookie-lost', 'auth/redirect-to-login', 'slow/redirects'],
      browser: [{ on: authorize, errorText: 'net::ERR_TOO_MANY_REDIRECTS' }],
    },
  }),
  telephonyScenario({
    name: 'gateway-error-without-cors',
    title: 'The hub cannot load its settings; the console speaks of CORS.',
    backend: {
      faults: [
        {
          to: 'settings-service-a',
          answerInstead: () => ({ status: 503, fields: [], body: 'no healthy upstream', gatewayFlag: 'UH' }),
        },
      ],
    },
    drive: (tab) => openHub(tab, affectedUser, 'failed'),
    truth: {
      expects: [
        {
          finding: 'cors/masked-server-error',
          on: [templates],
          reason: 'MissingAllowOriginHeader',
          root: true,
        },
      ],
      allows: ['cors/missing-allow-origin', 'fail/gateway-envoy', 'fail/http-5xx'],
      browser: [{ on: templates, corsError: 'MissingAllowOriginHeader' }],
    },
  }),
];
