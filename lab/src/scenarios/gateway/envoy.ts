import type { Scenario } from '../../scenario/scenario.ts';
import { body, inTurn, json } from '../web-app/reply.ts';
import { fault, healthy } from '../web-app/truth-of.ts';
import { gateway } from './family.ts';

/** Envoy's own answers, in its own words: it has no service to ask, or the service did not answer. */
function local(text: string, status = 503) {
  return body('text/plain', text, { status, fields: { server: 'envoy' } });
}

const NO_UPSTREAM = local('no healthy upstream');

const REFUSED = local(
  'upstream connect error or disconnect/reset before headers. reset reason: remote connection failure, transport failure reason: delayed connect error: Connection refused',
);

export const envoy: readonly Scenario[] = [
  gateway({
    name: 'no-healthy-upstream',
    title: 'Numbers do not load for anybody since ten o’clock.',
    script: `show((await http.get('/api/numbers')).text);`,
    routes: () => ({ '/api/numbers': NO_UPSTREAM }),
    truth: fault('fail/gateway-envoy', '/api/numbers', { allows: ['fail/http-5xx'] }),
  }),
  gateway({
    name: 'upstream-refuses',
    title: 'Saving a call queue fails during the rollout.',
    script: `show((await http.send('PUT', '/api/queues/q-2', { agents: 3 })).text);`,
    routes: () => ({ '/api/queues/q-2': REFUSED }),
    truth: fault('fail/gateway-envoy', '/api/queues/q-2', { allows: ['fail/http-5xx'] }),
  }),
  gateway({
    name: 'upstream-resets',
    title: 'One report never opens, the others do.',
    script: `await http.get('/api/reports/daily'); show((await http.get('/api/reports/yearly')).text);`,
    routes: () => ({
      '/api/reports/daily': json(
        { rows: [] },
        { fields: { server: 'envoy', 'x-envoy-upstream-service-time': '3' } },
      ),
      '/api/reports/yearly': local(
        'upstream connect error or disconnect/reset before headers. reset reason: connection termination',
      ),
    }),
    truth: fault('fail/gateway-envoy', '/api/reports/yearly', { allows: ['fail/http-5xx'] }),
  }),
  gateway({
    name: 'upstream-too-slow',
    title: 'A search over all calls ends in an error.',
    script: `show((await http.get('/api/calls?from=2020')).text);`,
    routes: () => ({ '/api/calls': local('upstream request timeout', 504) }),
    truth: fault('fail/gateway-envoy', '/api/calls', { allows: ['fail/gateway-timeout', 'fail/http-5xx'] }),
  }),
  gateway({
    name: 'healed-by-retry',
    title: 'Works: one restart of a service, one more try.',
    script: `let answer = await http.get('/api/numbers');
      if (answer.status === 503) { await pause(120); answer = await http.get('/api/numbers'); }
      show(answer.json().items.length);`,
    routes: () => ({ '/api/numbers': inTurn(NO_UPSTREAM, json({ items: ['+15550123'] })) }),
    truth: healthy(['fail/gateway-envoy', 'fail/http-5xx']),
  }),
];
