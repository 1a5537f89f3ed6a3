import type { Scenario } from '../../scenario/scenario.ts';
import { closedHost } from '../web-app/live.ts';
import { body, html, inTurn, json, nothing, silence } from '../web-app/reply.ts';
import { composite } from './family.ts';

const NO_UPSTREAM = body('text/plain', 'no healthy upstream', { status: 503, fields: { server: 'envoy' } });

/** One service is gone, and the page makes the most of it. */
export const outages: readonly Scenario[] = [
  composite({
    name: 'numbers-service-gone',
    title: 'The numbers page shows red boxes and gets slower and slower.',
    // The page hammers the dead service, counts its own failures, and shows a broken report beside.
    script: `const retry = async () => { for (let attempt = 0; attempt < 6; attempt++) { if ((await http.get('/api/numbers')).ok) return; await pause(70); } };
      await Promise.all([retry(), http.get('/api/numbers/statistics'), http.send('POST', '/graphql', { operationName: 'Numbers', query: 'query Numbers { numbers { id } people { id } }' })]);
      await http.send('POST', '/api/client-log', { message: 'numbers failed' });`,
    routes: () => ({
      '/api/numbers': NO_UPSTREAM,
      '/api/numbers/statistics': NO_UPSTREAM,
      '/graphql': json({
        data: { numbers: null, people: [] },
        errors: [{ message: '503 from numbers: no healthy upstream', path: ['numbers'] }],
      }),
      '/api/client-log': nothing(413),
    }),
    truth: {
      expects: [
        {
          finding: 'fail/gateway-envoy',
          on: [{ url: '/api/numbers' }, { url: '/api/numbers/statistics' }],
          root: true,
        },
        { finding: 'slow/retry-storm', on: [{ url: '/api/numbers' }] },
        { finding: 'fail/graphql', on: [{ url: '/graphql' }] },
        { finding: 'fail/too-large', on: [{ url: '/api/client-log' }] },
      ],
      allows: ['fail/http-5xx', 'fail/http-4xx', 'fail/upstream', 'fail/error-in-success'],
    },
  }),
  composite({
    name: 'presence-host-renamed',
    title: 'Nobody has a presence, and the page asks for it all the time.',
    browser: { unreachable: { 'presence-moved.example.test': 'no-such-name' } },
    // Without its events the page falls back to asking, first the lost host, then the slow old way.
    script: `const live = new EventSource('https://presence-moved.example.test/v1/events');
      await new Promise((resolve) => { live.onerror = resolve; });
      live.close();
      await http.get('https://presence-moved.example.test/v1/presence');
      for (let turn = 0; turn < 7; turn++) { await http.get('/api/presence'); await pause(200); }
      await http.get('/api/presence/subscriptions');`,
    routes: () => ({
      '/api/presence': json({ states: [] }),
      '/api/presence/subscriptions': json({ message: 'Subscriptions moved.' }, { status: 410 }),
    }),
    truth: {
      expects: [
        {
          finding: 'fail/dns',
          on: [
            { url: 'presence-moved.example.test/v1/events' },
            { url: 'presence-moved.example.test/v1/presence' },
          ],
          reason: 'net::ERR_NAME_NOT_RESOLVED',
          root: true,
        },
        { finding: 'slow/polling', on: [{ url: '/api/presence' }] },
        { finding: 'fail/http-4xx', on: [{ url: '/api/presence/subscriptions' }] },
      ],
      allows: ['slow/duplicate-calls', 'slow/many-calls'],
    },
  }),
  composite({
    name: 'vendor-says-no',
    title: 'Recording cannot be switched on, and afterwards the page shows that it is.',
    script: `const first = await http.send('PATCH', '/api/people/p-17/recording', { enabled: true, vendor: 'echovault' });
      await http.send('PATCH', '/api/people/p-17/recording', { enabled: true, vendor: 'echovault' });
      await http.get('/api/people/p-17/recording');
      await http.send('POST', '/api/audit', { action: 'recording', outcome: first.status });
      await http.get('/api/vendors/echovault/logo.svg');`,
    routes: () => ({
      'PATCH /api/people/p-17/recording': json(
        {
          message: '400: Terms of service were not accepted by the organisation',
          errorCode: 25011,
          trackingId: 'DIRECTORY_90c1b7d2-50b8-4d3c-a4a5-0f3b8be7f6a1_5',
        },
        { status: 502 },
      ),
      'GET /api/people/p-17/recording': json({ error: { code: 'STALE', message: 'State is not known.' } }),
      '/api/audit': json(
        { message: 'Audit queue is full.' },
        { status: 429, fields: { 'retry-after': '60' } },
      ),
    }),
    truth: {
      expects: [
        {
          finding: 'fail/upstream',
          on: [{ method: 'PATCH', url: '/api/people/p-17/recording' }],
          root: true,
        },
        { finding: 'fail/error-in-success', on: [{ method: 'GET', url: '/api/people/p-17/recording' }] },
        { finding: 'fail/rate-limited', on: [{ url: '/api/audit' }] },
        { finding: 'fail/http-4xx', on: [{ url: '/api/vendors/echovault/logo.svg' }] },
      ],
      allows: [
        'fail/http-5xx',
        'fail/http-4xx',
        'permission/vendor-refused',
        'slow/duplicate-calls',
        'slow/retry-storm',
      ],
    },
  }),
  composite({
    name: 'live-updates-not-let-through',
    title: 'The wallboard is late and stutters since the new firewall.',
    script: `const live = new WebSocket('wss://live.example.test/board');
      await new Promise((resolve) => { live.onclose = resolve; });
      const ask = async () => { for (let turn = 0; turn < 6; turn++) { await http.get('/api/board'); await pause(180); } };
      await Promise.all([ask(), ask()]);
      await http.get('/api/board/export');`,
    sites: () => [closedHost('live.example.test')],
    routes: () => ({
      '/api/board': json({ waiting: 2 }),
      '/api/board/export': body('application/json', '{"rows":[{"waiting":2},'),
    }),
    truth: {
      expects: [
        { finding: 'fail/web-socket', on: [{ url: /^wss:\/\/live/ }], root: true },
        { finding: 'slow/polling', on: [{ url: '/api/board' }] },
        { finding: 'fail/broken-json', on: [{ url: '/api/board/export' }] },
      ],
      allows: ['slow/duplicate-calls', 'slow/many-calls', 'fail/truncated-body', 'capture/truncated'],
    },
  }),
  composite({
    name: 'server-error-behind-missing-permission',
    title: 'The console speaks of CORS; the billing page stays empty.',
    // The gateway adds its fields only to answers of the service, not to its own errors.
    script: `await http.get('https://billing.example.test/v1/invoices');
      await http.get('https://billing.example.test/v1/invoices');
      await http.get('/api/billing/cached');
      await http.get('/api/billing/plan');`,
    routes: () => ({
      '/api/billing/cached': json({ invoices: [], error: true, message: 'No copy is kept.' }),
      '/api/billing/plan': nothing(404),
    }),
    sites: () => [
      {
        host: 'billing.example.test',
        handle: html(
          '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
          { status: 502 },
        ),
      },
    ],
    truth: {
      expects: [
        {
          finding: 'cors/masked-server-error',
          on: [{ url: 'billing.example.test/v1/invoices' }],
          reason: 'MissingAllowOriginHeader',
          root: true,
        },
        { finding: 'fail/error-in-success', on: [{ url: '/api/billing/cached' }] },
        { finding: 'fail/http-4xx', on: [{ url: '/api/billing/plan' }] },
      ],
      allows: [
        'fail/http-5xx',
        'cors/missing-allow-origin',
        'slow/duplicate-calls',
        'fail/upstream',
        'slow/retry-storm',
      ],
      browser: [{ on: { url: 'billing.example.test/v1/invoices' }, corsError: 'MissingAllowOriginHeader' }],
    },
  }),
  composite({
    name: 'one-slow-database',
    title: 'Everything turns; people click again, and then it says 504.',
    script: `const list = () => http.get('/api/calls');
      await Promise.all([list(), list(), list(), http.get('/api/queues')]);
      await http.get('/api/reports/today');
      await http.get('/api/reports/today.csv');`,
    routes: () => ({
      '/api/calls': json({ items: [] }, { afterMs: 1200, fields: { 'server-timing': 'db;dur=1170' } }),
      '/api/queues': json({ items: [] }, { afterMs: 1150, fields: { 'server-timing': 'db;dur=1120' } }),
      '/api/reports/today': inTurn(
        html('<html><head><title>504 Gateway Time-out</title></head></html>', { status: 504 }),
      ),
      '/api/reports/today.csv': json({ status: 'error', message: 'Report is not ready.' }),
    }),
    truth: {
      expects: [
        { finding: 'slow/server', on: [{ url: '/api/calls' }, { url: '/api/queues' }], root: true },
        // The browser itself lets equal calls wait for each other, in case the first can be kept.
        { finding: 'slow/duplicate-calls', on: [{ url: '/api/calls' }] },
        { finding: 'fail/gateway-timeout', on: [{ url: '/api/reports/today' }] },
        { finding: 'fail/error-in-success', on: [{ url: '/api/reports/today.csv' }] },
      ],
      allows: ['fail/http-5xx', 'slow/wait-unexplained', 'fail/html-for-json', 'slow/queueing'],
    },
  }),
  composite({
    name: 'saved-in-the-middle-of-a-storm',
    title: 'The status page hangs; the capture was saved while it did.',
    exportEarly: true,
    script: `for (let attempt = 0; attempt < 5; attempt++) { await http.get('/api/status'); await pause(50); }
      void http.get('/api/status/history');
      await http.send('DELETE', '/api/status/cache');`,
    routes: () => ({
      '/api/status': json({ message: 'Too many requests' }, { status: 429, fields: { 'retry-after': '15' } }),
      '/api/status/history': silence,
      '/api/status/cache': nothing(405, { fields: { allow: 'GET' } }),
    }),
    truth: {
      expects: [
        // The client does not wait as it is asked to: the limit follows from that.
        { finding: 'slow/retry-storm', on: [{ url: '/api/status' }], root: true },
        { finding: 'fail/rate-limited', on: [{ url: '/api/status' }] },
        { finding: 'fail/method-not-allowed', on: [{ url: '/api/status/cache' }] },
      ],
      allows: ['fail/pending', 'fail/http-4xx'],
    },
  }),
];
