import type { FindingName } from '../../scenario/finding-names.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Truth } from '../../scenario/truth.ts';
import { application } from '../application.ts';
import { cookie, type HostSpec, host } from '../host.ts';
import { visitsOf } from '../visit.ts';

export const cookieVisit = visitsOf('cookies', 'develop');

/** A sign-in whose cookie the browser does not keep, so that the call after it is turned away. */
export interface RejectedCookie extends Pick<Truth, 'allows'> {
  readonly name: string;
  readonly title: string;
  /** Whole `Set-Cookie` value; its name is `session`. */
  readonly setCookie: string;
  /** Where the sign-in is called; default the portal itself. Another host lets the portal in. */
  readonly host?: string;
  readonly finding: FindingName;
  /** CDP's SetCookieBlockedReason. */
  readonly reason: string;
}

/** The session's value; a new one for each run would change the captures. */
export const SESSION = ['s', '7f3a', '91c0', 'd2be', '4410'].join('');

/** An API that wants the cookie of its sign-in. */
export function signedInApi(
  name: string,
  setCookie: string,
  routes: HostSpec['routes'] = {},
): HostSpec['routes'] {
  return {
    'POST /api/sign-in': { fields: { 'set-cookie': setCookie }, json: { user: 'avery' } },
    '/api/mailbox': (request) =>
      cookie(request, name) === undefined
        ? {
            status: 401,
            fields: { 'www-authenticate': 'Cookie realm="portal"' },
            json: { code: 'NOT_SIGNED_IN', message: 'There is no session.' },
          }
        : { json: { messages: 3 } },
    ...routes,
  };
}

export function rejected(spec: RejectedCookie): Scenario {
  const { name, title, setCookie, host: apiHost, finding, reason, allows = [] } = spec;
  const cookieName = setCookie.split('=', 1)[0] ?? '';
  const api = signedInApi(cookieName, setCookie);
  const base = apiHost === undefined ? '' : `https://${apiHost}`;
  const letIn = {
    'access-control-allow-origin': 'https://portal.example.test',
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': 'content-type',
    vary: 'Origin',
  };
  return cookieVisit({
    name,
    title,
    sites: () => [
      application({
        script: `const init = { credentials: 'include' };
          await client.post('${base}/api/sign-in', { user: 'avery' }, init);
          await client.get('${base}/api/mailbox', init);
          await client.get('${base}/api/mailbox?folder=sent', init);`,
        ...(apiHost === undefined ? { routes: api } : {}),
      }),
      ...(apiHost === undefined
        ? []
        : [
            host({
              host: apiHost,
              fields: letIn,
              routes: { 'OPTIONS /api/sign-in': { status: 204 }, ...api },
            }),
          ]),
    ],
    truth: {
      expects: [
        {
          finding,
          // Only the calls that come without it tell that a third party's cookie was not kept.
          on: [signIn, ...(finding === 'auth/cookie-third-party' ? [{ url: '/api/mailbox' }] : [])],
          reason,
          root: true,
          ...hidden,
        },
      ],
      allows: [...followUps, ...allows],
      browser: [{ on: signIn, cookieReason: reason }],
    },
  });
}

const signIn = { method: 'POST', url: '/api/sign-in' } as const;
const hidden = { notObservableWhenSanitized: true } as const;

/** What the call without a session looks like; true, but not the point. */
export const followUps: readonly FindingName[] = [
  'auth/missing-credentials',
  'auth/unauthorized',
  'auth/cookie-lost',
  'auth/no-challenge',
  'fail/http-4xx',
  'lint/cookie-attributes',
];
