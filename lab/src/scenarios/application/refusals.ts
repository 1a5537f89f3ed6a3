import type { FindingName } from '../../scenario/finding-names.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { html, json, nothing, type Reply } from '../web-app/reply.ts';
import { fault } from '../web-app/truth-of.ts';
import { application } from './family.ts';

/** One call whose status says no; `script` leaves it in `answer`. */
function refused(
  name: string,
  title: string,
  finding: FindingName,
  [method, path]: readonly [string, string],
  script: string,
  reply: Reply,
): Scenario {
  const isGeneral = finding === 'fail/http-4xx' || finding === 'fail/http-5xx';
  return application({
    name,
    title,
    script: `${script}\nshow(answer.status);`,
    routes: () => ({
      'GET /api/people/p-17': json(
        { id: 'p-17', name: 'Avery', extension: '4123' },
        { fields: { etag: '"p17-8"' } },
      ),
      [`${method} ${path}`]: reply,
    }),
    truth: fault(finding, { method, url: path }, isGeneral ? {} : { allows: ['fail/http-4xx'] }),
  });
}

const send = (method: string, path: string, sent: string, init = '{}') =>
  `const answer = await http.send('${method}', '${path}', ${sent}, ${init});`;

/** Statuses that name what is wrong. */
export const refusals: readonly Scenario[] = [
  refused(
    'person-not-found',
    'A link from an e-mail opens an empty page.',
    'fail/http-4xx',
    ['GET', '/api/people/p-99'],
    `const answer = await http.get('/api/people/p-99');`,
    json(
      { message: 'No person p-99.', trackingId: 'DIRECTORY_0b6a7a57-4a12-4f0e-8f3e-5d2a44f21a10_7' },
      { status: 404 },
    ),
  ),
  refused(
    'number-not-valid',
    'A new number is refused, whatever one types.',
    'fail/http-4xx',
    ['POST', '/api/numbers'],
    send('POST', '/api/numbers', `{ number: '0555 01 01' }`),
    json(
      { message: 'Validation failed', errors: [{ field: 'number', description: 'Must be in E.164 form.' }] },
      { status: 400 },
    ),
  ),
  refused(
    'not-processable',
    'Opening hours cannot be saved.',
    'fail/http-4xx',
    ['PUT', '/api/schedules/s-3'],
    send('PUT', '/api/schedules/s-3', `{ opens: '18:00', closes: '08:00' }`),
    json(
      { type: 'about:blank', title: 'Unprocessable Content', status: 422, detail: 'Closes before it opens.' },
      { status: 422, fields: { 'content-type': 'application/problem+json' } },
    ),
  ),
  refused(
    'gone',
    'The old report page ends in an error.',
    'fail/http-4xx',
    ['GET', '/api/v1/reports'],
    `const answer = await http.get('/api/v1/reports');`,
    json({ message: 'Version 1 was switched off; use /api/v2/reports.' }, { status: 410 }),
  ),
  refused(
    'extension-taken',
    'Extension 4123 cannot be given to anybody.',
    'fail/conflict',
    ['POST', '/api/extensions'],
    send('POST', '/api/extensions', `{ extension: '4123', person: 'p-31' }`),
    json({ error: { key: 'conflict', message: 'Extension 4123 exists at this location.' } }, { status: 409 }),
  ),
  refused(
    'changed-meanwhile',
    'Saving a person says that somebody else was faster.',
    'fail/conflict',
    ['PUT', '/api/people/p-17'],
    `const before = await http.get('/api/people/p-17');
     const answer = await http.send('PUT', '/api/people/p-17', before.json(), { headers: { 'if-match': '"p17-6"' } });`,
    json({ message: 'The person was changed since.' }, { status: 412 }),
  ),
  refused(
    'greeting-too-large',
    'A greeting cannot be uploaded.',
    'fail/too-large',
    ['POST', '/api/greetings'],
    send(
      'POST',
      '/api/greetings',
      `new Blob([new Uint8Array(90_000)])`,
      `{ headers: { 'content-type': 'audio/wav' } }`,
    ),
    html(
      '<html>\r\n<head><title>413 Request Entity Too Large</title></head>\r\n<body><center><h1>413 Request Entity Too Large</h1></center><hr><center>nginx</center></body></html>',
      { status: 413 },
    ),
  ),
  refused(
    'address-too-long',
    'Searching with many filters fails, with few it works.',
    'fail/too-large',
    ['GET', '/api/search'],
    `const ids = Array.from({ length: 900 }, (_, index) => 'p-' + (1000 + index));
     const answer = await http.get('/api/search?ids=' + ids.join(','));`,
    html('<html><head><title>414 Request-URI Too Large</title></head><body><h1>414</h1></body></html>', {
      status: 414,
    }),
  ),
  refused(
    'fields-too-large',
    'One browser gets an error everywhere in the reports, others do not.',
    'fail/too-large',
    ['GET', '/api/reports'],
    `for (const name of ['filters', 'columns', 'recent'])
       document.cookie = name + '=' + 'x'.repeat(3500) + '; Path=/api; Secure; SameSite=Lax';
     const answer = await http.get('/api/reports');`,
    nothing(431),
  ),
  refused(
    'rate-limited',
    'After ten searches the list says "try again later".',
    'fail/rate-limited',
    ['GET', '/api/search'],
    `const answer = await http.get('/api/search?q=robin');`,
    json(
      { message: 'Too many requests' },
      {
        status: 429,
        fields: {
          'retry-after': '30',
          'ratelimit-limit': '10',
          'ratelimit-remaining': '0',
          'ratelimit-reset': '30',
        },
      },
    ),
  ),
  refused(
    'rate-limited-without-words',
    'Bulk changes stop after a while.',
    'fail/rate-limited',
    ['PATCH', '/api/people/p-17'],
    send('PATCH', '/api/people/p-17', `{ extension: '4124' }`),
    nothing(429, { fields: { 'retry-after': '5' } }),
  ),
  refused(
    'method-not-allowed',
    'A device cannot be deleted.',
    'fail/method-not-allowed',
    ['DELETE', '/api/devices/d-2'],
    send('DELETE', '/api/devices/d-2', 'undefined'),
    json({ message: 'Method Not Allowed' }, { status: 405, fields: { allow: 'GET, HEAD, PATCH' } }),
  ),
  refused(
    'media-type-not-supported',
    'Importing people fails at once.',
    'fail/method-not-allowed',
    ['POST', '/api/people/import'],
    send(
      'POST',
      '/api/people/import',
      `'name,extension\\nAvery,4123'`,
      `{ headers: { 'content-type': 'text/csv' } }`,
    ),
    json(
      { message: "Content type 'text/csv' is not supported" },
      { status: 415, fields: { accept: 'application/json' } },
    ),
  ),
  refused(
    'server-error-with-id',
    'The audit log ends in "Something went wrong".',
    'fail/http-5xx',
    ['GET', '/api/audit'],
    `const answer = await http.get('/api/audit?from=2026-01-01');`,
    json(
      {
        message: 'Internal error',
        errors: [{ description: 'could not extract ResultSet' }],
        trackingId: 'DIRECTORY_77b1f8de-93ab-4c4b-9a5e-64d2a0a3f5c1_12',
      },
      { status: 500, fields: { trackingid: 'DIRECTORY_77b1f8de-93ab-4c4b-9a5e-64d2a0a3f5c1_12' } },
    ),
  ),
];
