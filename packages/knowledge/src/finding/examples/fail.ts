import type {
  BrokenJson,
  CdnTrouble,
  EnvoyCause,
  NetworkFailure,
  PageKind,
  TlsFault,
} from '../finding-facts.ts';
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
  'browser',
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

const envoyCauses: readonly EnvoyCause[] = [
  'no-healthy-instance',
  'connect-failed',
  'connect-timeout',
  'broken-off',
  'request-timeout',
  'overflow',
  'protocol',
  'fault-injected',
];

const cdnTroubles: readonly CdnTrouble[] = [
  'refused',
  'unreachable',
  'connect-timeout',
  'timeout',
  'tls',
  'certificate',
  'bad-answer',
  'failed',
];

const said = { ...request, status: 200, errorText: 'Something broke' };
const unanswered = { ...request, code: 'net::ERR_FAILED', healed: false };

export const failSamples: GroupSamples<'fail'> = {
  'fail/http-4xx': [
    ...[400, 404, 410, 418, 422].map((status) => ({
      ...failed,
      status,
    })),
    { ...request, status: 404, healed: false, bodyMissing: true },
    { ...withoutId, status: 404, healed: false, bodyMissing: false, count: 2 },
    { ...request, status: 404, healed: true, bodyMissing: false, count: 7 },
  ],
  'fail/http-5xx': [
    ...[500, 501, 502, 503, 504, 520].map((status) => ({ ...failed, status })),
    { ...withoutId, status: 500, healed: false, bodyMissing: true },
    { ...request, status: 503, healed: true, bodyMissing: false },
  ],
  'fail/rate-limited': [
    { ...failed, status: 429, tooEarly: false },
    { ...failed, status: 429, waitS: 30, limit: 10, tooEarly: true },
    { ...withoutId, status: 429, healed: true, bodyMissing: false, waitS: 5, tooEarly: false },
  ],
  'fail/too-large': [
    { ...failed, status: 413, what: 'content', sentBytes: 2_400_000 },
    { ...failed, status: 413, what: 'content', sentBytes: 1 },
    { ...withoutId, status: 414, healed: false, bodyMissing: true, what: 'address', sentBytes: 9100 },
    { ...failed, status: 431, what: 'fields', sentBytes: 17_000, cookieBytes: 15_200 },
    { ...failed, status: 431, healed: true, what: 'fields' },
  ],
  'fail/method-not-allowed': [
    { ...failed, status: 405, allowed: 'GET, HEAD' },
    { ...failed, status: 415, sent: 'text/csv', allowed: 'application/json' },
    { ...failed, status: 415 },
    { ...withoutId, status: 406, healed: true, bodyMissing: false, sent: 'text/csv' },
    { ...failed, status: 406, languages: 'nb-NO, nb' },
    { ...failed, status: 406 },
  ],
  'fail/conflict': [
    { ...failed, status: 409 },
    { ...failed, status: 412, condition: 'If-Match' },
    { ...failed, status: 422, keyUse: 'reused' },
    { ...failed, status: 409, keyUse: 'in-progress' },
    { ...failed, status: 412 },
    { ...withoutId, status: 428, healed: true, bodyMissing: false },
  ],
  'fail/gateway-envoy': envoyCauses.map((cause, at) => ({ ...failed, status: 503, healed: at === 3, cause })),
  'fail/gateway-cdn': [
    ...cdnTroubles.map((trouble) => ({ ...failed, status: 520, cdn: 'Cloudflare', trouble })),
    {
      ...withoutId,
      status: 503,
      healed: true,
      bodyMissing: false,
      cdn: 'Akamai',
      trouble: 'failed',
      reference: '18.4f5e',
    },
  ],
  'fail/gateway-timeout': [
    { ...failed, status: 504 },
    { ...failed, status: 504, waitedMs: 30_120, limitMs: 30_000 },
    { ...withoutId, status: 502, healed: true, bodyMissing: false, waitedMs: 3020 },
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
    { ...withoutId, status: 200, promisedBytes: 1, healed: false },
    { ...unanswered, status: 200, healed: false, coding: 'gzip' },
    { ...withoutId, status: 200, healed: true, coding: '' },
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
    ...([1002, 1003, 1006, 1008, 1009, 1011, 1012, 1013, 4001] as const).map(
      (closeCode) =>
        ({ ...request, healed: false, trouble: 'closed', closeCode, closedBy: 'server' }) as const,
    ),
    { ...withoutId, healed: false, trouble: 'closed', closeCode: 1011 },
    { ...withoutId, healed: false, trouble: 'closed', closeCode: 1002, closedBy: 'page' },
    { ...request, healed: false, trouble: 'broken', errorText: 'Invalid frame header' },
    { ...withoutId, healed: false, trouble: 'broken' },
    { ...request, healed: false, trouble: 'said', errorText: 'Forbidden' },
    { ...request, count: 3, healed: false, trouble: 'said', errorText: 'Forbidden' },
    { ...request, count: 4, healed: false, trouble: 'opened-again' },
    { ...request, count: 5, healed: false, trouble: 'opened-again', limitMs: 60_000 },
  ],
  'fail/redirect-loop': [
    {
      ...request,
      code: 'net::ERR_TOO_MANY_REDIRECTS',
      gaveUp: true,
      isCircle: true,
      redirects: 20,
      addresses: 3,
    },
    { ...request, gaveUp: true, isCircle: false },
    { ...request, gaveUp: true, isCircle: false, redirects: 20, addresses: 20 },
    { ...withoutId, gaveUp: false, isCircle: true, redirects: 6, addresses: 1 },
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
    { ...said, items: 1, failed: 1, itemStatus: 409 },
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
    { ...request, status: 200, page: 'sign-in', title: 'Portal', asked: 'event-stream' },
  ],
  'fail/maintenance-page': [
    { ...request, status: 200, title: 'Scheduled maintenance' },
    { ...withoutId, status: 200, title: 'Scheduled maintenance', count: 3 },
  ],
  'fail/broken-json': brokenJsons.map((fault) => ({ ...request, status: 200, fault })),
  'fail/pending': [
    request,
    { ...request, count: 3 },
    { ...request, maybeStopped: true },
    { ...request, count: 3, maybeStopped: true },
  ],
};
