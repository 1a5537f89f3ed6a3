import type { Scenario } from '../../scenario/scenario.ts';
import { body, json } from '../web-app/reply.ts';
import { healthy } from '../web-app/truth-of.ts';
import { works } from './family.ts';

/** A page that shows one answer, which only sounds bad. */
function soundsBad(name: string, title: string, answer: unknown, status = 200): Scenario {
  return works({
    name,
    title,
    script: `show((await http.get('/api/${name}')).text.length);`,
    routes: () => ({ [`/api/${name}`]: json(answer, { status }) }),
    truth: healthy(),
  });
}

export const words: readonly Scenario[] = [
  soundsBad('no-errors-listed', 'Works: the list of errors is empty.', {
    data: [{ id: 1 }],
    errors: [],
    warnings: [],
  }),
  soundsBad('error-is-null', 'Works: there is a place for an error, and none in it.', {
    result: { id: 'n-1' },
    error: null,
    errorCode: 0,
    errorMessage: '',
  }),
  soundsBad('error-is-false', 'Works: "error" is false and "success" true.', {
    error: false,
    success: true,
    status: 'ok',
  }),
  soundsBad('product-named-error', 'Works: a catalogue of training courses.', {
    items: [
      {
        id: 'c-1',
        name: 'Error handling for beginners',
        error: 'A short course about mistakes',
        status: 'available',
      },
      { id: 'c-2', name: 'Failure modes', errorCorrection: 'H', status: 'sold out' },
    ],
  }),
  soundsBad('statistics-of-errors', 'Works: a dashboard about failures elsewhere.', {
    period: 'P1D',
    errors: { total: 214, byCode: { 404: 180, 500: 34 } },
    error_rate: 0.021,
    failed: 34,
  }),
  soundsBad('history-of-jobs', 'Works: long ago one job had failed.', {
    items: [
      { id: 'j-1', status: 'error', success: false, error: 'disk full', endedAt: '2019-12-30T02:00:00Z' },
      { id: 'j-2', status: 'done', success: true, error: null, endedAt: '2019-12-31T02:00:00Z' },
    ],
  }),
  soundsBad('log-lines', 'Works: somebody reads a log in the page.', {
    lines: [
      { level: 'error', message: 'HTTP 503 from upstream: no healthy upstream' },
      { level: 'fatal', message: '[Error 4008] User not found' },
    ],
  }),
  soundsBad('translations', 'Works: the texts of the page, error messages among them.', {
    'error.title': 'Something went wrong',
    'error.401': 'Your session has expired. Please sign in again.',
    errors: { required: 'This field is required', server: '500: internal server error' },
  }),
  soundsBad(
    'all-parts-well',
    'Works: a batch of which everything was done.',
    {
      results: [
        { id: 'a', status: 200 },
        { id: 'b', status: 201 },
      ],
      errors: [],
    },
    207,
  ),
  works({
    name: 'query-language-works',
    title: 'Works: GraphQL with extensions and no errors.',
    script: `await http.send('POST', '/graphql', { operationName: 'Faults', query: 'query Faults { faults { error code } }' });`,
    routes: () => ({
      '/graphql': json({
        data: { faults: [{ error: 'line noise', code: 7 }] },
        errors: [],
        extensions: { tookMs: 3 },
      }),
    }),
    truth: healthy(),
  }),
  works({
    name: 'xml-success',
    title: 'Works: SOAP and OCI commands that went well.',
    script: `const xml = { headers: { 'content-type': 'text/xml', accept: 'text/xml' } };
      await http.send('POST', '/services/FaultService', '<Envelope><Body><listFaults/></Body></Envelope>', xml);
      await http.send('POST', '/oci', '<BroadsoftDocument protocol="OCI" xmlns="C"><command xmlns=""/></BroadsoftDocument>', xml);`,
    routes: () => ({
      '/services/FaultService': body(
        'text/xml; charset=utf-8',
        '<?xml version="1.0"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><listFaultsResponse><faultReport id="f-1">Handset cord</faultReport></listFaultsResponse></soapenv:Body></soapenv:Envelope>',
      ),
      '/oci': body(
        'text/xml',
        '<?xml version="1.0" encoding="ISO-8859-1"?><BroadsoftDocument protocol="OCI" xmlns="C" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><command echo="" xsi:type="c:SuccessResponse" xmlns:c="C" xmlns=""/></BroadsoftDocument>',
      ),
    }),
    truth: healthy(),
  }),
  works({
    name: 'fragment-of-page',
    title: 'Works: the page fetches pieces of HTML on purpose.',
    script: `const piece = await fetch('/parts/numbers', { headers: { accept: 'text/html' } });
      document.body.insertAdjacentHTML('beforeend', await piece.text());`,
    routes: () => ({ '/parts/numbers': body('text/html; charset=utf-8', '<ul><li>+15550123</li></ul>') }),
    truth: healthy(),
  }),
  works({
    name: 'lines-of-json',
    title: 'Works: an import tells its progress line by line.',
    script: `const answer = await fetch('/api/import/progress');
      for await (const part of answer.body) show(part.length);`,
    routes: () => ({
      '/api/import/progress': async (_, response) => {
        response.setHeader('content-type', 'application/x-ndjson');
        for (const done of [10, 60, 100]) {
          (response as NodeJS.WritableStream).write(`{"done":${done},"error":null}\n`);
          await new Promise((resolve) => setTimeout(resolve, 60));
        }
        response.end();
      },
    }),
    truth: healthy(),
  }),
];
