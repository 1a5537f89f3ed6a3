import type { Scenario } from '../../scenario/scenario.ts';
import { service } from '../web-app/app.ts';
import { directory } from '../web-app/looks.ts';
import { json, redirect } from '../web-app/reply.ts';
import { fault } from '../web-app/truth-of.ts';
import { traffic } from './family.ts';

/** Many small requests where one would do, and requests that wait for each other without need. */
export const oneByOne: readonly Scenario[] = [
  traffic({
    name: 'a-call-for-each-person',
    title: 'The team page takes long, the longer the team.',
    script: `const team = (await http.get('/api/teams/t-1')).json();
      await Promise.all(team.members.map((id) => http.get('/api/people/' + id)));`,
    routes: () => ({
      '/api/teams/t-1': json({ members: Array.from({ length: 16 }, (_, index) => `p-${100 + index}`) }),
      '/api/people/*': json({ name: 'Robin', extension: '4100' }, { afterMs: 45 }),
    }),
    truth: fault('slow/many-calls', /\/api\/people\/p-1\d\d$/),
  }),
  traffic({
    name: 'a-call-for-each-number-by-query',
    title: 'The numbers page fills line by line.',
    script: `const rows = Array.from({ length: 14 }, (_, index) => '+155501' + (10 + index));
      for (const number of rows) await http.get('/api/assignment?number=' + encodeURIComponent(number));`,
    routes: () => ({ '/api/assignment': json({ person: null }, { afterMs: 25 }) }),
    truth: fault('slow/many-calls', '/api/assignment', {
      allows: ['slow/waterfall', 'slow/duplicate-calls'],
    }),
  }),
  traffic({
    name: 'cards-wait-for-each-other',
    title: 'The dashboard builds up card after card.',
    script: `for (const card of ['calls', 'devices', 'queues', 'recordings']) show((await http.get('/api/summary/' + card)).status);`,
    routes: () => ({ '/api/summary/*': json({ total: 7 }, { afterMs: 380 }) }),
    truth: fault('slow/waterfall', /\/api\/summary\//, { allows: ['slow/wait-unexplained'] }),
  }),
  traffic({
    name: 'call-redirected-three-times',
    title: 'Each search takes a second too long.',
    script: `for (const text of ['av', 'ro']) await http.get('/api/search?text=' + text);`,
    routes: () => ({
      '/api/search': (request, response) =>
        redirect(`/api/search/?${request.url?.split('?')[1]}`, 301)(request, response),
      '/api/search/': (request, response) =>
        redirect(`/api/v2/search?${request.url?.split('?')[1]}`, 302, { afterMs: 60 })(request, response),
      '/api/v2/search': (request, response) =>
        redirect(`/api/v2/search/people?${request.url?.split('?')[1]}`, 307, { afterMs: 60 })(
          request,
          response,
        ),
      '/api/v2/search/people': json({ items: [] }),
    }),
    truth: fault('slow/redirects', [
      '/api/search',
      '/api/search/',
      '/api/v2/search',
      '/api/v2/search/people',
    ]),
  }),
  traffic({
    name: 'page-redirected-three-times',
    title: 'The bookmark of the portal opens slowly.',
    script: '',
    sites: () => [
      {
        host: 'directory.example.test',
        scheme: 'http',
        handle: redirect('https://go.example.test/directory', 301),
      },
      service(directory, 'go.example.test', {
        '/directory': redirect('https://go.example.test/directory/', 301, { afterMs: 120 }),
        '/directory/': redirect('https://directory.example.test/', 302, { afterMs: 120 }),
      }),
    ],
    drive: async (tab) => {
      await tab.open('http://directory.example.test/');
      await tab.until();
    },
    truth: fault('slow/redirects', [
      { url: /^http:\/\/directory\.example\.test\/$/ },
      { url: 'go.example.test/directory' },
      { url: 'go.example.test/directory/' },
    ]),
  }),
  traffic({
    name: 'connection-closed-each-time',
    title: 'Every call takes as long as the first.',
    script: `for (let index = 0; index < 8; index++) await http.get('https://legacy.example.test/v1/ping?n=' + index);`,
    sites: () => [
      service(
        directory,
        'legacy.example.test',
        { '/v1/ping': json({ pong: true }, { fields: { connection: 'close' } }) },
        { protocol: 'http/1.1' },
      ),
    ],
    truth: fault('slow/no-reuse', 'legacy.example.test/v1/ping', {
      allows: ['slow/many-calls', 'slow/polling', 'slow/tls', 'slow/connect'],
    }),
  }),
];
