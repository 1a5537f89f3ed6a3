/** English, after which the other languages are made. */
export const phaseAdvice = {
  queueing: [
    'Over HTTP/1.1 a browser opens six connections to a host. Count the requests to that host that ran at the same time; HTTP/2 on the server removes the limit.',
    'Requests of higher priority go first. `_priority` shows it; images and prefetches may wait.',
    'The browser was making room in its disk cache: look for a full or slow disk.',
  ],
  stalled: [
    'All connections were taken by slow requests or long polls. Find those that ran meanwhile.',
    'A proxy script or the proxy itself was slow. Compare with another network.',
    'Two tabs asked for the same address: the cache lets the second one wait for the first, up to 20 seconds.',
  ],
  proxy: [
    'Ask the network team about load and sign-in of the proxy.',
    'Compare with a network without that proxy.',
  ],
  dns: [
    'Ask the resolver directly with `nslookup` and see how long it takes.',
    'A VPN or a DNS filter may send the question around the world.',
    'Only the first request to a host should need it. If many do, the answers live too briefly.',
  ],
  connect: [
    'One handshake is about one round trip. Compare with the distance to the data centre.',
    'About 1, 3 or 7 seconds mean that the first packets were lost: a firewall drops them silently.',
    'If only some networks are slow, try without IPv6.',
  ],
  ssl: [
    'Look at the certificate’s issuer: a company’s name means that a device on the way inspects TLS.',
    'The browser may have waited for a person to choose a certificate.',
    'Many long handshakes to one host mean that connections are not kept.',
  ],
  serviceWorkerStartup: [
    'Tick **Bypass for network** in the **Application** panel and compare.',
    'A busy computer starts service workers slowly.',
  ],
  serviceWorkerRespondWith: [
    'The service worker mostly asks the network itself: find its own request in the capture.',
    'Tick **Bypass for network** in the **Application** panel and compare.',
  ],
  serviceWorkerRequest: [
    'The service worker was busy with other requests.',
    'Tick **Bypass for network** in the **Application** panel and compare.',
  ],
  send: [
    'Look at the size of the request body and at the uplink.',
    'A VPN or a proxy may take the upload slowly.',
  ],
  wait: [
    'Take the tracking id and search the logs: this is the server’s time, and one round trip.',
    'Take `Server-Timing` or `X-Envoy-Upstream-Service-Time` away: what remains is network and queue.',
    'Compare with `connect` of the same host, which is about one round trip.',
    'Compare with the same request of another user or another time.',
  ],
  receive: [
    'Divide the size by the time: a low rate points to the line, a large size to the service.',
    'Event streams and long downloads stay open on purpose.',
    'If `Content-Encoding` is missing on a large text, the server does not compress.',
    'A browser too busy to read looks the same. Compare with another computer.',
  ],
  unaccounted: [
    'The computer may have slept, or the exporter left phases out.',
    'Record again with Chrome or Edge, which tell the most phases.',
  ],
} as const;
