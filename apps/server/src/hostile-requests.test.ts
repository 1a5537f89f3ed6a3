import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { roles } from './accounts/roles.ts';
import type { Route } from './routes/route.ts';
import { routeTable } from './routes/route-table.ts';
import { origin, type Person, type TrialServer, trialServer } from './testing/trial-server.ts';

/** Beyond it `JSON.stringify` gives up, and a parser that calls itself would, too. */
const DEPTH = 50_000;

/** Bodies that no page of ours sends. Each is text, because some of them are no JSON. */
const hostileBodies: Readonly<Record<string, string>> = {
  'no JSON': '{"a":',
  nothing: '',
  null: 'null',
  'a list': '[1,2,3]',
  'a number': '1e999',
  'a key of every object': '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}',
  'the same key twice': '{"name":"a","name":"b","password":1}',
  'a list in a list in a list': '['.repeat(DEPTH) + ']'.repeat(DEPTH),
  'an object in an object': `${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`,
  'half a character': '{"name":"\\ud800","title":"\\u0000","text":"\\u202e"}',
  'too much': `{"name":"${'x'.repeat(600_000)}"}`,
};

/** What may stand in the place of an id. */
const hostileIds = [
  '../../etc/passwd',
  '%2e%2e%2f',
  "' or 1=1 --",
  '__proto__',
  'constructor',
  '\u0000',
  '\ud83d\ude00',
  '%',
  'a'.repeat(200),
  '-1',
  '1e999',
];

let trial: TrialServer;
let tenant: string;
let everybody: Person;
beforeAll(async () => {
  trial = await trialServer();
  tenant = await trial.newTenant();
});
// Anew for each: some of what is tried is a wrong password, and an account waits after several.
beforeEach(async () => {
  everybody = await trial.signIn(tenant, [...roles]);
});
afterAll(async () => await trial.close());

/** As somebody who may do everything: what is refused is refused for what it is. */
async function ask({ method, url }: Pick<Route, 'method' | 'url'>, payload?: string) {
  return await trial.server.inject({
    method,
    url,
    headers: {
      host: new URL(origin).host,
      origin,
      cookie: everybody.cookie,
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(payload === undefined ? {} : { payload }),
  });
}

const withBody = routeTable.filter(({ body }) => body !== undefined);
const withIds = routeTable.filter(({ url }) => url.includes(':') && !url.endsWith('/events'));

describe('a request that nobody meant', () => {
  it.each(withBody.map((one) => [`${one.method} ${one.url}`, one] as const))(
    'is refused for its body and brings nothing down: %s',
    async (_name, { method, url }) => {
      const place = url.replace(/:\w+/g, 'a');
      for (const [what, payload] of Object.entries(hostileBodies)) {
        const answer = await ask({ method, url: place }, payload);
        // The limit of calls counts these as well.
        expect([what, answer.statusCode], answer.body.slice(0, 300)).toEqual([
          what,
          expect.toSatisfy((status: number) => status >= 400 && status < 500),
        ]);
        expect(answer.headers['content-type']).toContain('application/problem+json');
        // Else nothing was tried but the door.
        expect(answer.json().code).not.toBe('request/not-signed-in');
      }
      expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    },
  );

  it.each(withIds.map((one) => [`${one.method} ${one.url}`, one] as const))(
    'finds nothing under an id that is none: %s',
    async (_name, { method, url }) => {
      for (const id of hostileIds) {
        const answer = await ask({ method, url: url.replace(/:\w+/g, encodeURIComponent(id)) });
        expect([id, answer.statusCode], answer.body.slice(0, 300)).toEqual([
          id,
          expect.toSatisfy((status: number) => status >= 400 && status < 500),
        ]);
        expect(answer.json().code).not.toBe('request/not-signed-in');
      }
    },
  );

  it('has no other method, and no other place', async () => {
    for (const url of ['/api/cases', '/api/session', '/api/audit/export'])
      for (const method of ['PUT', 'OPTIONS', 'TRACE'] as const)
        expect(
          (
            await trial.server.inject({
              method: method as 'PUT',
              url,
              headers: { host: new URL(origin).host },
            })
          ).statusCode,
        ).toBe(404);
    for (const url of [
      '/api/',
      '/api',
      '/.git/config',
      '/api/cases/',
      '/api//cases',
      '//evil.example.com/api',
    ])
      expect([url, (await ask({ method: 'GET', url })).statusCode]).toEqual([url, 404]);
  });
});
