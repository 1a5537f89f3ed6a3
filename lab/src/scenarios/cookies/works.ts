import type { Scenario } from '../../scenario/scenario.ts';
import { application } from '../application.ts';
import { host } from '../host.ts';
import { cookieVisit, SESSION, signedInApi } from './family.ts';

const LET_IN = {
  'access-control-allow-origin': 'https://portal.example.test',
  'access-control-allow-credentials': 'true',
};

/** Cookies of people for whom everything works. */
export const works: readonly Scenario[] = [
  cookieVisit({
    name: 'signed-in-and-out',
    title: 'Works: somebody signs in, reads messages and signs out.',
    sites: () => [
      application({
        script: `await client.post('/api/sign-in', { user: 'avery' });
          await client.get('/api/mailbox');
          await client.post('/api/sign-out', {});`,
        routes: signedInApi('__Host-session', `__Host-session=${SESSION}; Path=/; Secure; HttpOnly`, {
          '/api/sign-out': {
            status: 204,
            fields: { 'set-cookie': '__Host-session=; Path=/; Max-Age=0; Secure; HttpOnly' },
          },
        }),
      }),
    ],
    truth: { healthy: true, expects: [] },
  }),
  cookieVisit({
    name: 'statistics-cookie-refused',
    title: 'Works; the browser keeps no cookie of the statistics.',
    sites: () => [
      application({
        script: `await client.post('/api/sign-in', { user: 'avery' });
          for (const event of ['start', 'list', 'end'])
            await fetch('https://count.example.com/hit?event=' + event, { credentials: 'include' });
          await client.get('/api/mailbox');`,
        routes: signedInApi('session', `session=${SESSION}; Path=/; Secure; HttpOnly; SameSite=Lax`),
      }),
      host({
        host: 'count.example.com',
        routes: {
          '/hit': {
            status: 204,
            fields: { ...LET_IN, 'set-cookie': 'visitor=v-20518; Path=/; Max-Age=31536000' },
          },
        },
      }),
    ],
    truth: {
      healthy: true,
      expects: [],
      // An answer without content that nobody reads counts as aborted.
      allows: [
        'fail/aborted-by-user',
        'auth/cookie-samesite',
        'auth/cookie-third-party',
        'lint/cookie-attributes',
      ],
      browser: [
        { on: { url: 'count.example.com/hit' }, cookieReason: 'SchemefulSameSiteUnspecifiedTreatedAsLax' },
      ],
    },
  }),
];
