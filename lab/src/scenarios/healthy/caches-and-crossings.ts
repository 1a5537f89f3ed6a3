import type { Scenario } from '../../scenario/scenario.ts';
import { ASSET_FIELDS, service } from '../web-app/app.ts';
import { directory } from '../web-app/looks.ts';
import { body, html, json, nothing, type Reply, redirect } from '../web-app/reply.ts';
import { healthy } from '../web-app/truth-of.ts';
import { works } from './family.ts';

const HOME = 'https://directory.example.test';

/** Agrees to whatever a preflight asks. */
const agrees: Reply = nothing(204, {
  fields: {
    'access-control-allow-methods': 'GET, PUT, DELETE',
    'access-control-allow-headers': 'content-type, authorization, x-client',
    'access-control-max-age': '600',
  },
});

/** 304 for whoever has this version. */
const tagged =
  (tag: string, reply: Reply): Reply =>
  (request, response) => {
    response.setHeader('etag', tag);
    return request.headers['if-none-match'] === tag
      ? nothing(304)(request, response)
      : reply(request, response);
  };

export const cachesAndCrossings: readonly Scenario[] = [
  works({
    name: 'not-modified',
    title: 'Works: the page asks whether its list is still good, and it is.',
    script: `for (let visit = 0; visit < 3; visit++) show((await http.get('/api/models', { cache: 'no-cache' })).json().models.length);`,
    routes: () => ({
      '/api/models': tagged(
        '"models-3"',
        json({ models: ['desk', 'room'] }, { fields: { 'cache-control': 'no-cache' } }),
      ),
    }),
    truth: healthy(['slow/duplicate-calls', 'slow/polling']),
  }),
  works({
    name: 'second-visit-from-cache',
    title: 'Works: the second page has its files at hand.',
    script: '',
    drive: async (tab) => {
      for (const page of ['', '?page=devices']) {
        await tab.open(`${HOME}/${page}`);
        await tab.until();
      }
    },
    truth: healthy(),
  }),
  works({
    name: 'worker-answers-from-its-store',
    title: 'Works: a service worker brings the page without the network.',
    script: `if (!location.search) {
        await navigator.serviceWorker.register('/worker.js');
        await navigator.serviceWorker.ready;
        if (navigator.serviceWorker.controller === null)
          await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
      }
      show((await http.get('/api/numbers')).json().items.length);`,
    routes: () => ({
      '/worker.js': body(
        'text/javascript',
        `self.addEventListener('install', (event) => event.waitUntil(caches.open('v1').then((kept) => kept.addAll(['/', '/api/numbers'])).then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => event.respondWith(caches.match(event.request, { ignoreSearch: true }).then((kept) => kept ?? fetch(event.request))));`,
        { fields: { 'cache-control': 'no-cache' } },
      ),
      '/api/numbers': json({ items: ['+15550123'] }),
    }),
    drive: async (tab) => {
      for (const page of ['', '?again']) {
        await tab.open(`${HOME}/${page}`);
        await tab.until();
      }
    },
    truth: healthy(['fail/pending']),
  }),
  works({
    name: 'other-origin-agrees',
    title: 'Works: calls to another host, asked for and allowed.',
    script: `const api = 'https://api.numbers.example.test/v1/';
      await http.get(api + 'numbers');
      await http.send('PUT', api + 'numbers/n-1', { person: 'p-17' }, { headers: { 'x-client': 'portal' } });
      await http.send('DELETE', api + 'numbers/n-2');`,
    sites: () => [
      service(directory, 'api.numbers.example.test', {
        'OPTIONS /v1/*': agrees,
        'DELETE /v1/*': nothing(204),
        '/v1/*': json({ items: [] }),
      }),
    ],
    truth: healthy(),
  }),
  works({
    name: 'other-origin-with-cookies',
    title: 'Works: a host of the same company knows who asks.',
    script: `const api = 'https://prefs.example.test/';
      await http.send('POST', api + 'session', undefined, { credentials: 'include' });
      await http.get(api + 'prefs', { credentials: 'include' });`,
    sites: () => [
      service(directory, 'prefs.example.test', {
        'POST /session': nothing(204, {
          fields: { 'set-cookie': 'p=1; Path=/; Secure; HttpOnly; SameSite=None' },
        }),
        '/prefs': json({ density: 'compact' }),
      }),
    ],
    truth: healthy(),
  }),
  works({
    name: 'opaque-answers',
    title: 'Works: a picture and a counter of another host, neither of which the page reads.',
    script: `await fetch('https://static.partner.example.test/seen', { mode: 'no-cors' });
      const picture = new Image();
      await new Promise((resolve) => { picture.onload = picture.onerror = resolve; picture.src = 'https://static.partner.example.test/logo.svg'; });`,
    sites: () => [
      {
        host: 'static.partner.example.test',
        handle: (request, response) =>
          request.url === '/seen'
            ? nothing(204)(request, response)
            : body('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>', {
                fields: { 'cache-control': 'max-age=600' },
              })(request, response),
      },
    ],
    truth: healthy(),
  }),
  works({
    name: 'recording-played-in-parts',
    title: 'Works: a recording is fetched piece by piece.',
    script: `for (const [from, to] of [[0, 99], [100, 199], [200, 249]])
        await http.get('/recordings/r-1.wav', { headers: { range: 'bytes=' + from + '-' + to, accept: 'audio/wav' } });`,
    routes: () => ({
      '/recordings/r-1.wav': (request, response) => {
        const [, from = '0', to = '0'] = /bytes=(\d+)-(\d+)/.exec(String(request.headers.range)) ?? [];
        return body('audio/wav', Buffer.alloc(Number(to) - Number(from) + 1), {
          status: 206,
          fields: { 'content-range': `bytes ${from}-${to}/250`, 'accept-ranges': 'bytes', etag: '"r-1"' },
        })(request, response);
      },
    }),
    truth: healthy(),
  }),
  works({
    name: 'methods-of-all-kinds',
    title: 'Works: HEAD, OPTIONS, PATCH and an answer without content.',
    script: `await http.send('HEAD', '/api/numbers');
      await http.send('OPTIONS', '/api/numbers');
      await http.send('PATCH', '/api/numbers/n-1', { note: 'front desk' });
      await http.send('POST', '/api/numbers/n-1/ping');`,
    routes: () => ({
      'HEAD /api/numbers': nothing(200, { fields: { 'content-type': 'application/json', 'x-total': '31' } }),
      'OPTIONS /api/numbers': nothing(204, { fields: { allow: 'GET, HEAD, POST, OPTIONS' } }),
      'PATCH /api/numbers/n-1': json({ note: 'front desk' }),
      'POST /api/numbers/n-1/ping': nothing(204),
    }),
    truth: healthy(),
  }),
  works({
    name: 'posted-then-elsewhere',
    title: 'Works: a form is sent, and the next page is another one.',
    body: '<form method="post" action="/notes"><input name="text" value="front desk"><button>Add</button></form>',
    script: `document.documentElement.dataset.lab = 'loaded'; if (location.hash !== '#added') await new Promise(() => {});`,
    routes: () => ({
      'POST /notes': redirect('/notes/1', 303),
      '/notes/1': html(
        '<!doctype html><html lang="en" data-lab="done"><title>Note</title><link rel="icon" href="data:,"><p>front desk</p></html>',
      ),
    }),
    drive: async (tab) => {
      await tab.open(`${HOME}/`);
      await tab.until('loaded');
      await tab.click('Add');
      await tab.until();
    },
    truth: healthy(),
  }),
  works({
    name: 'from-http-to-https',
    title: 'Works: an old bookmark without the s.',
    script: '',
    sites: () => [{ host: 'directory.example.test', scheme: 'http', handle: redirect(`${HOME}/`, 301) }],
    drive: async (tab) => {
      await tab.open('http://directory.example.test/');
      await tab.until();
    },
    truth: healthy(),
  }),
  works({
    name: 'pages-by-cursor',
    title: 'Works: each part of a list tells where the next one begins.',
    script: `for (let next = '/api/audit?limit=50'; next; ) {
        const part = (await http.get(next)).json();
        next = part.next;
      }`,
    routes: () => {
      let page = 0;
      return {
        '/api/audit': (request, response) => {
          page++;
          const next = page < 6 ? `/api/audit?limit=50&cursor=k${(page * 7919).toString(36)}` : null;
          return json({ items: [], next }, { afterMs: 30 })(request, response);
        },
      };
    },
    truth: healthy(['slow/waterfall']),
  }),
  works({
    name: 'each-step-needs-the-last',
    title: 'Works: a person leads to a location, the location to a site, the site to its rules.',
    script: `const person = (await http.get('/api/people/p-17')).json();
      const location = (await http.get('/api/locations/' + person.location)).json();
      const rules = (await http.get('/api/sites/' + location.site + '/rules')).json();
      show(rules.items.length);`,
    routes: () => ({
      '/api/people/p-17': json({ location: 'l-8c21' }, { afterMs: 340 }),
      '/api/locations/l-8c21': json({ site: 's-77d0' }, { afterMs: 340 }),
      '/api/sites/s-77d0/rules': json({ items: [] }, { afterMs: 340 }),
    }),
    truth: healthy(),
  }),
  works({
    name: 'mounted-twice',
    title: 'Works: a framework in its strict mode asks everything twice.',
    script: `const effect = () => Promise.all([http.get('/api/numbers'), http.get('/api/devices')]);
      await Promise.all([effect(), effect()]);`,
    routes: () => ({ '/api/numbers': json({ items: [] }), '/api/devices': json({ items: [] }) }),
    truth: healthy(['slow/duplicate-calls']),
  }),
  works({
    name: 'addresses-without-network',
    title: 'Works: pictures and files that the page made itself.',
    head: '<style>h1{background:url("data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E")}</style>',
    script: `const file = URL.createObjectURL(new Blob(['{"error":"only an example"}'], { type: 'application/json' }));
      await (await fetch(file)).json();
      await (await fetch('data:application/json,{"status":"error"}')).json();`,
    truth: healthy(),
  }),
  works({
    name: 'old-data-then-new',
    title: 'Works: an hour-old list is shown while the new one is fetched.',
    script: `await http.get('/api/rates'); await http.get('/api/rates'); await pause(80);`,
    routes: () => ({
      '/api/rates': json(
        { rates: [1, 2] },
        {
          fields: {
            'cache-control': 'max-age=0, stale-while-revalidate=600',
            age: '3600',
            etag: '"rates-9"',
          },
        },
      ),
    }),
    truth: healthy(['slow/duplicate-calls', 'slow/not-cached']),
  }),
  works({
    name: 'script-and-frame-of-partners',
    title: 'Works: a map in a frame and a script that hands over data.',
    body: '<iframe src="https://maps.example.test/embed" title="Map"></iframe>',
    script: `globalThis.gotRates = (rates) => show(rates.length);
      await import('https://rates.example.test/rates.js');`,
    sites: () => [
      {
        host: 'maps.example.test',
        handle: html('<!doctype html><title>Map</title><link rel="icon" href="data:,"><p>Here</p>', {
          fields: { 'cache-control': 'max-age=60' },
        }),
      },
      service(directory, 'rates.example.test', {
        '/rates.js': body('text/javascript', 'gotRates([1, 2, 3]);', { fields: ASSET_FIELDS }),
      }),
    ],
    truth: healthy(),
  }),
];
