/** A term's source and the pages to read next. */
interface TermFacts {
  readonly source: string;
  readonly see: readonly string[];
}

const term = (source: string, ...see: readonly string[]): TermFacts => ({ source, see });

/** The terms of the glossary, by a name that links use. */
export const glossaryFacts = {
  api: term('RFC 9205'),
  body: term('RFC 9110 §6.4', 'header/content-type', 'header/content-length'),
  cache: term('RFC 9111', 'header/cache-control', 'header/etag'),
  cacheable: term('RFC 9110 §9.2.3', 'method', 'header/cache-control'),
  capture: term('HAR 1.2', 'read', 'capture'),
  cdn: term('RFC 9213', 'header/x-cache', 'header/age'),
  certificate: term('RFC 5280', 'phase/ssl'),
  cookie: term('RFC 6265', 'header/cookie', 'header/set-cookie'),
  'correlation-id': term('W3C Trace Context', 'tracking', 'header/x-request-id', 'header/traceparent'),
  cors: term(
    'Fetch, CORS protocol',
    'header/origin',
    'header/access-control-allow-origin',
    'glossary/preflight',
  ),
  credentials: term('RFC 9110 §11', 'header/authorization', 'header/cookie'),
  csrf: term('RFC 6265 §8.2', 'header/x-csrf-token'),
  dns: term('RFC 1034', 'phase/dns'),
  entry: term('HAR 1.2, entries', 'read'),
  escalation: term('Webex Calling, troubleshooting document', 'tracking'),
  gateway: term('RFC 9110 §3.7', 'status/502', 'status/504'),
  har: term('HAR 1.2', 'capture', 'read'),
  'header-field': term('RFC 9110 §5', 'header/content-type'),
  'http-2': term('RFC 9113', 'header/:authority'),
  'http-3': term('RFC 9114', 'header/alt-svc'),
  idempotent: term('RFC 9110 §9.2.2', 'method', 'method/PATCH', 'method/PUT'),
  initiator: term('Chrome DevTools, Network features reference', 'read'),
  json: term('RFC 8259'),
  jwt: term('RFC 7519', 'header/authorization'),
  latency: term('W3C Resource Timing', 'phase/wait', 'phase/connect'),
  'load-balancer': term('RFC 9110 §3.7', 'status/503'),
  'media-type': term('RFC 9110 §8.3.1', 'header/content-type'),
  origin: term('RFC 6454', 'header/origin', 'glossary/cors'),
  payload: term('HAR 1.2, postData', 'read'),
  preflight: term(
    'Fetch, CORS-preflight fetch',
    'method/OPTIONS',
    'glossary/cors',
    'header/access-control-request-method',
  ),
  proxy: term('RFC 9110 §3.7', 'status/407', 'phase/proxy'),
  pseudonym: term('Harrier, sanitizing', 'glossary/sanitize'),
  'rate-limit': term('RFC 6585 §4', 'status/429', 'header/retry-after'),
  redirect: term('RFC 9110 §15.4', 'header/location', 'status/302'),
  safe: term('RFC 9110 §9.2.1', 'method', 'method/GET'),
  sanitize: term('Harrier, sanitizing', 'capture'),
  saz: term('Telerik, Fiddler Classic documentation', 'capture/fiddler'),
  'server-sent-events': term('HTML, server-sent events', 'header/last-event-id'),
  'service-worker': term('W3C Service Workers', 'phase/serviceWorkerStartup'),
  session: term('RFC 6265', 'header/cookie', 'status/401'),
  'status-code': term('RFC 9110 §15', 'status'),
  tcp: term('RFC 9293', 'phase/connect'),
  timeout: term('RFC 9110 §15.6.5', 'status/504', 'status/408'),
  tls: term('RFC 8446', 'phase/ssl', 'glossary/certificate'),
  token: term('RFC 6749', 'header/authorization', 'glossary/jwt'),
  trace: term('W3C Trace Context', 'header/traceparent'),
  'tracking-id': term('Webex Calling, troubleshooting document', 'tracking', 'header/trackingid'),
  ttfb: term('Chrome DevTools, Network features reference', 'phase/wait'),
  waterfall: term('Chrome DevTools, Network features reference', 'read'),
  websocket: term('RFC 6455', 'status/101', 'header/upgrade'),
} as const;

export type GlossaryTerm = keyof typeof glossaryFacts;

/** The glossary in one language: how a term is called there, and what it means. */
export type GlossaryWords = Readonly<Record<GlossaryTerm, readonly [term: string, meaning: string]>>;
