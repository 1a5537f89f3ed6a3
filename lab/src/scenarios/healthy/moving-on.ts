import type { Scenario } from '../../scenario/scenario.ts';
import { liveHost } from '../web-app/live.ts';
import { html, inTurn, json, nothing, type Reply, silence } from '../web-app/reply.ts';
import { healthy } from '../web-app/truth-of.ts';
import { works } from './family.ts';

const HOME = 'https://directory.example.test';

const events =
  (...messages: readonly string[]): Reply =>
  (_, response) => {
    response.setHeader('content-type', 'text/event-stream');
    for (const message of messages) (response as NodeJS.WritableStream).write(`data: ${message}\n\n`);
  };

const nextPage = html(
  '<!doctype html><html lang="en" data-lab="done"><head><meta charset="utf-8"><title>Next</title><link rel="icon" href="data:,"></head><body><h1>Next</h1></body></html>',
);

/** Requests that end, or do not end, because the page or its reader has what they want. */
export const movingOn: readonly Scenario[] = [
  works({
    name: 'typing-ahead',
    title: 'Works: each letter makes the search before it needless.',
    script: `let running;
      const search = async (text) => {
        running?.abort();
        running = new AbortController();
        const answer = await http.get('/api/search?text=' + text, { signal: running.signal });
        if (answer.ok) show(answer.json().items.length);
      };
      const searches = [];
      for (const text of ['a', 'av', 'ave', 'aver', 'avery']) { searches.push(search(text)); await pause(40); }
      await Promise.all(searches);`,
    routes: () => ({ '/api/search': json({ items: ['p-17'] }, { afterMs: 130 }) }),
    truth: healthy(['fail/aborted-by-user', 'slow/many-calls']),
  }),
  works({
    name: 'left-while-loading',
    title: 'Works: somebody clicks on before a list is there.',
    // DevTools never learns what became of them.
    exportEarly: true,
    script: `void http.get('/api/history'); void http.get('/api/statistics');
      await http.get('/api/numbers');
      location.href = '/next';
      await new Promise(() => {});`,
    routes: () => ({
      '/api/history': silence,
      '/api/statistics': silence,
      '/api/numbers': json({ items: [] }),
      '/next': nextPage,
    }),
    drive: async (tab) => {
      await tab.open(`${HOME}/`);
      await tab.page.waitForURL(`${HOME}/next`);
      await tab.until();
    },
    truth: healthy(['fail/aborted-by-user', 'fail/pending']),
  }),
  works({
    name: 'prefetch-given-up',
    title: 'Works: the page fetches ahead, and the reader goes elsewhere.',
    // DevTools never learns what became of them.
    exportEarly: true,
    head: '<link rel="prefetch" href="/assets/settings-8f00b204.js">',
    script: `await pause(100); location.href = '/next'; await new Promise(() => {});`,
    routes: () => ({ '/assets/settings-8f00b204.js': silence, '/next': nextPage }),
    drive: async (tab) => {
      // The load event does not wait for what is fetched ahead.
      await tab.open(`${HOME}/`);
      await tab.page.waitForURL(`${HOME}/next`);
      await tab.until();
    },
    truth: healthy(['fail/aborted-by-user', 'fail/pending']),
  }),
  works({
    name: 'events-ended-by-page',
    title: 'Works: the page listens until the job is done.',
    script: `const source = new EventSource('/api/jobs/j-1/events');
      await new Promise((resolve) => { source.onmessage = (event) => { if (event.data === '100') resolve(); }; });
      source.close();`,
    routes: () => ({ '/api/jobs/j-1/events': events('10', '60', '100') }),
    truth: healthy(['fail/aborted-by-user']),
  }),
  works({
    name: 'events-still-open',
    title: 'Works: the page listens for ever, and the capture was saved meanwhile.',
    exportEarly: true,
    script: `const source = new EventSource('/api/presence/events');
      await new Promise((resolve) => { source.onmessage = resolve; });`,
    routes: () => ({ '/api/presence/events': events('{"state":"active"}') }),
    truth: healthy(['fail/pending']),
  }),
  works({
    name: 'long-poll',
    title: 'Works: the page waits for news, and asks again when there are none.',
    script: `for (let turn = 0; turn < 3; turn++) await http.get('/api/news?since=' + turn);`,
    routes: () => ({
      '/api/news': inTurn(
        nothing(204, { afterMs: 1200 }),
        json({ news: ['call'] }, { afterMs: 700 }),
        nothing(204, { afterMs: 1200 }),
      ),
    }),
    truth: healthy([
      'slow/long-poll',
      'slow/polling',
      'slow/server',
      'slow/wait-unexplained',
      'slow/waterfall',
    ]),
  }),
  works({
    name: 'long-poll-pending',
    title: 'Works: the page was waiting for news when the capture was saved.',
    exportEarly: true,
    script: `await http.get('/api/news?since=0'); void http.get('/api/news?since=1');`,
    routes: () => ({ '/api/news': inTurn(json({ news: [] }, { afterMs: 300 }), silence) }),
    truth: healthy(['fail/pending', 'slow/long-poll']),
  }),
  works({
    name: 'beacon-pending',
    title: 'Works: statistics about the visit were still on their way.',
    exportEarly: true,
    script: `navigator.sendBeacon('/collect', JSON.stringify({ page: 'numbers' })); await pause(50);`,
    routes: () => ({ '/collect': silence }),
    truth: healthy(['fail/pending']),
  }),
  works({
    name: 'beacons-on-leaving',
    title: 'Works: the page says good bye to its statistics when it is left.',
    script: `addEventListener('pagehide', () => { navigator.sendBeacon('/collect', 'left'); void fetch('/collect?kept', { method: 'POST', keepalive: true }); });
      location.href = '/next';
      await new Promise(() => {});`,
    routes: () => ({ '/collect': nothing(204), '/next': nextPage }),
    drive: async (tab) => {
      await tab.open(`${HOME}/`);
      await tab.page.waitForURL(`${HOME}/next`);
      await tab.until();
    },
    truth: healthy(['fail/pending', 'fail/aborted-by-user']),
  }),
  works({
    name: 'live-socket-ended-in-order',
    title: 'Works: presence comes over a WebSocket, which ends with the shift.',
    script: `const live = new WebSocket('wss://live.example.test/presence');
      await new Promise((resolve) => { live.onclose = resolve; });`,
    sites: () => [
      liveHost('live.example.test', (socket) => {
        socket.send('{"state":"active"}');
        setTimeout(() => socket.close(1000), 120);
      }),
    ],
    truth: healthy(),
  }),
  works({
    name: 'live-socket-still-open',
    title: 'Works: the WebSocket was open when the capture was saved.',
    exportEarly: true,
    script: `const live = new WebSocket('wss://live.example.test/presence');
      await new Promise((resolve) => { live.onmessage = resolve; });`,
    sites: () => [liveHost('live.example.test', (socket) => socket.send('{"state":"away"}'))],
    truth: healthy(['fail/pending']),
  }),
  works({
    name: 'job-asked-for-until-done',
    title: 'Works: an export takes a moment, the page asks four times and gets it.',
    script: `const job = await http.send('POST', '/api/exports', {});
      for (;;) {
        const state = (await http.get(job.header('location'))).json();
        if (state.status === 'done') break;
        await pause(120);
      }
      await http.get('/api/exports/e-1/file');`,
    routes: () => ({
      'POST /api/exports': json(
        { status: 'accepted' },
        { status: 202, fields: { location: '/api/exports/e-1' } },
      ),
      '/api/exports/e-1': inTurn(
        json({ status: 'queued', errors: null }),
        json({ status: 'running', percent: 40 }),
        json({ status: 'running', percent: 90 }),
        json({ status: 'done', percent: 100 }),
      ),
      '/api/exports/e-1/file': (request, response) =>
        inTurn(
          nothing(200, {
            fields: {
              'content-type': 'text/csv',
              'content-disposition': 'attachment; filename="numbers.csv"',
            },
          }),
        )(request, response),
    }),
    truth: healthy(['slow/polling']),
  }),
  works({
    name: 'blocked-statistics',
    title: 'Works; an extension blocks what counts visits.',
    script: `await Promise.allSettled([fetch('https://metrics.example.test/collect?v=2'), http.get('/api/numbers')]);
      navigator.sendBeacon('https://metrics.example.test/collect', 'seen');`,
    routes: () => ({ '/api/numbers': json({ items: [] }) }),
    drive: async (tab) => {
      await tab.page.route('https://metrics.example.test/**', (route) => route.abort('blockedbyclient'));
      await tab.open(`${HOME}/`);
      await tab.until();
    },
    truth: healthy(['block/by-client'], {
      // An extension's verdict would lack the last word; everything else is the same.
      browser: [
        {
          on: { url: 'metrics.example.test/collect' },
          errorText: 'net::ERR_BLOCKED_BY_CLIENT.Inspector',
          blockedReason: 'inspector',
        },
      ],
    }),
  }),
  works({
    name: 'statistics-without-a-name',
    title: 'Works; the office’s name server knows no advertisers.',
    browser: { unreachable: { 'ads.tracker.example.test': 'no-such-name' } },
    script: `await Promise.allSettled([fetch('https://ads.tracker.example.test/pixel?id=17', { mode: 'no-cors' }), http.get('/api/numbers')]);`,
    routes: () => ({ '/api/numbers': json({ items: [] }) }),
    truth: healthy(['fail/dns', 'block/by-client']),
  }),
];
