import type { Random } from './random.ts';
import { vendors } from './vocabulary.ts';

/** How an API call can end badly, and what the browser then writes down. */
export interface Failure {
  readonly status: number;
  readonly statusText: string;
  /** Chrome's `_error`, e.g. `net::ERR_FAILED`; null where HTTP did its part. */
  readonly error: string | null;
  readonly mimeType: string;
  /** The origin that the answer lets read it, where that is not the page's. */
  readonly allowsOrigin?: string;
  body(random: Random, trackingId: string): string;
}

const json = 'application/json;charset=UTF-8';
const noBody = () => '';

function networkError(error: string): Failure {
  return { status: 0, statusText: '', error, mimeType: 'x-unknown', body: noBody };
}

/** Every family that a reader must recognise: refused, upstream, gateway, network, CORS, and the error inside a 200. */
export const failures: readonly Failure[] = [
  {
    status: 401,
    statusText: 'Unauthorized',
    error: null,
    mimeType: json,
    body: (_, trackingId) =>
      JSON.stringify({
        message: 'The request requires a valid token.',
        errors: [{ description: 'Token expired.' }],
        trackingId,
      }),
  },
  {
    status: 404,
    statusText: 'Not Found',
    error: null,
    mimeType: json,
    body: (_, trackingId) =>
      JSON.stringify({
        error: { key: '404', message: [{ code: '4008', description: 'User not found.' }] },
        trackingId,
      }),
  },
  {
    status: 409,
    statusText: 'Conflict',
    error: null,
    mimeType: 'application/problem+json',
    body: () =>
      JSON.stringify({ type: 'about:blank', title: 'Conflict', status: 409, detail: 'Extension is in use.' }),
  },
  { status: 429, statusText: 'Too Many Requests', error: null, mimeType: 'text/plain', body: noBody },
  {
    status: 502,
    statusText: 'Bad Gateway',
    error: null,
    mimeType: json,
    body: (random, trackingId) =>
      JSON.stringify({
        message: `400: Invalid Product: provisioning failed in ${random.pick(vendors)}.`,
        trackingId,
      }),
  },
  {
    status: 503,
    statusText: 'Service Unavailable',
    error: null,
    mimeType: 'text/html',
    body: () =>
      '<html><head><title>503 Service Unavailable</title></head><body>upstream connect error</body></html>',
  },
  networkError('net::ERR_CONNECTION_REFUSED'),
  networkError('net::ERR_ABORTED'),
  // A CORS failure of a simple request: the answer came, the page may not see it.
  {
    status: 200,
    statusText: '',
    error: 'net::ERR_FAILED',
    mimeType: json,
    allowsOrigin: 'https://portal.example.test',
    body: noBody,
  },
  {
    status: 200,
    statusText: '',
    error: null,
    mimeType: json,
    body: (_, trackingId) =>
      JSON.stringify({
        data: null,
        errors: [{ message: 'Location is being deleted.', path: ['location'] }],
        trackingId,
      }),
  },
];
