import { type ByteSource, type Capture, openCapture } from '@harrier/har';

const UUID = '7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74';

type Parts = Readonly<Record<string, unknown>>;

/** A small portal: one request of each kind that a filter can tell apart. Its names are the tests' vocabulary. */
const ENTRIES = {
  page: entry('GET', 'https://portal.example.com/', 200, {
    mimeType: 'text/html; charset=utf-8',
    custom: { _resourceType: 'document', _priority: 'VeryHigh', pageref: 'page_1' },
    requestCookies: [{ name: 'lang', value: 'en' }],
  }),
  script: entry('GET', 'https://static.example.com/app/main.js?v=7', 200, {
    mimeType: 'application/javascript',
    custom: { _resourceType: 'script', _fromCache: 'disk', _initiator: { type: 'preload' } },
    transferSize: 2_500_000,
  }),
  user: entry('GET', `https://api.example.com:8443/v1/users/${UUID}/settings`, 200, {
    requestHeaders: [
      ['trackingid', `ATLAS_${UUID}_12`],
      ['Origin', 'https://portal.example.com'],
    ],
    custom: { _resourceType: 'xhr', serverIPAddress: '192.0.2.7' },
    timings: { blocked: 3, dns: -1, connect: -1, ssl: -1, send: 1, wait: 1790, receive: 6 },
  }),
  recording: entry('PATCH', `https://api.example.com:8443/v1/users/${UUID}/recording`, 502, {
    requestHeaders: [['TrackingID', `ATLAS_${UUID}_13`]],
    responseHeaders: [
      ['TrackingID', `CPAPI_${UUID}_13`],
      ['Set-Cookie', 'sid=a; Domain=.example.com'],
    ],
    responseCookies: [{ name: 'sid', value: 'a', domain: '.example.com' }],
    custom: { _resourceType: 'fetch' },
  }),
  again: entry('PATCH', `https://api.example.com:8443/v1/users/${UUID}/recording`, 429, {
    requestHeaders: [['TrackingID', `ATLAS_${UUID}_13+1`]],
    custom: { _resourceType: 'fetch' },
  }),
  preflight: entry('OPTIONS', `https://api.example.com:8443/v1/users/${UUID}/recording`, 204, {
    custom: { _resourceType: 'preflight' },
  }),
  refused: entry('GET', 'https://other.example.net/ping', 0, {
    custom: { _error: 'net::ERR_CONNECTION_REFUSED', _resourceType: 'fetch' },
  }),
  login: entry('POST', 'https://idp.example.org/login', 401, { httpVersion: 'h2' }),
  moved: entry('GET', 'http://portal.example.com/old?next=%2Fnew', 302, {
    queryString: [{ name: 'next', value: '/new' }],
  }),
  waiting: entry('GET', 'https://api.example.com:8443/v1/slow', 0, {
    timings: { blocked: -3_490_189, send: 0, wait: 0, receive: 0 },
    time: 0,
  }),
  socket: entry('GET', 'wss://push.example.com/socket', 101, {
    time: 60_000,
    custom: {
      _resourceType: 'websocket',
      _webSocketMessages: [
        { type: 'send', time: 1, opcode: 1, data: '{"ask":"status"}' },
        { type: 'receive', time: 2, opcode: 1, data: '{"answer":"Ready"}' },
      ],
    },
  }),
} as const;

/** A name of the sample capture. */
export type SampleName = keyof typeof ENTRIES;

export const SAMPLE_NAMES = Object.keys(ENTRIES) as SampleName[];

/** The sample as an open capture, its entries in the order of `SAMPLE_NAMES`. */
export async function openSample(): Promise<Capture> {
  const log = { version: '1.2', creator: { name: 'sample', version: '1' }, entries: Object.values(ENTRIES) };
  return await openCapture(sourceOf(new TextEncoder().encode(JSON.stringify({ log }))));
}

interface EntryOptions {
  readonly mimeType?: string;
  readonly requestHeaders?: readonly (readonly [string, string])[];
  readonly responseHeaders?: readonly (readonly [string, string])[];
  readonly requestCookies?: readonly Parts[];
  readonly responseCookies?: readonly Parts[];
  readonly queryString?: readonly Parts[];
  readonly httpVersion?: string;
  readonly transferSize?: number;
  readonly time?: number;
  readonly timings?: Parts;
  readonly custom?: Parts;
}

function entry(method: string, url: string, status: number, options: EntryOptions): Parts {
  const timings = options.timings ?? { blocked: 1, send: 1, wait: 30, receive: 8 };
  const fields = (pairs: EntryOptions['requestHeaders']) =>
    (pairs ?? []).map(([name, value]) => ({ name, value }));
  const httpVersion = options.httpVersion ?? 'HTTP/1.1';
  return {
    startedDateTime: '2026-03-01T10:00:00.000Z',
    time:
      options.time ?? Object.values(timings).reduce<number>((sum, ms) => sum + Math.max(0, Number(ms)), 0),
    request: {
      method,
      url,
      httpVersion,
      headers: fields(options.requestHeaders),
      cookies: options.requestCookies ?? [],
      queryString: options.queryString ?? [],
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status,
      statusText: '',
      httpVersion,
      headers: fields(options.responseHeaders),
      cookies: options.responseCookies ?? [],
      content: { size: 1200, mimeType: options.mimeType ?? 'application/json' },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
      _transferSize: options.transferSize ?? 800,
    },
    cache: {},
    timings,
    ...options.custom,
  };
}

function sourceOf(bytes: Uint8Array): ByteSource {
  return {
    sizeBytes: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
    async *stream(chunkBytes) {
      for (let offset = 0; offset < bytes.length; offset += chunkBytes) {
        yield bytes.subarray(offset, offset + chunkBytes);
      }
    },
  };
}
