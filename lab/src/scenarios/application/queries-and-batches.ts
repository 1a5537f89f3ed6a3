import type { Scenario } from '../../scenario/scenario.ts';
import { body, json } from '../web-app/reply.ts';
import { fault } from '../web-app/truth-of.ts';
import { application } from './family.ts';

const QUERY = `query Person($id: ID!) { person(id: $id) { name voicemail { greeting } } }`;

const BATCH_BOUNDARY = 'batch_1f60c3';

const BATCH = [
  ['HTTP/1.1 200 OK', '{"id":"p-1","name":"Avery"}'],
  ['HTTP/1.1 404 Not Found', '{"message":"No person p-2"}'],
  ['HTTP/1.1 200 OK', '{"id":"p-3","name":"Robin"}'],
]
  .map(
    ([line, content], index) =>
      `--${BATCH_BOUNDARY}\r\nContent-Type: application/http\r\nContent-ID: <response-${index + 1}>\r\n\r\n${line}\r\nContent-Type: application/json\r\n\r\n${content}\r\n`,
  )
  .join('')
  .concat(`--${BATCH_BOUNDARY}--\r\n`);

/** Answers about several things at once, of which not all went well. */
export const queriesAndBatches: readonly Scenario[] = [
  application({
    name: 'graphql-refused',
    title: 'The person page shows nothing at all.',
    script: `const answer = await http.send('POST', '/graphql', { operationName: 'Person', query: '${QUERY}', variables: { id: 'p-17' } });
      show(answer.json().errors[0].message);`,
    routes: () => ({
      '/graphql': json({
        data: null,
        errors: [
          {
            message: 'Variable "$id" got an invalid value.',
            locations: [{ line: 1, column: 14 }],
            extensions: { code: 'BAD_USER_INPUT' },
          },
        ],
      }),
    }),
    truth: fault('fail/graphql', '/graphql', { allows: ['fail/error-in-success'] }),
  }),
  application({
    name: 'graphql-partly',
    title: 'The person page lacks the voicemail card.',
    script: `await http.send('POST', '/graphql', { operationName: 'Locations', query: 'query Locations { locations { id name } }' });
      const answer = await http.send('POST', '/graphql', { operationName: 'Person', query: '${QUERY}', variables: { id: 'p-17' } });
      show(answer.json().data.person.name);`,
    routes: () => ({
      '/graphql': async (request, response) => {
        let sent = '';
        for await (const part of request) sent += String(part);
        const isLocations = sent.includes('"Locations"');
        const value = isLocations
          ? { data: { locations: [{ id: 'l-1', name: 'Harbour' }] } }
          : {
              data: { person: { name: 'Avery', voicemail: null } },
              errors: [
                {
                  message: 'Mailbox store timed out.',
                  path: ['person', 'voicemail'],
                  extensions: { code: 'UPSTREAM' },
                },
              ],
            };
        return json(value)(request, response);
      },
    }),
    truth: fault('fail/graphql', { url: '/graphql', nth: 1 }, { allows: ['fail/error-in-success'] }),
  }),
  application({
    name: 'graphql-by-get',
    title: 'The list of queues is empty for one supervisor.',
    script: `await http.get('/graphql?operationName=Queues&extensions=' + encodeURIComponent(JSON.stringify({ persistedQuery: { version: 1, sha256Hash: 'f4e1b0c2' } })));`,
    routes: () => ({
      '/graphql': json(
        {
          errors: [
            {
              message: 'Not allowed to read Queue.agents.',
              path: ['queues', 0, 'agents'],
              extensions: { code: 'FORBIDDEN' },
            },
          ],
          data: { queues: null },
        },
        { fields: { 'content-type': 'application/graphql-response+json' } },
      ),
    }),
    truth: fault('fail/graphql', '/graphql', { allows: ['fail/error-in-success', 'auth/scope-missing'] }),
  }),
  application({
    name: 'multi-status',
    title: 'Of three numbers, two were ordered.',
    script: `const answer = await http.send('POST', '/api/numbers/order', { numbers: ['+15550101', '+15550102', '+15550103'] });
      show(answer.status);`,
    routes: () => ({
      '/api/numbers/order': json(
        {
          results: [
            { number: '+15550101', status: 201 },
            { number: '+15550102', status: 409, message: 'Ported away.' },
            { number: '+15550103', status: 201 },
          ],
        },
        { status: 207 },
      ),
    }),
    truth: fault('fail/batch-item', '/api/numbers/order', { allows: ['fail/error-in-success'] }),
  }),
  application({
    name: 'multi-status-xml',
    title: 'One folder of greetings cannot be moved.',
    script: `await http.send('MOVE', '/dav/greetings/', undefined, { headers: { destination: '/dav/archive/' } });`,
    routes: () => ({
      'MOVE /dav/greetings/': body(
        'application/xml; charset=utf-8',
        `<?xml version="1.0" encoding="utf-8"?>
<d:multistatus xmlns:d="DAV:"><d:response><d:href>/dav/greetings/holiday.wav</d:href><d:status>HTTP/1.1 423 Locked</d:status></d:response></d:multistatus>`,
        { status: 207 },
      ),
    }),
    truth: fault('fail/batch-item', '/dav/greetings/', { allows: ['fail/error-in-success'] }),
  }),
  application({
    name: 'batch-of-requests',
    title: 'The dashboard shows all cards but one.',
    script: `const answer = await http.send('POST', '/api/$batch', { requests: ['people', 'devices', 'reports'].map((name, index) => ({ id: String(index + 1), method: 'GET', url: '/' + name })) });
      show(answer.json().responses.length);`,
    routes: () => ({
      '/api/$batch': json({
        responses: [
          { id: '1', status: 200, body: { total: 31 } },
          { id: '2', status: 200, body: { total: 12 } },
          { id: '3', status: 503, body: { message: 'Reports are being rebuilt.' } },
        ],
      }),
    }),
    truth: fault('fail/batch-item', '/api/$batch', { allows: ['fail/error-in-success'] }),
  }),
  application({
    name: 'batch-multipart',
    title: 'One of three people cannot be opened.',
    script: `await http.send('POST', '/batch/people', 'GET /people/p-1', { headers: { 'content-type': 'text/plain' } });`,
    routes: () => ({ '/batch/people': body(`multipart/mixed; boundary=${BATCH_BOUNDARY}`, BATCH) }),
    truth: fault('fail/batch-item', '/batch/people', { allows: ['fail/error-in-success'] }),
  }),
];
