import type { Scenario, Tab } from '../../scenario/scenario.ts';
import { ASSET_FIELDS } from '../web-app/app.ts';
import { body, html, inTurn, json, nothing, type ReplyOptions } from '../web-app/reply.ts';
import { fault } from '../web-app/truth-of.ts';
import { version } from './family.ts';

const script = (text: string, options: ReplyOptions = {}) =>
  body('text/javascript; charset=utf-8', text, { fields: ASSET_FIELDS, ...options });

const NOT_FOUND = html('<!doctype html><title>404 Not Found</title><h1>404 Not Found</h1>', { status: 404 });

/** Opens a part of the application whose chunk is loaded only then. */
const openPart = (path: string) =>
  `try { (await import('${path}')).show(); } catch (error) { show('Failed to fetch dynamically imported module'); }`;

const clickOpen = async (tab: Tab) => {
  await tab.open('https://directory.example.test/');
  await tab.until('loaded');
  await tab.click('Reports');
  await tab.until();
};

const ON_CLICK = `document.documentElement.dataset.lab = 'loaded';
  await new Promise((resolve) => document.querySelector('button').addEventListener('click', resolve, { once: true }));`;

/** Says that the document is an hour older than the rest: somebody deployed meanwhile. */
const hourAgo = () => new Date(Date.now() - 3_600_000).toUTCString();

