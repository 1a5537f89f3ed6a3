import type { Scenario } from '../../scenario/scenario.ts';
import { sendJson } from '../page.ts';
import { takes } from '../portal.ts';
import { serviceTook, withDelay } from './family.ts';

const numbers = { numbers: Array.from({ length: 20 }, (_, index) => `+1555010${index}`) };

/** Time between the request and the first byte of its answer. */
export const waiting: readonly Scenario[] = [
  withDelay({
    name: 'server-wait',
    title: 'The numbers page takes seconds: the service itself is slow.',
    script: `await call('/api/numbers');`,
    routes: {
      '/api/numbers': async (_, response) => {
        await takes(1500);
        serviceTook(response, 1496);
        sendJson(response, numbers);
      },
    },
    truth: {
      expects: [{ finding: 'slow/server', on: [{ url: '/api/numbers' }], phase: 'wait', root: true }],
      phases: [{ on: { url: '/api/numbers' }, phase: 'wait', ms: 1500 }],
    },
  }),
  withDelay({
    name: 'gateway-wait',
    title: 'The numbers page takes seconds, but the service was done at once.',
    script: `await call('/api/numbers');`,
    routes: {
      '/api/numbers': async (_, response) => {
        await takes(1800);
        serviceTook(response, 41);
        sendJson(response, numbers);
      },
    },
    truth: {
      expects: [{ finding: 'slow/network', on: [{ url: '/api/numbers' }], phase: 'wait', root: true }],
      phases: [{ on: { url: '/api/numbers' }, phase: 'wait', ms: 1800 }],
    },
  }),
  withDelay({
    name: 'wait-without-explanation',
    title: 'The numbers page takes seconds; nothing says where.',
    script: `await call('/api/numbers');`,
    routes: {
      '/api/numbers': async (_, response) => {
        await takes(1300);
        sendJson(response, numbers);
      },
    },
    truth: {
      expects: [
        { finding: 'slow/wait-unexplained', on: [{ url: '/api/numbers' }], phase: 'wait', root: true },
      ],
      phases: [{ on: { url: '/api/numbers' }, phase: 'wait', ms: 1300 }],
    },
  }),
  withDelay({
    name: 'server-timing-names-the-database',
    title: 'The numbers page takes seconds; the server says what on.',
    script: `await call('/api/numbers');`,
    routes: {
      '/api/numbers': async (_, response) => {
        await takes(1400);
        response.setHeader('server-timing', 'db;dur=1350;desc="numbers by location", app;dur=32');
        sendJson(response, numbers);
      },
    },
    truth: {
      expects: [{ finding: 'slow/server', on: [{ url: '/api/numbers' }], phase: 'wait', root: true }],
      phases: [{ on: { url: '/api/numbers' }, phase: 'wait', ms: 1400 }],
    },
  }),
  withDelay({
    name: 'page-itself-waits',
    title: 'The page stays white for seconds.',
    path: '/start',
    script: '',
    routes: {
      '/start': async (_, response) => {
        await takes(1600);
        serviceTook(response, 1594);
        response.setHeader('content-type', 'text/html');
        response.end(
          '<!doctype html><html data-lab="done"><title>Start</title><link rel="icon" href="data:,">Welcome',
        );
      },
    },
    truth: {
      expects: [{ finding: 'slow/server', on: [{ url: '/start' }], phase: 'wait', root: true }],
      phases: [{ on: { url: '/start' }, phase: 'wait', ms: 1600 }],
    },
  }),
  withDelay({
    name: 'long-poll',
    title: 'Works: the page asks for events and the server answers when there is one.',
    script: `for (let round = 0; round < 3; round++) await call('/api/events/poll?after=' + round);`,
    routes: {
      '/api/events/poll': async (_, response) => {
        await takes(1500);
        response.statusCode = 204;
        response.end();
      },
    },
    truth: {
      healthy: true,
      expects: [],
      allows: ['slow/long-poll', 'slow/wait-unexplained', 'slow/waterfall', 'slow/polling'],
      phases: [{ on: { url: '/api/events/poll' }, phase: 'wait', ms: 1500 }],
    },
  }),
];
