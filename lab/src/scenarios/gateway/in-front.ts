import type { Scenario } from '../../scenario/scenario.ts';
import { html, json } from '../web-app/reply.ts';
import { fault } from '../web-app/truth-of.ts';
import { gateway } from './family.ts';

/** The page of a delivery network that could not reach the origin. */
function edgePage(status: number, words: string, ray: string) {
  return html(
    `<!DOCTYPE html><html lang="en-US"><head><title>directory.example.test | ${status}: ${words}</title></head><body><h1>${words} <span>Error code ${status}</span></h1><p>Ray ID: <strong>${ray}</strong></p><p>Your browser: Working. Edge: Working. Host: Error.</p></body></html>`,
    { status, fields: { server: 'cloudflare', 'cf-ray': `${ray}-FRA`, 'cf-cache-status': 'DYNAMIC' } },
  );
}

const list = `show((await http.get('/api/numbers')).status);`;

/** Delivery networks, load balancers and API gateways. */
export const inFront: readonly Scenario[] = [
  gateway({
    name: 'edge-finds-origin-down',
    title: 'The whole list is an error page with a cloud on it.',
    script: list,
    routes: () => ({ '/api/numbers': edgePage(521, 'Web server is down', '9bd1f0a27c4e31aa') }),
    truth: fault('fail/gateway-cdn', '/api/numbers', { allows: ['fail/http-5xx', 'fail/html-for-json'] }),
  }),
  gateway({
    name: 'edge-waits-too-long',
    title: 'Exports of more than a month fail.',
    script: `show((await http.send('POST', '/api/exports', { from: '2026-01-01' })).status);`,
    routes: () => ({ '/api/exports': edgePage(524, 'A timeout occurred', '9bd1f3c81d2ff05e') }),
    truth: fault('fail/gateway-cdn', '/api/exports', {
      allows: ['fail/http-5xx', 'fail/gateway-timeout', 'fail/html-for-json'],
    }),
  }),
  gateway({
    name: 'edge-distrusts-origin',
    title: 'Since the new certificate nothing loads from outside.',
    script: list,
    routes: () => ({ '/api/numbers': edgePage(526, 'Invalid SSL certificate', '9bd1f6e04a77b2c4') }),
    truth: fault('fail/gateway-cdn', '/api/numbers', { allows: ['fail/http-5xx', 'fail/html-for-json'] }),
  }),
  gateway({
    name: 'vendor-refuses-behind-502',
    title: 'Call recording cannot be switched on for a new colleague.',
    script: `show((await http.send('PATCH', '/api/people/p-17/recording', { enabled: true })).json().message);`,
    routes: () => ({
      '/api/people/p-17/recording': json(
        {
          message: '400: Location is not provisioned at Echovault',
          errorCode: 25008,
          trackingId: 'DIRECTORY_5a0d7d9b-6a0b-4b8e-8b3a-2f9d8a7c1e42_9',
        },
        { status: 502 },
      ),
    }),
    truth: fault('fail/upstream', '/api/people/p-17/recording', {
      allows: ['fail/http-5xx', 'permission/vendor-refused'],
    }),
  }),
  gateway({
    name: 'nested-status-behind-502',
    title: 'A number cannot be ordered from one carrier.',
    script: `show((await http.send('POST', '/api/orders', { carrier: 'northline' })).status);`,
    routes: () => ({
      '/api/orders': json(
        {
          error: 'Bad Gateway',
          upstream: { service: 'northline-orders', status: 403, body: '{"error":"account suspended"}' },
        },
        { status: 502 },
      ),
    }),
    truth: fault('fail/upstream', '/api/orders', { allows: ['fail/http-5xx'] }),
  }),
  gateway({
    name: 'balancer-without-server',
    title: 'The page for devices says 502.',
    script: `show((await http.get('/api/devices')).status);`,
    routes: () => ({
      '/api/devices': html(
        '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>',
        { status: 502 },
      ),
    }),
    truth: fault('fail/http-5xx', '/api/devices', { allows: ['fail/upstream', 'fail/html-for-json'] }),
  }),
  gateway({
    name: 'limit-of-five-seconds',
    title: 'Statistics turn for five seconds and then say 504, each time.',
    script: `await Promise.all(['week', 'month'].map((range) => http.get('/api/statistics?range=' + range)));`,
    // Five seconds is a real limit of this gateway, not a shorter stand-in for a longer one.
    routes: () => ({
      '/api/statistics': html(
        '<html>\r\n<head><title>504 Gateway Time-out</title></head>\r\n<body>\r\n<center><h1>504 Gateway Time-out</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>',
        { status: 504, afterMs: 5000 },
      ),
    }),
    truth: fault('fail/gateway-timeout', '/api/statistics', {
      allows: ['fail/http-5xx', 'slow/wait-unexplained', 'slow/server', 'fail/html-for-json'],
    }),
  }),
];
