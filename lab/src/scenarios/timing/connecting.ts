import type { Scenario } from '../../scenario/scenario.ts';
import { sendJson } from '../page.ts';
import { takes } from '../portal.ts';
import { withDelay } from './family.ts';

const answerAfter = (ms: number) => ({
  '/api/item': async (_: unknown, response: Parameters<typeof sendJson>[0]) => {
    await takes(ms);
    sendJson(response, { ok: true });
  },
});

const twelve = `await Promise.all(Array.from({ length: 12 }, (_, index) => call('/api/item?number=' + index)));`;

/** Time before a request is on the wire. */
export const connecting: readonly Scenario[] = [
  withDelay({
    name: 'six-connections',
    title: 'The dashboard fills in waves.',
    protocol: 'http/1.1',
    script: twelve,
    routes: answerAfter(500),
    truth: {
      expects: [
        {
          finding: 'slow/six-connections',
          on: [6, 7, 8, 9, 10, 11].map((nth) => ({ url: '/api/item', nth })),
          phase: 'stalled',
          root: true,
        },
      ],
      allows: ['slow/many-calls'],
      phases: [6, 7, 8, 9, 10, 11].map((nth) => ({
        on: { url: '/api/item', nth },
        phase: 'stalled',
        ms: 500,
      })),
    },
  }),
  withDelay({
    name: 'twelve-calls-over-http2',
    title: 'Works: the same dashboard over HTTP/2 fills at once.',
    script: twelve,
    routes: answerAfter(500),
    truth: { healthy: true, expects: [], allows: ['slow/many-calls'] },
  }),
  withDelay({
    name: 'three-waves-of-six',
    title: 'The dashboard takes three times as long as one of its tiles.',
    protocol: 'http/1.1',
    script: `await Promise.all(Array.from({ length: 18 }, (_, index) => call('/api/item?tile=' + index)));`,
    routes: answerAfter(400),
    truth: {
      expects: [
        {
          finding: 'slow/six-connections',
          on: Array.from({ length: 12 }, (_, index) => ({ url: '/api/item', nth: 6 + index })),
          phase: 'stalled',
          root: true,
        },
      ],
      allows: ['slow/many-calls'],
      phases: Array.from({ length: 12 }, (_, index) => ({
        on: { url: '/api/item', nth: 6 + index },
        phase: 'stalled',
        ms: index < 6 ? 400 : 800,
      })),
    },
  }),
  withDelay({
    name: 'slow-tls',
    title: 'The first click of the day takes a second.',
    script: '',
    tlsDelayMs: 900,
    truth: {
      expects: [{ finding: 'slow/tls', on: [{ url: '/', nth: 0 }], phase: 'ssl', root: true }],
      phases: [{ on: { url: '/', nth: 0 }, phase: 'ssl', ms: 900 }],
    },
  }),
  withDelay({
    name: 'slow-tunnel',
    title: 'Everything begins late behind the office’s proxy.',
    script: `await call('/api/item');`,
    routes: answerAfter(0),
    browser: { proxy: { connectDelayMs: 800 } },
    truth: {
      expects: [{ finding: 'slow/connect', on: [{ url: '/', nth: 0 }], phase: 'connect', root: true }],
      allows: ['slow/proxy'],
      phases: [{ on: { url: '/', nth: 0 }, phase: 'connect', ms: 800 }],
    },
  }),
  withDelay({
    name: 'connections-not-reused',
    title: 'Each call is a little slow, and there are many.',
    protocol: 'http/1.1',
    tlsDelayMs: 150,
    script: `for (let index = 0; index < 8; index++) await call('/api/item?step=' + index);`,
    routes: {
      '/api/item': (_, response) => {
        response.setHeader('connection', 'close');
        sendJson(response, { ok: true });
      },
    },
    truth: {
      expects: [{ finding: 'slow/no-reuse', on: [{ url: '/api/item' }], root: true }],
      allows: ['slow/tls', 'slow/waterfall', 'slow/many-calls', 'slow/connect'],
      phases: [1, 2, 3, 4, 5, 6, 7].map((nth) => ({ on: { url: '/api/item', nth }, phase: 'ssl', ms: 150 })),
    },
  }),
  withDelay({
    name: 'images-behind-a-script',
    title: 'Pictures appear late, all at once.',
    path: '/gallery',
    script: '',
    routes: {
      '/gallery': (_, response) => {
        response.setHeader('content-type', 'text/html');
        const images = Array.from({ length: 8 }, (_, index) => `<img src="/picture/${index}.svg">`).join('');
        response.end(
          `<!doctype html><html><head><title>Gallery</title><link rel="icon" href="data:,"><script src="/first.js"></script></head><body>${images}<script>onload = () => { document.documentElement.dataset.lab = 'done'; };</script></body></html>`,
        );
      },
      '/first.js': async (_, response) => {
        await takes(700);
        response.setHeader('content-type', 'text/javascript');
        response.end('// first');
      },
      ...Object.fromEntries(
        Array.from({ length: 8 }, (_, index) => [
          `/picture/${index}.svg`,
          async (_: unknown, response: Parameters<typeof sendJson>[0]) => {
            await takes(200);
            response.setHeader('content-type', 'image/svg+xml');
            response.end('<svg xmlns="http://www.w3.org/2000/svg"/>');
          },
        ]),
      ),
    },
    truth: {
      expects: [
        {
          finding: 'slow/queueing',
          on: [2, 3, 4, 5, 6, 7].map((index) => ({ url: `/picture/${index}.svg` })),
          phase: 'queueing',
          root: true,
        },
      ],
      allows: ['slow/waterfall', 'slow/many-calls', 'slow/wait-unexplained'],
    },
  }),
];
