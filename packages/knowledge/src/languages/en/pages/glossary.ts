import type { GlossaryWords } from '../../../pages/glossary/glossary-facts.ts';

export const glossary: GlossaryWords = {
  api: ['API', 'Requests by which programs, not people, use a service.'],
  body: ['Body', 'What a message carries after its header: JSON, HTML, a file. Standards call it content.'],
  cache: [
    'Cache',
    'Keeps responses so that they need not be asked for again. There is one in the browser, and often several on the way.',
  ],
  cacheable: ['Cacheable', 'A method or response that a cache may keep.'],
  capture: ['Capture', 'The recording of the requests of a browser or computer, in a file: HAR or SAZ.'],
  cdn: ['CDN', 'A network of servers near the users that answers in the service’s place.'],
  certificate: [
    'Certificate',
    'Proves to the browser whose server it speaks to. It has an expiry date, and an issuer that must be trusted.',
  ],
  cookie: [
    'Cookie',
    'A small value that a site has the browser keep and send back; it often carries the session.',
  ],
  'correlation-id': [
    'Correlation id',
    'An id that a request carries through the services so that logs can be searched for it.',
  ],
  cors: [
    'CORS',
    'Rules by which a server allows pages of another origin to read its answers. The browser enforces them.',
  ],
  credentials: [
    'Credentials',
    'What proves who somebody is: password, token, cookie, key. In a capture they must be removed before sharing.',
  ],
  csrf: [
    'CSRF',
    'An attack in which a foreign page makes the browser send requests with the user’s cookies. Tokens in forms prevent it.',
  ],
  dns: ['DNS', 'Turns the name of a host into its address.'],
  entry: ['Entry', 'One request with its response in a capture.'],
  escalation: [
    'Escalation',
    'Handing a case to the engineers of a product, with everything that they need to see the fault.',
  ],
  gateway: [
    'Gateway',
    'A server that takes requests and passes them to the services behind it. 502 and 504 come from one.',
  ],
  har: [
    'HAR',
    'HTTP Archive: a JSON file with all requests of a browser session. It holds every secret of that session.',
  ],
  'header-field': [
    'Header field',
    'A name and a value that say something about a message. Upper and lower case of names do not differ.',
  ],
  'http-2': [
    'HTTP/2',
    'Version of HTTP that carries many requests over one connection, with fields such as :authority.',
  ],
  'http-3': ['HTTP/3', 'HTTP over QUIC and UDP. Where a firewall forbids UDP, browsers go back to HTTP/2.'],
  idempotent: [
    'Idempotent',
    'Doing it several times leaves the server as doing it once does. Only such a request may be repeated blindly.',
  ],
  initiator: ['Initiator', 'What caused a request: a script with its line, the page itself, a redirect.'],
  json: ['JSON', 'Text format for data with names and values; what most APIs speak.'],
  jwt: [
    'JWT',
    'JSON Web Token: a token, mostly signed. Its contents can be read, expiry included, but not changed unnoticed.',
  ],
  latency: ['Latency', 'How long a message takes on its way, whatever its size.'],
  'load-balancer': ['Load balancer', 'Shares requests among several servers of a service.'],
  'media-type': ['Media type', 'Names what a body is, such as application/json. Also called MIME type.'],
  origin: ['Origin', 'Scheme, host and port together. Two pages with another port are of different origins.'],
  payload: ['Payload', 'What a request sends: query string, form data or body.'],
  preflight: [
    'Preflight',
    'The OPTIONS request by which the browser asks a server for leave before it sends the real one to another origin.',
  ],
  proxy: [
    'Proxy',
    'Stands between client and server and passes requests on; it can log, change or refuse them.',
  ],
  pseudonym: [
    'Pseudonym',
    'Stands in a sanitized capture where a secret was. The same secret has the same one throughout the file.',
  ],
  'rate-limit': ['Rate limit', 'How many requests a service takes in a time. Beyond it, it answers 429.'],
  redirect: ['Redirect', 'An answer that sends the client to another address.'],
  safe: ['Safe', 'A method by which the client asks to read only.'],
  sanitize: [
    'Sanitize',
    'Taking the credentials out of a capture so that it can be shared and still tells what failed.',
  ],
  saz: ['SAZ', 'Fiddler’s archive of requests: a zip, sometimes with a password.'],
  'server-sent-events': ['Server-sent events', 'A response that stays open and brings messages one by one.'],
  'service-worker': [
    'Service worker',
    'A script of a site that answers requests inside the browser, even without a network.',
  ],
  session: ['Session', 'The time from sign-in to sign-out or expiry; a cookie or token stands for it.'],
  'status-code': ['Status code', 'Three digits by which the server says how it went.'],
  tcp: ['TCP', 'The connection below HTTP/1.1 and HTTP/2. Opening it costs a round trip.'],
  timeout: ['Timeout', 'How long somebody waits before giving up. The shortest one on the way decides.'],
  tls: ['TLS', 'Encrypts the connection of https and proves who the server is.'],
  token: ['Token', 'A credential with an end, given out at sign-in.'],
  trace: ['Trace', 'All work that services did for one request, as a tree of spans with times.'],
  'tracking-id': [
    'Tracking id',
    'Webex’s id of a request through all services: a prefix, a UUID and counters.',
  ],
  ttfb: ['TTFB', 'Time to first byte: from the request until the first byte of the answer.'],
  waterfall: ['Waterfall', 'All requests as bars on one time axis; gaps and long bars stand out.'],
  websocket: [
    'WebSocket',
    'A connection that stays open and carries messages both ways; it begins with a request and 101.',
  ],
};
