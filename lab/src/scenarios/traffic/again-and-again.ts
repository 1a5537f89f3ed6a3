import type { Scenario } from '../../scenario/scenario.ts';
import type { Truth } from '../../scenario/truth.ts';
import { ASSET_FIELDS } from '../web-app/app.ts';
import { body, json, nothing } from '../web-app/reply.ts';
import { fault } from '../web-app/truth-of.ts';
import { traffic } from './family.ts';

/** A server that fails, and a client that makes it worse: the failure came first. */
const stormOver = (url: string): Truth => ({
  expects: [
    { finding: 'fail/http-5xx', on: [{ url }], root: true },
    { finding: 'slow/retry-storm', on: [{ url }] },
  ],
});

/** The same request more often than it has an answer to give. */
export const againAndAgain: readonly Scenario[] = [
  traffic({
    name: 'retry-storm',
    title: 'Presence is grey and the fan of the laptop runs.',
    script: `for (let attempt = 0; attempt < 8; attempt++) {
        const answer = await http.get('/api/presence');
        if (answer.ok) break;
        await pause(60);
      }`,
    routes: () => ({ '/api/presence': json({ message: 'Service Unavailable' }, { status: 503 }) }),
    truth: stormOver('/api/presence'),
  }),
  traffic({
    name: 'retries-ever-faster',
    title: 'The contact search fails and makes everything else slow.',
    script: `for (const gap of [400, 200, 100, 50, 25]) {
        await http.send('POST', '/api/contacts/search', { text: 'ro' });
        await pause(gap);
      }`,
    routes: () => ({ '/api/contacts/search': json({ message: 'Index is closed.' }, { status: 500 }) }),
    truth: stormOver('/api/contacts/search'),
  }),
  traffic({
    name: 'retry-after-not-heeded',
    title: 'After some clicks the page says "too many requests" and never recovers.',
    script: `for (let attempt = 0; attempt < 6; attempt++) {
        const answer = await http.get('/api/devices');
        if (answer.ok) break;
        await pause(80);
      }`,
    routes: () => ({ '/api/devices': nothing(429, { fields: { 'retry-after': '20' } }) }),
    truth: {
      expects: [
        { finding: 'slow/retry-storm', on: [{ url: '/api/devices' }], root: true },
        { finding: 'fail/rate-limited', on: [{ url: '/api/devices' }] },
      ],
      allows: ['fail/http-4xx'],
    },
  }),
  traffic({
    name: 'polled-four-times-a-second',
    title: 'The wallboard eats the mobile data.',
    script: `for (let turn = 0; turn < 8; turn++) { await http.get('/api/queues/q-1/status'); await pause(240); }`,
    routes: () => ({ '/api/queues/q-1/status': json({ waiting: 0, agents: 3 }) }),
    truth: fault('slow/polling', '/api/queues/q-1/status', {
      allows: ['slow/duplicate-calls', 'slow/many-calls'],
    }),
  }),
  traffic({
    name: 'two-components-ask-the-same',
    title: 'The person page asks for everything twice.',
    script: `const card = () => Promise.all([http.get('/api/people/p-17'), http.get('/api/locations')]);
      await Promise.all([card(), card()]);`,
    routes: () => ({
      '/api/people/p-17': json({ id: 'p-17', name: 'Avery', extension: '4123' }, { afterMs: 40 }),
      '/api/locations': json({ items: [{ id: 'l-1', name: 'Harbour' }] }, { afterMs: 60 }),
    }),
    truth: fault('slow/duplicate-calls', ['/api/people/p-17', '/api/locations']),
  }),
  traffic({
    name: 'clicked-twice-ordered-twice',
    title: 'One click orders two numbers.',
    body: '<button>Order</button>',
    script: `const button = document.querySelector('button');
      const order = () => http.send('POST', '/api/orders', { number: '+15550144' });
      const orders = [];
      button.addEventListener('pointerup', () => orders.push(order()));
      const clicked = new Promise((resolve) => button.addEventListener('click', () => { orders.push(order()); resolve(); }));
      document.documentElement.dataset.lab = 'loaded';
      await clicked;
      await Promise.all(orders);`,
    routes: () => ({ 'POST /api/orders': json({ state: 'ordered' }, { afterMs: 80 }) }),
    drive: async (tab) => {
      await tab.open('https://directory.example.test/');
      await tab.until('loaded');
      await tab.click('Order');
      await tab.until();
    },
    truth: fault('slow/duplicate-calls', { method: 'POST', url: '/api/orders' }),
  }),
  traffic({
    name: 'asset-not-kept',
    title: 'Each page of the portal loads the same script again.',
    script: '',
    head: '<script defer src="/assets/vendor-6e21f0c4.js"></script>',
    routes: () => ({
      '/assets/vendor-6e21f0c4.js': body('text/javascript', `globalThis.vendor = '${'lib '.repeat(300)}';`, {
        fields: { 'cache-control': 'no-cache, no-store' },
      }),
    }),
    drive: async (tab) => {
      for (const page of ['', '?page=numbers', '?page=devices']) {
        await tab.open(`https://directory.example.test/${page}`);
        await tab.until();
      }
    },
    truth: fault('slow/not-cached', '/assets/vendor-6e21f0c4.js', { allows: ['slow/duplicate-calls'] }),
  }),
  traffic({
    name: 'unchanged-answer-sent-whole',
    title: 'The catalogue of phones comes anew with each dialogue.',
    script: `for (let opened = 0; opened < 4; opened++) { await http.get('/api/catalogue', { cache: 'no-store' }); await pause(50); }`,
    routes: () => ({
      '/api/catalogue': json(
        { models: Array.from({ length: 40 }, (_, index) => ({ id: `m-${index}`, name: `Desk ${index}` })) },
        { fields: { etag: '"catalogue-31"', 'cache-control': 'private, max-age=600' } },
      ),
    }),
    truth: fault('slow/not-cached', '/api/catalogue', { allows: ['slow/duplicate-calls', 'slow/polling'] }),
  }),
  traffic({
    name: 'script-of-another-house',
    title: 'The portal is white for two seconds while a chat widget loads.',
    head: '<script src="https://widget.example.net/embed-2d81aa07.js"></script>',
    script: '',
    sites: () => [
      {
        host: 'widget.example.net',
        handle: body('text/javascript', 'globalThis.chat = {};', { afterMs: 1800, fields: ASSET_FIELDS }),
      },
    ],
    truth: {
      expects: [
        {
          finding: 'slow/third-party',
          on: [{ url: 'widget.example.net/embed-2d81aa07.js' }],
          root: true,
          // A proxy does not know when a page has loaded.
          hiddenIn: ['fiddler'],
        },
      ],
      allows: ['slow/wait-unexplained', 'slow/server'],
    },
  }),
];
