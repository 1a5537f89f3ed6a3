import type { Scenario } from '../../scenario/scenario.ts';
import { inTurn, json, nothing } from '../web-app/reply.ts';
import { healthy } from '../web-app/truth-of.ts';
import { works } from './family.ts';

/** A client that tries again as it should. */
const RETRY = `const again = async (send, wait) => {
  for (let attempt = 0; ; attempt++) {
    const answer = await send();
    if (answer.ok || attempt === 3) return answer;
    await pause(wait(answer, attempt));
  }
};`;

/** Failures that the page itself put right. */
export const healed: readonly Scenario[] = [
  works({
    name: 'server-error-healed',
    title: 'Works: one 500, then the answer.',
    script: `${RETRY} show((await again(() => http.get('/api/numbers'), () => 100)).json().items.length);`,
    routes: () => ({
      '/api/numbers': inTurn(json({ message: 'deadlock' }, { status: 500 }), json({ items: ['+15550123'] })),
    }),
    truth: healthy(['fail/http-5xx']),
  }),
  works({
    name: 'healed-at-third-attempt',
    title: 'Works: two 502 while a service restarts, with growing pauses.',
    script: `${RETRY} show((await again(() => http.get('/api/queues'), (_, attempt) => 80 * 2 ** attempt)).status);`,
    routes: () => ({
      '/api/queues': inTurn(nothing(502), nothing(502), json({ items: [] })),
    }),
    truth: healthy(['fail/http-5xx']),
  }),
  works({
    name: 'waits-as-told-after-503',
    title: 'Works: the server asks for a second, the page gives it one.',
    script: `${RETRY} show((await again(() => http.get('/api/reports'), (answer) => Number(answer.header('retry-after')) * 1000)).status);`,
    routes: () => ({
      '/api/reports': inTurn(nothing(503, { fields: { 'retry-after': '1' } }), json({ items: [] })),
    }),
    truth: healthy(['fail/http-5xx']),
  }),
  works({
    name: 'waits-as-told-after-429',
    title: 'Works: a limit is met, waited for, and met no more.',
    script: `${RETRY} show((await again(() => http.get('/api/search?text=av'), (answer) => Number(answer.header('retry-after')) * 1000)).status);`,
    routes: () => ({
      '/api/search': inTurn(
        json({ message: 'Slow down.' }, { status: 429, fields: { 'retry-after': '1' } }),
        json({ items: [] }),
      ),
    }),
    truth: healthy(['fail/rate-limited', 'fail/http-4xx']),
  }),
  works({
    name: 'edit-repeated-after-412',
    title: 'Works: somebody else was faster, the page merges and saves.',
    script: `const path = '/api/people/p-17';
      const save = async () => {
        const person = await http.get(path);
        return http.send('PUT', path, { ...person.json(), extension: '4124' }, { headers: { 'if-match': person.header('etag') } });
      };
      if ((await save()).status === 412) show((await save()).status);`,
    routes: () => ({
      'GET /api/people/p-17': inTurn(
        json({ extension: '4123' }, { fields: { etag: '"7"' } }),
        json({ extension: '4123', title: 'Lead' }, { fields: { etag: '"8"' } }),
      ),
      'PUT /api/people/p-17': inTurn(
        json({ message: 'Changed since.' }, { status: 412 }),
        nothing(204, { fields: { etag: '"9"' } }),
      ),
    }),
    truth: healthy(['fail/conflict', 'fail/http-4xx']),
  }),
  works({
    name: 'exists-already-is-fine',
    title: 'Works: a tag is created unless it exists.',
    script: `const created = await http.send('POST', '/api/tags', { name: 'sales' });
      if (created.status === 409) await http.get('/api/tags/sales');
      await http.send('PUT', '/api/people/p-17/tags/sales', {});`,
    routes: () => ({
      'POST /api/tags': json({ message: 'Tag exists.', location: '/api/tags/sales' }, { status: 409 }),
      '/api/tags/sales': json({ name: 'sales' }),
      '/api/people/p-17/tags/sales': nothing(204),
    }),
    truth: healthy(['fail/conflict', 'fail/http-4xx']),
  }),
  works({
    name: 'first-of-two-wins',
    title: 'Works: the same question to two regions, the faster answer counts.',
    script: `const stop = new AbortController();
      const ask = (region) => fetch('/api/' + region + '/directory', { signal: stop.signal }).then((answer) => answer.json());
      const first = await Promise.any([ask('west'), ask('east')]);
      stop.abort();
      show(first.total);`,
    routes: () => ({
      '/api/west/directory': json({ total: 31 }, { afterMs: 40 }),
      '/api/east/directory': json({ total: 31 }, { afterMs: 900 }),
    }),
    truth: healthy(['fail/aborted-by-user']),
  }),
];
