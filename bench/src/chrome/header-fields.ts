import type { ChromeCookie, NameValue } from './chrome-har.ts';

/** What one request says of itself, before it is written as header fields. */
export interface RequestFacts {
  readonly url: URL;
  readonly method: string;
  readonly accept: string;
  /** `empty` for XHR and fetch. Spec: Fetch Metadata, Sec-Fetch-Dest. */
  readonly destination: string;
  /** The page's origin. */
  readonly origin: string;
  readonly cookies: readonly ChromeCookie[];
  readonly authorization?: string | undefined;
  readonly trackingId?: string | undefined;
  readonly contentType?: string | undefined;
}

/** Fields that tell a story; the `few` of a small entry are these. */
const essential = new Set([
  'authorization',
  'trackingid',
  'cookie',
  'content-type',
  'accept',
  'user-agent',
  'date',
  'server',
]);

/** Request fields in Chrome's order over HTTP/2: pseudo-header fields, then the alphabet. */
export function requestFields(facts: RequestFacts, amount: 'full' | 'few'): NameValue[] {
  const { url } = facts;
  const fields: [string, string | undefined][] = [
    [':authority', url.host],
    [':method', facts.method],
    [':path', url.pathname + url.search],
    [':scheme', 'https'],
    ['accept', facts.accept],
    ['accept-encoding', 'gzip, deflate, br, zstd'],
    ['accept-language', 'en-GB,en;q=0.9,pl;q=0.8'],
    ['authorization', facts.authorization],
    ['cache-control', 'no-cache'],
    ['content-type', facts.contentType],
    ['cookie', facts.cookies.length > 0 ? facts.cookies.map(cookiePair).join('; ') : undefined],
    ['origin', facts.origin],
    ['pragma', 'no-cache'],
    ['priority', 'u=1, i'],
    ['referer', `${facts.origin}/`],
    ['sec-ch-ua', '"Google Chrome";v="137", "Chromium";v="137", "Not/A)Brand";v="24"'],
    ['sec-ch-ua-mobile', '?0'],
    ['sec-ch-ua-platform', '"Windows"'],
    ['sec-fetch-dest', facts.destination],
    ['sec-fetch-mode', facts.destination === 'empty' ? 'cors' : 'no-cors'],
    ['sec-fetch-site', 'same-site'],
    ['trackingid', facts.trackingId],
    [
      'user-agent',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Safari/537.36',
    ],
  ];
  return present(fields, amount);
}

/** What one response says of itself. */
export interface ResponseFacts {
  readonly mimeType: string;
  readonly dateEpochMs: number;
  readonly etag: string;
  /** The page's origin, which an API allows to read the answer. */
  readonly origin: string;
  /** Only API calls have one. */
  readonly trackingId?: string | undefined;
  /** What the service behind the gateway took. */
  readonly upstreamMs?: number | undefined;
  readonly retryAfter?: string | undefined;
}

/** Response fields as a mesh's gateway sends them for API calls, and a content network for everything else. */
export function responseFields(facts: ResponseFacts, amount: 'full' | 'few'): NameValue[] {
  const isApi = facts.trackingId !== undefined;
  const fields: [string, string | undefined][] = [
    ['access-control-allow-credentials', isApi ? 'true' : undefined],
    ['access-control-allow-origin', isApi ? facts.origin : '*'],
    ['access-control-expose-headers', isApi ? 'TrackingId,Link,Retry-After' : undefined],
    ['age', isApi ? undefined : '1432'],
    ['cache-control', isApi ? 'no-cache, no-store' : 'public, max-age=31536000, immutable'],
    ['content-encoding', 'gzip'],
    ['content-type', facts.mimeType],
    ['date', new Date(facts.dateEpochMs).toUTCString()],
    ['etag', `"${facts.etag}"`],
    ['retry-after', facts.retryAfter],
    ['server', isApi ? 'istio-envoy' : 'edge'],
    ['strict-transport-security', 'max-age=63072000; includeSubDomains; preload'],
    ['timing-allow-origin', '*'],
    ['trackingid', facts.trackingId],
    ['vary', 'accept-encoding, origin'],
    ['x-content-type-options', 'nosniff'],
    ['x-envoy-upstream-service-time', facts.upstreamMs === undefined ? undefined : String(facts.upstreamMs)],
    ['x-frame-options', 'DENY'],
  ];
  return present(fields, amount);
}

function present(fields: readonly [string, string | undefined][], amount: 'full' | 'few'): NameValue[] {
  const list: NameValue[] = [];
  for (const [name, value] of fields)
    if (value !== undefined && (amount === 'full' || essential.has(name))) list.push({ name, value });
  return list;
}

function cookiePair(cookie: ChromeCookie): string {
  return `${cookie.name}=${cookie.value}`;
}
