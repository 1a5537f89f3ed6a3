import type { Scenario } from '../../scenario/scenario.ts';
import { application } from '../application.ts';
import { host } from '../host.ts';
import { corsVisit, letIn } from './family.ts';

const bearer = `'Bearer ' + 'opaque-'.repeat(6)`;

/** Calls to other hosts that come through, some of them less well than they could. */
export const works: readonly Scenario[] = [
  corsVisit({
    name: 'tracking-id-not-exposed',
    title: 'An error message never shows the id that support asks for.',
    sites: () => [
      application({
        script: `const answer = await client.get('https://api.example.test/v1/orders');
          view.problem('Error ' + answer.status + ', id ' + answer.headers.get('trackingid'));`,
      }),
      host({
        host: 'api.example.test',
        routes: {
          '/v1/orders': {
            status: 409,
            fields: { ...letIn, trackingid: 'ORDERS_0c1d5b1e-77aa-4b3c-9d9e-2f5b6c7d8e9f_1' },
            json: { error: { code: 'ORDER_LOCKED', message: 'Somebody else is changing this order.' } },
          },
        },
      }),
    ],
    truth: {
      expects: [
        { finding: 'fail/conflict', on: [{ url: 'api.example.test/v1/orders' }], root: true },
        { finding: 'cors/header-not-exposed', on: [{ url: 'api.example.test/v1/orders' }] },
      ],
      allows: ['fail/http-4xx'],
    },
  }),
  corsVisit({
    name: 'preflights-repeated',
    title: 'The list is slow: every call asks twice.',
    sites: () => [
      application({
        script: `for (let page = 1; page <= 6; page++)
          await client.get('https://api.example.test/v1/users?page=' + page, { headers: { authorization: ${bearer} } });`,
      }),
      host({
        host: 'api.example.test',
        routes: {
          'OPTIONS /v1/users': {
            status: 204,
            fields: { ...letIn, 'access-control-allow-headers': 'authorization' },
          },
          '/v1/users': { fields: letIn, json: { users: [] } },
        },
      }),
    ],
    truth: {
      healthy: true,
      expects: [
        {
          finding: 'cors/repeated-preflights',
          on: [{ method: 'OPTIONS', url: 'api.example.test/v1/users' }],
        },
      ],
      allows: ['slow/waterfall', 'slow/many-calls'],
    },
  }),
  corsVisit({
    name: 'authorization-by-wildcard',
    title: 'Works; the browser warns that it will not for ever.',
    sites: () => [
      application({
        script: `await client.get('https://api.example.test/v1/me', { headers: { authorization: ${bearer} } });`,
      }),
      host({
        host: 'api.example.test',
        routes: {
          'OPTIONS /v1/me': {
            status: 204,
            fields: {
              'access-control-allow-origin': '*',
              'access-control-allow-headers': '*',
              'access-control-max-age': '600',
            },
          },
          '/v1/me': { fields: { 'access-control-allow-origin': '*' }, json: { id: 'u-1' } },
        },
      }),
    ],
    truth: {
      healthy: true,
      expects: [
        {
          finding: 'cors/authorization-wildcard',
          on: [{ method: 'OPTIONS', url: 'api.example.test/v1/me' }, { url: 'api.example.test/v1/me' }],
        },
      ],
      browser: [{ on: { url: 'api.example.test/v1/me' }, issue: 'DeprecationIssue' }],
    },
  }),
  corsVisit({
    name: 'all-let-in',
    title: 'Works: calls with and without preflight, with cookies, and an expected 404.',
    sites: () => {
      const fields = {
        ...letIn,
        'access-control-allow-credentials': 'true',
        'access-control-expose-headers': 'trackingid',
      };
      return [
        application({
          script: `const api = 'https://api.example.test/v1/';
            const init = { credentials: 'include' };
            await client.get(api + 'me', init);
            await client.send('PATCH', api + 'me', { theme: 'dark' }, init);
            await client.get(api + 'avatar', init);
            await fetch('https://metrics.example.net/beat', { mode: 'no-cors', method: 'POST', body: 'up' });`,
        }),
        host({
          host: 'api.example.test',
          fields,
          routes: {
            'OPTIONS /v1/me': {
              status: 204,
              fields: {
                'access-control-allow-methods': 'GET,PATCH',
                'access-control-allow-headers': 'Content-Type, TrackingID',
                'access-control-max-age': '7200',
              },
            },
            '/v1/me': { json: { id: 'u-1', theme: 'dark' } },
            '/v1/avatar': { status: 404, json: { error: 'this person has no picture' } },
          },
        }),
        host({ host: 'metrics.example.net', routes: { '/beat': { status: 204 } } }),
      ];
    },
    truth: { healthy: true, expects: [], allows: ['fail/http-4xx'] },
  }),
];
