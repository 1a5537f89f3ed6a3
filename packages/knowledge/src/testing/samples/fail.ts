import type { NetworkFailure } from '../../finding/finding-facts.ts';
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
  'fail/in-body': [
    { ...request, status: 200, errorText: 'Something broke', partial: false, inRedirect: false },
    { ...request, status: 200, errorText: 'Something broke', code: '17', partial: true, inRedirect: false },
    { ...withoutId, status: 302, errorText: 'invalid_scope', partial: false, inRedirect: true },
  ],
  'fail/pending': [request, { ...request, count: 3 }],
};
