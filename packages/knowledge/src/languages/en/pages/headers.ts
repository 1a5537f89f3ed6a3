import type { HeaderPitfalls } from '../../../pages/header/header-pitfalls.ts';

export const headerPitfalls: HeaderPitfalls = {
  ':authority':
    'Captures of HTTP/2 list it among ordinary fields. Tools that replay a request must turn it into `Host`.',
  ':path': 'Holds the query, and with it whatever secret stands there.',
  accept: 'An API that answers HTML instead of JSON often got `*/*` here.',
  'accept-encoding':
    'Browsers send it by themselves. Copied into a tool that cannot decompress, it makes the body look like rubbish.',
  'access-control-allow-credentials': 'Only the word `true`, in lower case, counts.',
  'access-control-allow-headers':
    '`*` does not cover `Authorization`, and covers nothing when credentials are sent.',
  'access-control-allow-methods': 'Upper and lower case differ: `patch` does not allow `PATCH`.',
  'access-control-allow-origin':
    'One origin or `*`, never a list. A service and a gateway that both add it make two values, which counts as none.',
  'access-control-expose-headers':
    'Without it a page cannot read `TrackingID` or `Retry-After` of another origin, though the capture shows them.',
  'access-control-max-age':
    'Browsers cap it: Chrome at two hours. Without it they remember a preflight for 5 seconds.',
  age: 'A value above 0 means that a cache answered: the service’s logs know nothing of this request.',
  'alt-svc':
    'HTTP/3 needs UDP port 443. Where a firewall drops it, the first request after this field can be slow.',
  authorization:
    'Whoever has it is that user until it expires. Chrome leaves it out of a sanitized export; its absence there proves nothing.',
  'cache-control': '`no-cache` means “check first”, not “do not store”; that is `no-store`.',
  'cf-ray': 'The letters at its end name the data centre; far from the user, they explain slow answers.',
  connection: 'Forbidden in HTTP/2: a server that sends it there breaks strict clients.',
  'content-encoding':
    'If the body was unpacked on the way but the field stayed, the browser fails with `net::ERR_CONTENT_DECODING_FAILED`.',
  'content-length':
    'The size as sent, compressed. It differs from `content.size` in the HAR, which is unpacked.',
  'content-security-policy':
    'What it blocks never goes to the network; only the console says so. A new script host has to be added here.',
  'content-type':
    '`text/html` where JSON was expected mostly is an error page or a sign-in page. In a request to another origin, a value other than a form or plain text needs a preflight.',
  cookie:
    'Often worth as much as a password. If it is missing, look at `SameSite`, `Domain` and blocked third-party cookies.',
  'cross-origin-opener-policy':
    '`same-origin` cuts the tie to a sign-in pop-up, which then cannot report back.',
  date: 'Compare it with the start of the request in the capture: minutes of difference break tokens.',
  etag: 'Behind several servers that make it differently, `304` comes only by chance.',
  expect: 'A proxy that does not know it makes clients wait a second or more, or answers `417`.',
  forwarded: 'Trust only what your own proxy wrote; clients can send it too.',
  'grpc-status':
    'An HTTP `200` with a value other than 0 is a failure. It often stands in trailers, which captures drop.',
  host: 'HTTP/2 and later have `:authority` instead.',
  'idempotency-key': 'A retry must send the same key; a new one does it twice.',
  'if-none-match': 'It explains a `304` without a body. Tick **Disable cache** to see the whole response.',
  'keep-alive':
    'If the server closes sooner than the client believes, now and then a request fails with a reset.',
  'last-event-id': 'If it is missing after a reconnect, events in between are lost.',
  location:
    'May be relative. No page can read that of a redirect, which the browser follows at once; that of a `201` it can, from another origin only if `Access-Control-Expose-Headers` lists it.',
  origin:
    '`null` is a value: sandboxed frames, files and some redirects send it. Allowing it allows everybody.',
  'permissions-policy':
    'A frame without leave here gets no microphone, and no question to the person either.',
  'proxy-authenticate': '`Negotiate` needs a computer in the domain; tools outside it get `407` forever.',
  'proxy-authorization': 'A credential of the customer’s network. Remove it before you share the capture.',
  range: 'A server or cache may ignore it and send everything with `200`; that is allowed.',
  referer:
    'Misspelt in the standard, and so everywhere. To another origin it mostly holds the page’s origin only.',
  'referrer-policy':
    'In a capture it may also stand under “General”: there it is what the browser applied, not what a server sent.',
  'retry-after':
    'Seconds or a date. A page of another origin reads it only if `Access-Control-Expose-Headers` lists it.',
  'sec-fetch-site': '`cross-site` together with a missing cookie points to `SameSite`.',
  'sec-websocket-protocol':
    'Some programs put a token here, because WebSocket requests cannot have `Authorization`.',
  server:
    'Names whoever answered last. An unfamiliar name on an error means that a proxy or firewall wrote the page.',
  'server-timing': 'Take it from `wait`: what remains is the network, and services that do not report.',
  'set-cookie':
    'Several are normal, and older Chrome exports join them by line breaks. Chrome leaves it out of a sanitized export.',
  'strict-transport-security':
    'Explains a `307` that no server sent. It also forbids clicking past a certificate error.',
  'timing-allow-origin':
    'It matters to scripts of the page only. DevTools and captures show timings without it.',
  traceparent:
    'The second part is the trace to search. A last part of 00 means that the trace was not recorded.',
  trackingid:
    'Search for UUID and first counter: each service writes its own prefix and adds counters. A preflight never carries it.',
  'transfer-encoding':
    'Together with `Content-Length` it is a warning sign: proxies may disagree where the message ends.',
  upgrade: 'Proxies that drop it make WebSockets fail with `400` or `426`.',
  'user-agent': 'Chrome freezes parts of it. The exact version is in `Sec-CH-UA-Full-Version-List`.',
  vary: 'If `Origin` is missing here, a cache may hand out the permission of another origin, and CORS fails now and then.',
  via: 'Some proxies hide it. Its absence does not prove a direct connection.',
  'www-authenticate':
    'With `Bearer`, `error` and `error_description` say the reason: `invalid_token` mostly means expired.',
  'x-api-key': 'A credential, often without an end. Remove it before you share the capture.',
  'x-content-type-options':
    'With it, a script that is sent as `text/plain` does not run. The status is still `200`.',
  'x-correlation-id': 'Who sets it differs: check whether response and request have the same one.',
  'x-csrf-token':
    'Lives as long as the session. `403` or `419` after a long pause mostly means that it is too old.',
  'x-datadog-trace-id':
    'Decimal, and the last 64 bits of the trace only. From `traceparent`, convert the last 16 hexadecimal digits of the trace before you compare.',
  'x-envoy-upstream-service-time':
    'Take it from `wait`: what remains is the network and the queue before the proxy.',
  'x-forwarded-for':
    'The leftmost address is what the client claims. Only those that your own proxies added are true.',
  'x-forwarded-proto': 'If a proxy forgets it, the service believes in `http` and redirects for ever.',
  'x-frame-options':
    '`frame-ancestors` in `Content-Security-Policy` goes first. The frame stays empty, and only the console says why.',
  'x-http-method-override': 'Judge the request by this method, not by the `POST` in the table.',
  'x-ratelimit-reset': 'Large numbers are a time, small ones seconds that are left.',
  'x-request-id': 'Some gateways replace what the client sent. Search for the one in the response.',
  'x-requested-with': 'Removing it from a page’s requests may save a preflight, if nothing else needs one.',
  'x-xss-protection': '`1` could make old browsers less safe; `0` or nothing is right.',
};