export const versionScenarios: readonly Scenario[] = [
  version({
    name: 'chunk-gone-after-deploy',
    title: 'A click on "Reports" does nothing since the update; after a reload it works.',
    body: '<button>Reports</button>',
    documentFields: { 'last-modified': hourAgo() },
    script: `${ON_CLICK}\n${openPart('/assets/reports-4f1d22a9.js')}`,
    routes: () => ({ '/assets/reports-4f1d22a9.js': NOT_FOUND }),
    drive: clickOpen,
    truth: fault('version/chunk-missing', '/assets/reports-4f1d22a9.js', {
      allows: ['fail/http-4xx', 'version/stale-document'],
    }),
  }),
  version({
    name: 'page-for-chunk',
    title: '"Reports" stays white; the console speaks of a MIME type.',
    body: '<button>Reports</button>',
    script: `${ON_CLICK}\n${openPart('/assets/reports-4f1d22a9.js')}`,
    routes: () => ({
      '/assets/reports-4f1d22a9.js': html(
        '<!doctype html><html lang="en"><head><title>Directory</title></head><body><main></main></body></html>',
      ),
    }),
    drive: clickOpen,
    truth: fault('version/chunk-missing', '/assets/reports-4f1d22a9.js', {
      allows: ['block/nosniff', 'lint/content-type-mismatch', 'fail/html-for-json', 'version/stale-document'],
    }),
  }),
  version({
    name: 'stale-document-from-cache',
    title: 'The portal is a white page at one desk only.',
    // The document may be kept for an hour; its old assets were removed by a deploy in between.
    drive: async (tab) => {
      await tab.open('https://directory.example.test/status');
      await tab.open('https://directory.example.test/');
      await tab.open('https://directory.example.test/status');
      await tab.page.evaluate(`location.href = '/'`);
      await tab.page.waitForURL('https://directory.example.test/');
      await tab.page.waitForFunction(`document.documentElement.dataset.failed !== undefined`);
    },
    script: '',
    routes: () => {
      const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Directory</title><link rel="icon" href="data:,"></head>
<body><main></main><script src="/assets/shell-0a11ce55.js" onerror="document.documentElement.dataset.failed = ''"></script></body></html>`;
      return {
        '/': html(page, { fields: { 'cache-control': 'max-age=3600' } }),
        '/status': html(
          '<!doctype html><title>Status</title><link rel="icon" href="data:,"><p>All well</p>',
          {
            fields: { 'cache-control': 'no-store' },
          },
        ),
        '/assets/shell-0a11ce55.js': inTurn(
          script(`document.querySelector('main').textContent = 'Directory';`, {
            fields: { 'cache-control': 'no-store' },
          }),
          NOT_FOUND,
        ),
      };
    },
    truth: {
      expects: [
        {
          finding: 'version/stale-document',
          on: [{ url: '/', nth: 1 }],
          root: true,
          // Its form of the file does not say what came from the cache.
          hiddenIn: ['playwright', 'playwright-zip'],
        },
        { finding: 'version/chunk-missing', on: [{ url: '/assets/shell-0a11ce55.js', nth: 1 }] },
      ],
      allows: ['fail/http-4xx', 'slow/not-cached'],
    },
  }),
  version({
    name: 'stale-document-from-edge',
    title: 'Half of the office sees a page without styles after the deploy.',
    documentFields: { age: '5400', 'cache-control': 'public, max-age=7200', 'x-cache': 'HIT' },
    head: '<link rel="stylesheet" href="/assets/theme-77be0d14.css">',
    script: openPart('/assets/queues-19e0c3d7.js'),
    routes: () => ({ '/assets/theme-77be0d14.css': NOT_FOUND, '/assets/queues-19e0c3d7.js': NOT_FOUND }),
    truth: {
      expects: [
        { finding: 'version/stale-document', on: [{ url: '/' }], root: true },
        {
          finding: 'version/chunk-missing',
          on: [{ url: '/assets/theme-77be0d14.css' }, { url: '/assets/queues-19e0c3d7.js' }],
        },
      ],
      allows: ['fail/http-4xx'],
    },
  }),
  version({
    name: 'two-builds-behind-one-name',
    title: 'Saving works every second time.',
    script: `for (const extension of ['4123', '4124', '4125', '4126'])
      await http.send('PATCH', '/api/people/p-17', { extension, ring: 'all' });`,
    routes: () => ({
      '/api/people/p-17': inTurn(
        ...([1, 2, 3, 4].map((turn) =>
          turn % 2 === 1
            ? json({ extension: '4123' }, { fields: { 'x-build': '2026.1.14-a41c9e0' } })
            : json(
                { message: 'Unknown property "ring"' },
                { status: 400, fields: { 'x-build': '2026.1.09-77d02bf' } },
              ),
        ) as [ReturnType<typeof json>]),
      ),
    }),
    truth: fault('version/mixed-builds', '/api/people/p-17', { allows: ['fail/http-4xx'] }),
  }),
  version({
    name: 'api-announces-its-end',
    title: 'Works today; the numbers service will be switched off.',
    script: `show((await http.get('/api/v1/numbers')).json().items.length);`,
    routes: () => ({
      '/api/v1/numbers': json(
        { items: [] },
        {
          fields: {
            deprecation: '@1577836800',
            sunset: 'Sun, 30 Jun 2030 23:59:59 GMT',
            link: '</api/v2/numbers>; rel="successor-version"',
          },
        },
      ),
    }),
    truth: fault('version/deprecated-api', '/api/v1/numbers'),
  }),
  version({
    name: 'worker-serves-old-application',
    title: 'One person still sees last month’s menu, and it does not work.',
    // The worker answers the document from its own store; the chunk that this document names is gone.
    script: `if (new URLSearchParams(location.search).has('again')) {
        ${openPart('/assets/menu-5ca1ab1e.js')}
      } else {
        await navigator.serviceWorker.register('/worker.js');
        await navigator.serviceWorker.ready;
        if (navigator.serviceWorker.controller === null)
          await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
      }`,
    drive: async (tab) => {
      await tab.open('https://directory.example.test/');
      await tab.until();
      await tab.open('https://directory.example.test/?again');
      await tab.until();
    },
    routes: () => ({
      '/worker.js': script(
        `const KEPT = 'directory-2025-12';
self.addEventListener('install', (event) => event.waitUntil(caches.open(KEPT).then((kept) => kept.add('/')).then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') event.respondWith(caches.match('/'));
});`,
        { fields: { 'cache-control': 'no-cache' } },
      ),
      '/assets/menu-5ca1ab1e.js': NOT_FOUND,
      '/favicon.ico': nothing(204),
    }),
    truth: {
      expects: [
        {
          finding: 'version/stale-service-worker',
          on: [{ url: /\/\?again$/ }],
          root: true,
          // Its form of the file does not say who answered.
          hiddenIn: ['playwright', 'playwright-zip'],
        },
        { finding: 'version/chunk-missing', on: [{ url: '/assets/menu-5ca1ab1e.js' }] },
      ],
      allows: ['fail/http-4xx', 'version/stale-document'],
    },
  }),
];
