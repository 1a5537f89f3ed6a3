import type { FindingName } from '../../scenario/finding-names.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { family, service } from '../web-app/app.ts';
import { directory } from '../web-app/looks.ts';
import { body, json, nothing, type Reply, type ReplyOptions, redirect } from '../web-app/reply.ts';
import { fault } from '../web-app/truth-of.ts';

/** Header fields of responses that contradict each other or their specification; the pages work all the same. */
const caching = family('caching', 'develop', directory);

const OLD = 'legacy.example.test';

/** One answer of a service on HTTP/1.1, which lets servers say what HTTP/2 would not carry. */
function oddAnswer(
  name: string,
  title: string,
  finding: FindingName,
  reply: Reply,
  more: { readonly allows?: readonly FindingName[]; readonly init?: string; readonly isCookie?: true } = {},
): Scenario {
  const path = `/v1/${name}`;
  const truth = fault(finding, `${OLD}${path}`, more.allows === undefined ? {} : { allows: more.allows });
  return caching({
    name,
    title,
    script: `show((await http.get('https://${OLD}${path}', ${more.init ?? '{}'})).status);`,
    sites: () => [service(directory, OLD, { [path]: reply }, { protocol: 'http/1.1' })],
    truth: more.isCookie
      ? {
          ...truth,
          expects: truth.expects.map((it) => ({ ...it, notObservableWhenSanitized: true as const })),
        }
      : truth,
  });
}

const withFields = (fields: ReplyOptions['fields'] & {}) => json({ items: [1, 2, 3] }, { fields });

/** A token as services put them into links, made here so that none lies in the source. */
const token = () =>
  [{ alg: 'HS256' }, { sub: 'p-17', scope: 'reports' }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat(Buffer.from('signature of the lab, worth nothing').toString('base64url'))
    .join('.');

export const cachingScenarios: readonly Scenario[] = [
  oddAnswer(
    'date-in-own-words',
    'Works.',
    'lint/bad-date',
    withFields({ 'last-modified': 'yesterday at noon' }),
  ),
  oddAnswer(
    'day-that-does-not-exist',
    'Works.',
    'lint/bad-date',
    withFields({ expires: 'Thu, 32 Jan 2026 10:00:00 GMT' }),
  ),
  oddAnswer(
    'kept-and-not-kept',
    'Works.',
    'lint/cache-control-conflict',
    withFields({ 'cache-control': 'no-store, max-age=3600' }),
  ),
  oddAnswer(
    'public-and-private',
    'Works.',
    'lint/cache-control-conflict',
    withFields({ 'cache-control': 'public, private, max-age=60' }),
  ),
  oddAnswer(
    'public-but-no-store',
    'Works.',
    'lint/no-store-public',
    withFields({ 'cache-control': 'public, no-store' }),
    {
      allows: ['lint/cache-control-conflict'],
    },
  ),
  oddAnswer(
    'part-with-weak-tag',
    'Works; a greeting is played from the middle.',
    'lint/weak-etag-range',
    body('audio/wav', new Uint8Array(64), {
      status: 206,
      fields: { etag: 'W/"greeting-4"', 'content-range': 'bytes 64-127/640', 'accept-ranges': 'bytes' },
    }),
    { init: `{ headers: { range: 'bytes=64-127' } }` },
  ),
  oddAnswer('varies-by-everything', 'Works.', 'lint/vary-star', withFields({ vary: '*' })),
  oddAnswer(
    'json-called-html',
    'Works.',
    'lint/content-type-mismatch',
    withFields({ 'content-type': 'text/html' }),
  ),
  oddAnswer(
    'picture-called-text',
    'Works.',
    'lint/content-type-mismatch',
    body(
      'text/plain',
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    ),
  ),
  oddAnswer(
    'redirect-to-nowhere',
    'A link in the help does nothing.',
    'lint/redirect-without-location',
    nothing(302),
  ),
  oddAnswer(
    'nothing-with-length',
    'Works.',
    'lint/content-with-204',
    nothing(204, { fields: { 'content-length': '17', 'content-type': 'application/json' } }),
  ),
  oddAnswer(
    'not-changed-since-when',
    'The list is empty at the first visit.',
    'lint/not-modified-without-validator',
    nothing(304),
  ),
  oddAnswer('two-tags', 'Works.', 'lint/duplicate-header', withFields({ etag: ['"a1"', '"b2"'] })),
  oddAnswer(
    'two-media-types',
    'Works.',
    'lint/duplicate-header',
    withFields({ 'content-type': ['application/json', 'application/json; charset=utf-8'] }),
  ),
  oddAnswer(
    'age-with-a-unit',
    'Works.',
    'lint/malformed-header',
    withFields({ 'cache-control': 'max-age=1h' }),
    { allows: ['lint/cache-control-conflict'] },
  ),
  oddAnswer(
    'quote-not-closed',
    'Works.',
    'lint/malformed-header',
    withFields({ 'cache-status': 'edge; hit; key="numbers', priority: 'u=9;;i' }),
  ),
  oddAnswer(
    'cookie-until-tomorrow',
    'The colours of the page are forgotten.',
    'lint/cookie-attributes',
    withFields({ 'set-cookie': 'theme=dark; Expires=tomorrow; Path=settings; SameSite=Sometimes' }),
    { init: `{ credentials: 'include' }`, isCookie: true, allows: ['auth/cookie-samesite', 'lint/bad-date'] },
  ),
  oddAnswer(
    'transport-security-without-age',
    'Works.',
    'lint/hsts',
    withFields({ 'strict-transport-security': 'includeSubDomains' }),
    {
      allows: ['lint/malformed-header'],
    },
  ),
  caching({
    name: 'token-in-address',
    title: 'Works; the address of a report can be sent to anybody.',
    script: `await http.get('/api/reports/r-4?access_token=${token()}');`,
    routes: () => ({ '/api/reports/r-4': json({ rows: 12 }) }),
    truth: fault('lint/secret-in-url', '/api/reports/r-4'),
  }),
  caching({
    name: 'password-in-redirect',
    title: 'Works; an old bookmark signs in by itself.',
    script: `await http.get('/api/enter');`,
    routes: () => ({
      '/api/enter': redirect(
        `/api/open?user=avery&password=${Buffer.from('not a real one').toString('hex')}`,
      ),
      '/api/open': json({ open: true }),
    }),
    truth: fault('lint/secret-in-url', '/api/open', { allows: ['slow/redirects'] }),
  }),
];
