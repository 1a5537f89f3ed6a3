import type { FindingName } from '../../scenario/finding-names.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Truth } from '../../scenario/truth.ts';
import type { Route } from '../answer.ts';
import { application } from '../application.ts';
import { host } from '../host.ts';
import { visitsOf } from '../visit.ts';

export const corsVisit = visitsOf('cors', 'develop');

/** The page's origin, as a correct server would name it. */
export const ORIGIN = 'https://portal.example.test';

/** Fields that let the portal in. */
export const letIn = { 'access-control-allow-origin': ORIGIN, vary: 'Origin' };

/** A call of the portal to another host that the browser refuses for a reason of CORS. */
export interface Refusal extends Pick<Truth, 'allows'> {
  readonly name: string;
  readonly title: string;
  /** The other host and the path there: `api.example.test/v1/users`. */
  readonly api: string;
  /** Default GET. */
  readonly method?: string;
  /** Script that calls; `URL` stands for the API's. */
  readonly script: string;
  /** To OPTIONS. Without it the call has to be a simple one. */
  readonly preflight?: Route;
  /** To the call itself, where it gets there. */
  readonly answer: Route;
  readonly finding: FindingName;
  /** CDP's CorsError. */
  readonly reason: string;
  /** A preflight never says whether the call would have carried cookies; only the browser's error does. */
  readonly needsBrowserError?: true;
}

export function refusal(spec: Refusal): Scenario {
  const { name, title, api, method = 'GET', script, preflight, answer } = spec;
  const { finding, reason, allows, needsBrowserError } = spec;
  const [apiHost = '', ...path] = api.split('/');
  const isPreflight = preflight !== undefined && reason.includes('Preflight');
  const request = { method, url: api };
  return corsVisit({
    name,
    title,
    sites: () => [
      application({
        script: `const URL = 'https://${api}';\nawait client.get('/api/session');\n${script}`,
        routes: {
          '/api/session': {
            // Goes along to every host of the company where a call asks for credentials.
            fields: { 'set-cookie': 'portal_lang=en-GB; Domain=example.test; Path=/; Secure; SameSite=Lax' },
            json: { user: 'avery', locale: 'en' },
          },
        },
      }),
      host({
        host: apiHost,
        routes: {
          ...(preflight === undefined ? {} : { [`OPTIONS /${path.join('/')}`]: preflight }),
          [`/${path.join('/')}`]: answer,
        },
      }),
    ],
    truth: {
      expects: [
        {
          finding,
          on: isPreflight ? [{ method: 'OPTIONS', url: api }, request] : [request],
          reason,
          root: true,
          ...(needsBrowserError ? { hiddenIn: ['fiddler'] } : {}),
        },
      ],
      ...(allows === undefined ? {} : { allows }),
      browser: [{ on: request, corsError: reason }],
    },
  });
}
