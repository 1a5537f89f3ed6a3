import type { Scenario } from '../../scenario/scenario.ts';
import { application } from '../application.ts';
import { cookieVisit, followUps, SESSION, signedInApi } from './family.ts';

const hidden = { notObservableWhenSanitized: true } as const;
const SIGN_IN = `await client.post('/api/sign-in', { user: 'avery' });`;

/** Cookies that the browser has kept, or had, and does not send where they are wanted. */
export const notSent: readonly Scenario[] = [
  cookieVisit({
    name: 'path-too-narrow',
    title: 'Sign-in works, then everything says "not signed in".',
    sites: () => [
      application({
        script: `${SIGN_IN} await client.get('/api/mailbox');`,
        routes: signedInApi('session', `session=${SESSION}; Path=/api/sign-in; Secure; HttpOnly`),
      }),
    ],
    truth: {
      expects: [{ finding: 'auth/cookie-lost', on: [{ url: '/api/mailbox' }], root: true, ...hidden }],
      allows: followUps,
    },
  }),
  cookieVisit({
    name: 'expired-at-once',
    title: 'Sign-in works and is forgotten; the server’s clock is a day behind.',
    sites: () => {
      const expires = new Date(Date.now() - 86_400_000 + 1_800_000).toUTCString();
      return [
        application({
          script: `${SIGN_IN} await client.get('/api/mailbox');`,
          routes: signedInApi('session', `session=${SESSION}; Path=/; Expires=${expires}; Secure; HttpOnly`),
        }),
      ];
    },
    truth: {
      expects: [{ finding: 'auth/cookie-lost', on: [{ url: '/api/mailbox' }], root: true, ...hidden }],
      allows: followUps,
    },
  }),
  cookieVisit({
    name: 'cleared-by-another-call',
    title: 'After opening the settings, everybody is signed out.',
    sites: () => [
      application({
        script: `${SIGN_IN}
          await client.get('/api/mailbox');
          await client.get('/api/settings');
          await client.get('/api/mailbox');`,
        routes: signedInApi('session', `session=${SESSION}; Path=/; Secure; HttpOnly; SameSite=Lax`, {
          '/api/settings': {
            fields: { 'set-cookie': 'session=; Path=/; Max-Age=0; Secure; HttpOnly' },
            json: { locale: 'en', theme: 'light' },
          },
        }),
      }),
    ],
    truth: {
      expects: [
        { finding: 'auth/cookie-lost', on: [{ url: '/api/mailbox', nth: 1 }], root: true, ...hidden },
      ],
      allows: followUps,
    },
  }),
  cookieVisit({
    name: 'secure-cookie-on-a-plain-page',
    title: 'One old bookmark always says "not signed in".',
    url: 'http://portal.example.test/',
    sites: () => [
      application({
        scheme: 'http',
        script: `${SIGN_IN} await client.get('/api/mailbox');`,
        routes: signedInApi('session', `session=${SESSION}; Path=/; Secure; HttpOnly; SameSite=Lax`),
      }),
    ],
    truth: {
      expects: [
        {
          finding: 'auth/cookie-lost',
          on: [{ url: '/api/mailbox' }],
          reason: 'SecureOnly',
          root: true,
          ...hidden,
        },
      ],
      allows: followUps,
      browser: [{ on: { method: 'POST', url: '/api/sign-in' }, cookieReason: 'SecureOnly' }],
    },
  }),
];
