import type { Http2ServerResponse } from 'node:http2';
import type { Scenario } from '../../scenario/scenario.ts';
import { sendHtml, sendJson } from '../page.ts';
import { takes } from '../portal.ts';
import { withFault } from './family.ts';

/** Never answers. A timer would keep the program alive when everything is recorded. */
const never = () => new Promise<void>(() => {});

/** Requests that the browser's side ended, or that nobody ended. */
export const givenUp: readonly Scenario[] = [
  withFault({
    name: 'search-superseded',
    title: 'Search works; each key press replaces the search before.',
    script: `for (const text of ['a', 'av', 'ave']) {
        const controller = new AbortController();
        const answer = call('/api/search?text=' + text, { signal: controller.signal });
        if (text !== 'ave') setTimeout(() => controller.abort(), 80);
        await answer;
      }`,
    routes: () => ({
      '/api/search': async (_, response) => {
        await takes(250);
        if (!response.writableEnded) sendJson(response, { people: ['Avery'] });
      },
    }),
    truth: {
      healthy: true,
      expects: [
        { finding: 'fail/aborted-by-user', on: [{ url: /text=a(v)?$/ }], reason: 'net::ERR_ABORTED' },
      ],
      browser: [{ on: { url: /text=av$/ }, errorText: 'net::ERR_ABORTED' }],
    },
  }),
  withFault({
    name: 'left-the-page',
    title: 'Works; somebody went on before a list had loaded.',
    // DevTools never hears how a request of the page before ended, and leaves it out of the file.
    exportEarly: true,
    script: `void call('/api/history');
      document.documentElement.dataset.lab = 'loading';
      await new Promise((resolve) => setTimeout(resolve, 150));
      location.href = '/next';
      await new Promise(() => {});`,
    routes: () => ({
      '/api/history': never,
      '/next': (_, response) =>
        sendHtml(
          response,
          '<!doctype html><html data-lab="done"><link rel="icon" href="data:,"><title>Next</title>',
        ),
    }),
    truth: {
      healthy: true,
      expects: [{ finding: 'fail/aborted-by-user', on: [{ url: '/api/history' }] }],
      allows: ['fail/pending'],
    },
  }),
  withFault({
    name: 'given-up-after-five-seconds',
    title: 'Call history says "try again later", every time.',
    script: `await Promise.all([0, 400].map(async (delay) => {
        await new Promise((resolve) => setTimeout(resolve, delay));
        await call('/api/history?from=' + delay, { signal: AbortSignal.timeout(5000) });
      }));`,
    routes: () => ({ '/api/history': never }),
    truth: {
      expects: [
        {
          finding: 'fail/aborted-by-timeout',
          on: [{ url: '/api/history' }],
          reason: 'net::ERR_ABORTED',
          root: true,
          // A session without an answer has no length there.
          hiddenIn: ['fiddler'],
        },
      ],
      browser: [{ on: { url: '/api/history' }, errorText: 'net::ERR_ABORTED' }],
    },
  }),
  withFault({
    name: 'pending-at-export',
    title: 'The list keeps turning; the capture was saved meanwhile.',
    exportEarly: true,
    script: `void call('/api/history'); await call('/api/session');`,
    routes: () => ({ '/api/history': never }),
    truth: {
      expects: [{ finding: 'fail/pending', on: [{ url: '/api/history' }], root: true }],
    },
  }),
  withFault({
    name: 'events-closed-by-page',
    title: 'Works; the page closes its event stream when it has what it wants.',
    script: `const events = new EventSource('/api/events');
      await new Promise((resolve) => events.addEventListener('message', resolve, { once: true }));
      events.close();`,
    routes: () => ({
      '/api/events': (_, response) => {
        response.setHeader('content-type', 'text/event-stream');
        (response as Http2ServerResponse).write('data: {"presence":"active"}\n\n');
      },
    }),
    truth: {
      healthy: true,
      expects: [],
      allows: ['fail/aborted-by-user'],
      browser: [{ on: { url: '/api/events' }, errorText: 'net::ERR_ABORTED' }],
    },
  }),
];
