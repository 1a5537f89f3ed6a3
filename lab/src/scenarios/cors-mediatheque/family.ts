import type { FindingName } from '../../scenario/finding-names.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { RequestMatcher, Truth } from '../../scenario/truth.ts';
import type { Answer, Route } from '../answer.ts';
import { host } from '../host.ts';
import { olderPage } from '../older-page.ts';
import { visitsOf } from '../visit.ts';

export const libraryVisit = visitsOf('cors-mediatheque', 'measure');

export const LIBRARY = 'https://mediatheque.example.org/';
const ORIGIN = 'https://mediatheque.example.org';

/** Field names in the spelling of the servers that this library uses. */
export const open = (more: Answer['fields'] = {}): NonNullable<Answer['fields']> => ({
  'Access-Control-Allow-Origin': ORIGIN,
  Vary: 'Origin, Accept-Encoding',
  ...more,
});

/** One call of the library's page that ends badly. */
export interface Mishap extends Pick<Truth, 'allows'> {
  readonly name: string;
  readonly title: string;
  /** `catalogue.example.net/ws/notices`. */
  readonly url: string;
  readonly method?: string;
  /** Options of `ask`, as script. */
  readonly options?: string;
  /** Instead of asking. */
  readonly script?: string;
  readonly head?: string;
  readonly server: string;
  readonly preflight?: Route;
  readonly answer: Route;
  readonly finding: FindingName;
  readonly reason: string;
  readonly needsBrowserError?: true;
}

export function mishap(spec: Mishap): Scenario {
  const { name, title, url, method = 'GET', options = '{}', head = '', server, preflight, answer } = spec;
  const { finding, reason, allows, needsBrowserError } = spec;
  const script = spec.script ?? `await ask('${method}', 'https://${url}', ${options});`;
  const [apiHost = '', ...path] = url.split('/');
  const call: RequestMatcher = { method, url };
  const atPreflight = reason.includes('Preflight');
  return libraryVisit({
    name,
    title,
    url: LIBRARY,
    sites: () => [
      olderPage({
        host: 'mediatheque.example.org',
        protocol: 'http/1.1',
        fields: { Server: 'nginx/1.24.0' },
        lang: 'fr',
        title: 'Médiathèque',
        head,
        script,
      }),
      host({
        host: apiHost,
        fields: { Server: server },
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
          on: atPreflight ? [{ method: 'OPTIONS', url }, call] : [call],
          reason,
          root: true,
          ...(needsBrowserError ? { hiddenIn: ['fiddler'] } : {}),
        },
      ],
      ...(allows === undefined ? {} : { allows }),
      browser: [{ on: call, corsError: reason }],
    },
  });
}
