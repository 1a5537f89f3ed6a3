import type { Scenario } from '../../scenario/scenario.ts';
import { body, html, json, nothing } from '../web-app/reply.ts';
import { healthy } from '../web-app/truth-of.ts';
import { works } from './family.ts';

/** Statuses from 400 on that are an answer, not a failure. */
export const expectedRefusals: readonly Scenario[] = [
  works({
    name: 'no-icon',
    title: 'Works; the site has no icon for phones.',
    head: '<link rel="preload" as="image" href="/apple-touch-icon.png">',
    script: `const icon = new Image();
      await new Promise((resolve) => { icon.onerror = resolve; icon.src = '/favicon.ico'; });`,
    routes: () => ({
      '/favicon.ico': html('<!doctype html><title>404</title>', { status: 404 }),
      '/apple-touch-icon.png': html('<!doctype html><title>404</title>', { status: 404 }),
    }),
    truth: healthy(['fail/http-4xx']),
  }),
  works({
    name: 'no-photo',
    title: 'Works; people without a photo get their initials.',
    script: `const people = (await http.get('/api/people')).json().items;
      await Promise.all(people.map((id) => new Promise((resolve) => {
        const photo = new Image();
        photo.onload = resolve;
        photo.onerror = () => { photo.replaceWith(id.slice(0, 1)); resolve(); };
        photo.src = '/photos/' + id + '.png';
        document.body.append(photo);
      })));`,
    routes: () => ({
      '/api/people': json({ items: ['p-1', 'p-2', 'p-3'] }),
      '/photos/p-2.png': body('image/png', PIXEL, { fields: { 'cache-control': 'max-age=600' } }),
      '/photos/*': nothing(404),
    }),
    truth: healthy(['fail/http-4xx']),
  }),
  works({
    name: 'is-the-number-free',
    title: 'Works: 404 means that the number can be had.',
    body: '<label>Number <input></label>',
    script: `const free = await http.send('HEAD', '/api/numbers/+15550177');
      if (free.status === 404) show((await http.send('POST', '/api/numbers', { number: '+15550177' })).status);`,
    routes: () => ({
      'HEAD /api/numbers/*': nothing(404),
      'POST /api/numbers': json({ id: 'n-9' }, { status: 201, fields: { location: '/api/numbers/n-9' } }),
    }),
    truth: healthy(['fail/http-4xx']),
  }),
  works({
    name: 'settings-not-made-yet',
    title: 'Works: a new colleague has no settings; the page takes the usual ones and saves them.',
    script: `const settings = await http.get('/api/settings/view');
      if (settings.status === 404) await http.send('PUT', '/api/settings/view', { density: 'compact' });`,
    routes: () => ({
      'GET /api/settings/view': json(
        { code: 'not_set', message: 'No settings for this person.' },
        { status: 404 },
      ),
      'PUT /api/settings/view': json({ density: 'compact' }, { status: 201 }),
    }),
    truth: healthy(['fail/http-4xx']),
  }),
  works({
    name: 'not-signed-in-yet',
    title: 'Works: nobody is signed in, then somebody is.',
    body: '<button>Sign in</button>',
    script: `const who = await http.get('/api/me');
      document.documentElement.dataset.lab = 'loaded';
      await new Promise((resolve) => document.querySelector('button').addEventListener('click', resolve, { once: true }));
      if (who.status === 401) await http.send('POST', '/api/sign-in', { user: 'avery' });
      show((await http.get('/api/me')).json().name);`,
    routes: () => {
      let isSignedIn = false;
      return {
        '/api/me': (request, response) =>
          isSignedIn
            ? json({ name: 'Avery' })(request, response)
            : json(
                { message: 'Nobody is signed in.' },
                { status: 401, fields: { 'www-authenticate': 'Cookie realm="directory"' } },
              )(request, response),
        'POST /api/sign-in': (request, response) => {
          isSignedIn = true;
          return nothing(204, {
            fields: { 'set-cookie': 'session=s-17; Path=/; Secure; HttpOnly; SameSite=Lax' },
          })(request, response);
        },
      };
    },
    drive: async (tab) => {
      await tab.open('https://directory.example.test/');
      await tab.until('loaded');
      await tab.click('Sign in');
      await tab.until();
    },
    truth: healthy(['auth/unauthorized', 'auth/missing-credentials', 'fail/http-4xx']),
  }),
  works({
    name: 'typing-error-in-form',
    title: 'Works: the form tells what is missing, then saves.',
    body: '<form><label>Name <input name="name"></label><button>Save</button></form>',
    script: `const form = document.querySelector('form');
      document.documentElement.dataset.lab = 'loaded';
      await new Promise((resolve) => form.addEventListener('submit', async (event) => {
        event.preventDefault();
        const answer = await http.send('POST', '/api/locations', { name: form.elements.name.value });
        if (answer.ok) resolve();
        else form.dataset.hint = answer.json().errors[0].field;
      }));`,
    routes: () => ({
      'POST /api/locations': async (request, response) => {
        let sent = '';
        for await (const part of request) sent += String(part);
        const isNamed = !sent.includes('"name":""');
        return isNamed
          ? json({ id: 'l-5' }, { status: 201 })(request, response)
          : json({ errors: [{ field: 'name', code: 'required' }] }, { status: 422 })(request, response);
      },
    }),
    drive: async (tab) => {
      await tab.open('https://directory.example.test/');
      await tab.until('loaded');
      await tab.click('Save');
      await tab.page.waitForSelector('form[data-hint]');
      await tab.page.fill('input', 'Harbour');
      await tab.click('Save');
      await tab.until();
    },
    truth: healthy(['fail/http-4xx']),
  }),
  works({
    name: 'end-of-file-reached',
    title: 'Works: the log viewer asks for more until there is none.',
    script: `let from = 0;
      for (;;) {
        const part = await http.get('/api/logs/today.log', { headers: { range: 'bytes=' + from + '-' + (from + 99) } });
        if (part.status === 416) break;
        from += 100;
      }`,
    routes: () => ({
      '/api/logs/today.log': (request, response) => {
        const from = Number(/bytes=(\d+)/.exec(String(request.headers.range))?.[1] ?? 0);
        return from >= 300
          ? nothing(416, { fields: { 'content-range': 'bytes */300' } })(request, response)
          : body('text/plain', 'x'.repeat(100), {
              status: 206,
              fields: { 'content-range': `bytes ${from}-${from + 99}/300`, etag: '"today"' },
            })(request, response);
      },
    }),
    truth: healthy(['fail/http-4xx']),
  }),
  works({
    name: 'optional-services-asked-for',
    title: 'Works: the page looks for add-ons, and this company has none.',
    script: `await Promise.all(['/.well-known/passkey-endpoints', '/api/add-ons/fax', '/api/add-ons/paging'].map((path) => http.get(path)));`,
    truth: healthy(['fail/http-4xx']),
  }),
  works({
    name: 'local-helper-not-running',
    title: 'Works: without its helper on the desk the page uses the browser’s own telephony.',
    browser: { unreachable: { 'desk-helper.localhost': 'refused' } },
    script: `const helper = await http.get('https://desk-helper.localhost/status');
      show(helper.status === 0 ? 'Browser' : 'Helper');
      await http.get('/api/media/browser');`,
    routes: () => ({ '/api/media/browser': json({ codecs: ['opus'] }) }),
    truth: healthy(['fail/refused']),
  }),
];

/** One transparent pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
