import type { BrokenJson, NetworkFailure, PageKind, TlsFault } from '../../finding/finding-facts.ts';
import { failed, type GroupSamples, request, withoutId } from './shared.ts';

const networkFailures: readonly NetworkFailure[] = [
  'dns',
  'refused',
  'unreachable',
  'timeout',
  'reset',
  'empty',
  'tls',
  'client-certificate',
  'offline',
  'proxy',
  'blocked',
  'aborted',
  'cut',
  'redirect-loop',
  'protocol',
  'web-socket',
  'none',
];

const tlsFaults: readonly TlsFault[] = [
  'dates',
  'name',
  'authority',
  'revoked',
  'weak',
  'pinned',
  'version',
  'certificate',
  'handshake',
];

const pages: readonly PageKind[] = ['sign-in', 'refused', 'maintenance', 'error', 'application', 'other'];
const brokenJsons: readonly BrokenJson[] = ['cut', 'empty', 'not-json', 'value', 'syntax'];

const said = { ...request, status: 200, errorText: 'Something broke' };
const unanswered = { ...request, code: 'net::ERR_FAILED', healed: false };

export const failSamples: GroupSamples<'fail'> = {
  'fail/http-4xx': [
    ...[400, 404, 405, 409, 410, 412, 413, 414, 415, 418, 422, 429, 431].map((status) => ({
      ...failed,
      status,
    })),
    { ...request, status: 404, healed: false, bodyMissing: true },
    { ...withoutId, status: 404, healed: false, bodyMissing: false, count: 2 },
    { ...request, status: 429, healed: true, bodyMissing: false, count: 7 },
  ],
  'fail/http-5xx': [
    ...[500, 501, 502, 503, 504, 520].map((status) => ({ ...failed, status })),
    { ...withoutId, status: 500, healed: false, bodyMissing: true },
    { ...request, status: 503, healed: true, bodyMissing: false },
  ],
  'fail/upstream': [
    {
      ...request,
      status: 502,
      errorText: '400: Invalid product',
      upstreamStatus: 400,
      party: 'Parrotbox',
      healed: false,
    },
    { ...request, status: 502, errorText: '400: Invalid product', upstreamStatus: 400, healed: true },
    { ...withoutId, status: 504, errorText: 'Parrotbox timed out', party: 'Parrotbox', healed: false },
  ],
  'fail/network': [
    ...networkFailures.map((failure) => ({ ...request, failure, code: 'net::ERR_FAILED', healed: false })),
    { ...withoutId, failure: 'none', healed: false },
    { ...request, failure: 'reset', healed: true },
  ],
  'fail/dns': [unanswered, { ...withoutId, healed: true, count: 3 }],
  'fail/refused': [unanswered],
  'fail/unreachable': [unanswered],
  'fail/timeout': [unanswered],
  'fail/reset': [unanswered, { ...unanswered, healed: true }],
  'fail/empty': [unanswered],
  'fail/offline': [
    { ...unanswered, hosts: 1 },
    { ...unanswered, count: 4, hosts: 3 },
  ],
  'fail/tls': tlsFaults.map((fault) => ({ ...unanswered, fault })),
  'fail/truncated-body': [
    { ...unanswered, status: 200 },
    { ...unanswered, status: 200, promisedBytes: 900, healed: true },
    { ...withoutId, status: 200, promisedBytes: 900, receivedBytes: 24, healed: false },
  ],
  'fail/aborted-by-user': [
    { ...unanswered, because: 'superseded' },
    { ...unanswered, because: 'left-page' },
    { ...withoutId, healed: false, because: 'unknown' },
  ],
  'fail/aborted-by-timeout': [
    { ...unanswered, count: 2, limitMs: 5000 },
    { ...withoutId, count: 3, healed: false, limitMs: 30_000 },
  ],
  'fail/web-socket': [
    { ...request, healed: false, trouble: 'not-opened', status: 403 },
    { ...withoutId, healed: true, trouble: 'not-opened' },
    { ...request, healed: false, trouble: 'closed', closeCode: 1011 },
    { ...request, count: 4, healed: false, trouble: 'opened-again' },
  ],
  'fail/redirect-loop': [
    { ...request, code: 'net::ERR_TOO_MANY_REDIRECTS', gaveUp: true, redirects: 20, addresses: 3 },
    { ...request, gaveUp: true },
    { ...withoutId, gaveUp: false, redirects: 6, addresses: 1 },
  ],
  'fail/error-in-success': [
    { ...said, inRedirect: false },
    { ...said, code: '17', count: 2, inRedirect: false },
    { ...withoutId, status: 302, errorText: 'invalid_scope', inRedirect: true },
  ],
  'fail/graphql': [
    { ...said, partial: false },
    { ...said, partial: true, operation: 'Person', field: 'person.voicemail' },
    { ...said, partial: false, field: 'queues[0].agents' },
    { ...said, partial: false, operation: 'Person' },
  ],
  'fail/batch-item': [
    { ...said, items: 3, failed: 1, itemStatus: 409 },
    { ...said, items: 5, failed: 2 },
  ],
  'fail/soap-fault': [
    { ...said, code: 'soap:Server', blames: 'service' },
    { ...said, code: 'soap:Client', blames: 'sender' },
    { ...said, blames: 'unknown' },
  ],
  'fail/oci-error': [{ ...said, code: '4219', commands: 3 }, { ...said, commands: 1 }, said],
  'fail/html-for-json': [
    ...pages.map((page) => ({ ...request, status: 200, page, title: 'Portal' })),
    { ...withoutId, status: 200, page: 'other' },
  ],
  'fail/broken-json': brokenJsons.map((fault) => ({ ...request, status: 200, fault })),
  'fail/cors-suspected': [
    { ...request, sign: 'answer-withheld', origin: 'https://portal.example.test', status: 200 },
    { ...request, sign: 'answer-withheld', status: 502, allowedOrigin: '*' },
    { ...request, sign: 'preflight-refused', status: 403, allowedOrigin: 'https://other.example.test' },
    { ...withoutId, sign: 'preflight-insufficient' },
  ],
  'fail/pending': [request, { ...request, count: 3 }],
};
