import { wallTimeAt } from '../requests/request-log.ts';
import type { RecordedBody, RequestRecord } from '../requests/request-record.ts';
import { sentCookie, setCookie } from './har-cookies.ts';
import { fieldsOf, fieldValue, type HarField, parametersOf } from './har-fields.ts';
import { postDataOf } from './post-data.ts';
import { reasonsOf } from './reasons.ts';
import { type HarTimings, timingsOf, totalOf } from './timings.ts';

/** HAR 1.2 entry of a request, with DevTools' fields and ours. `nowTime`: the newest moment on the browser's clock, for what is still open. */
export function buildEntry(record: RequestRecord, nowTime: number | undefined): object {
  const { initiator, target, pageId, request, response } = record;
  const timings = timingsOf(record);
  const isPending = !record.isFinished;
  const isUnanswered = isPending && response === undefined;
  const pendingMs = nowTime === undefined ? undefined : Math.max(0, (nowTime - record.issueTime) * 1000);
  return {
    ...(pageId === undefined ? {} : { pageref: pageId }),
    startedDateTime: new Date(wallTimeAt(record, record.issueTime) * 1000).toISOString(),
    time: isUnanswered ? 0 : totalOf(timings),
    request: requestOf(record),
    response: responseOf(record),
    cache: {},
    timings: rounded(timings),
    ...(response?.remoteIPAddress
      ? { serverIPAddress: response.remoteIPAddress.replace(/^\[|\]$/g, '') }
      : {}),
    ...(response?.remotePort ? { connection: String(response.remotePort) } : {}),
    ...(response === undefined || response.connectionId === 0
      ? {}
      : { _connectionId: String(response.connectionId), _connectionReused: response.connectionReused }),
    _initiator: initiator ?? null,
    _priority: record.priority || null,
    ...(record.priority === request.initialPriority ? {} : { _initialPriority: request.initialPriority }),
    _resourceType: resourceTypeOf(record),
    ...(isCached(record) ? { _fromCache: record.isFromMemoryCache ? 'memory' : 'disk' } : {}),
    _requestId: record.key,
    _target: { type: target.type, ...(target.type === 'page' ? {} : { url: withoutFragment(target.url) }) },
    ...(request.referrerPolicy === undefined ? {} : { _referrerPolicy: request.referrerPolicy }),
    ...(record.hasUserGesture ? { _hasUserGesture: true } : {}),
    ...(response?.securityDetails === undefined ? {} : { _securityDetails: securityOf(record) }),
    ...(isPending ? { _pending: true, ...(pendingMs === undefined ? {} : { _pendingMs: pendingMs }) } : {}),
    ...reasonsOf(record),
  };
}

function requestOf(record: RequestRecord): object {
  const { request, response, requestExtra, responseExtra } = record;
  const sent = requestExtra?.headers ?? response?.requestHeaders ?? request.headers;
  const headers = fieldsOf(sent);
  const postData = postDataOf(record, headers);
  const url = withoutFragment(request.url);
  const query = url.includes('?') ? url.slice(url.indexOf('?') + 1) : '';
  const isHttp1 = responseExtra?.headersText !== undefined;
  return {
    method: request.method,
    url,
    httpVersion: isHttp1 ? 'HTTP/1.1' : protocolOf(record),
    headers,
    queryString: parametersOf(query),
    cookies: (requestExtra?.associatedCookies ?? [])
      .filter(({ blockedReasons }) => blockedReasons.length === 0)
      .map(({ cookie }) => sentCookie(cookie)),
    headersSize: isHttp1 ? requestHeadSize(request.method, url, headers) : -1,
    bodySize: postData === undefined ? (request.hasPostData ? -1 : 0) : byteLength(postData.text),
    ...(postData === undefined ? {} : { postData }),
  };
}

/** Bytes up to and including the blank line, as HTTP/1.1 writes them. */
function requestHeadSize(method: string, url: string, headers: readonly HarField[]): number {
  const target = url.replace(/^[a-z]+:\/\/[^/?]*/i, '') || '/';
  const lines = headers.reduce((sum, { name, value }) => sum + byteLength(name) + byteLength(value) + 4, 0);
  return byteLength(`${method} ${target} HTTP/1.1`) + 2 + lines + 2;
}

function responseOf(record: RequestRecord): object {
  const { response, responseExtra, failure } = record;
  const headers = fieldsOf(responseExtra?.headers ?? response?.headers ?? {});
  const headText = responseExtra?.headersText;
  const receivedMs = wallTimeAt(record, record.responseTime ?? record.issueTime) * 1000;
  return {
    status: responseExtra?.statusCode || response?.status || 0,
    statusText: headText === undefined ? (response?.statusText ?? '') : reasonPhrase(headText),
    httpVersion:
      headText === undefined ? protocolOf(record) : (/^HTTP\/\d\.\d/.exec(headText)?.[0] ?? 'HTTP/0.9'),
    headers,
    cookies: headers
      .filter(({ name }) => name.toLowerCase() === 'set-cookie')
      .map(({ value }) => setCookie(value, receivedMs)),
    content: contentOf(record),
    redirectURL: fieldValue(headers, 'location'),
    headersSize: headText === undefined ? -1 : byteLength(headText),
    bodySize: bodySizeOf(record),
    _transferSize: record.transferSize,
    // Where there is no error but a reason, as Playwright writes it, too.
    _error: failure?.errorText || failure?.blockedReason || null,
    _fetchedViaServiceWorker: response?.fromServiceWorker === true,
    ...serviceWorkerFields(record),
  };
}

function serviceWorkerFields({ response }: RequestRecord): object {
  const { serviceWorkerResponseSource, cacheStorageCacheName, serviceWorkerRouterInfo } = response ?? {};
  return {
    ...(serviceWorkerResponseSource === undefined
      ? {}
      : { _serviceWorkerResponseSource: serviceWorkerResponseSource }),
    ...(cacheStorageCacheName === undefined ? {} : { _responseCacheStorageCacheName: cacheStorageCacheName }),
    ...(serviceWorkerRouterInfo === undefined
      ? {}
      : {
          _serviceWorkerRouterRuleIdMatched: serviceWorkerRouterInfo.ruleIdMatched,
          _serviceWorkerRouterMatchedSourceType: serviceWorkerRouterInfo.matchedSourceType,
          _serviceWorkerRouterActualSourceType: serviceWorkerRouterInfo.actualSourceType,
        }),
  };
}

function contentOf(record: RequestRecord): object {
  const { contentSize: size, response } = record;
  const bodySize = bodySizeOf(record);
  const isPartial = response?.status === 304 || response?.status === 206;
  return {
    size,
    mimeType: response?.mimeType || 'x-unknown',
    ...(bodySize < 0 || isCached(record) || isPartial ? {} : { compression: size - bodySize }),
    ...bodyOf(record.body),
  };
}

/** Why a body is missing, for people; rules look at whether there is a text. */
const absences = {
  evicted: 'The browser had thrown the body away before it could be recorded.',
  'over-limit': 'The body is larger than the recording takes.',
  'not-asked': 'The body was not recorded.',
} as const;

function bodyOf(body: RecordedBody | undefined): object {
  if (body === undefined) return {};
  if ('absent' in body) return { comment: absences[body.absent] };
  if (body.isBase64) return { text: body.text, encoding: 'base64' };
  // Half of a surrogate pair is no UTF-8; DevTools writes such texts as base64, too.
  if (/\p{Surrogate}/u.test(body.text)) return { text: base64OfText(body.text), encoding: 'base64' };
  return { text: body.text };
}

function base64OfText(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function bodySizeOf(record: RequestRecord): number {
  if (isCached(record) || record.response?.status === 304) return 0;
  const headText = record.responseExtra?.headersText;
  return headText === undefined ? -1 : record.transferSize - byteLength(headText);
}

/** From a cache, and nothing went over the network. */
function isCached({ isFromMemoryCache, response, transferSize }: RequestRecord): boolean {
  return (isFromMemoryCache || response?.fromDiskCache === true) && transferSize === 0;
}

/** DevTools' word for it: `xhr`, `fetch`, `csp-violation-report`. */
function resourceTypeOf({ type, response }: RequestRecord): string {
  if (response?.mimeType === 'application/manifest+json') return 'manifest';
  if (response?.mimeType === 'application/wasm') return 'wasm';
  return spelledApart[type] ?? type.toLowerCase();
}

const spelledApart: Readonly<Record<string, string>> = {
  CSPViolationReport: 'csp-violation-report',
  SignedExchange: 'signed-exchange',
};

/** `http/2.0`, `h3`, `http/1.1`, `data`, `blob`; `''` where nothing was answered. */
function protocolOf({ response }: RequestRecord): string {
  const protocol = (response?.protocol ?? '').toLowerCase();
  return protocol === 'h2' ? 'http/2.0' : protocol;
}

function securityOf({ response }: RequestRecord): object {
  const { protocol, keyExchange, cipher, subjectName, issuer, validFrom, validTo } =
    response?.securityDetails ?? {};
  return { protocol, keyExchange, cipher, subjectName, issuer, validFrom, validTo };
}

function reasonPhrase(headText: string): string {
  return (headText.split('\r', 1)[0] ?? '').split(' ').slice(2).join(' ');
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? '';
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Nanoseconds say nothing: the browser's clock has a microsecond. */
function rounded(timings: HarTimings): object {
  return Object.fromEntries(
    Object.entries(timings).flatMap(([phase, ms]) =>
      typeof ms === 'number' ? [[phase, Math.round(ms * 1000) / 1000]] : [],
    ),
  );
}
