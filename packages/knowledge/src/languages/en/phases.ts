import type { PhaseWords } from '../../phase/phase-words.ts';

export const phases: PhaseWords = {
  queueing:
    'The browser held the request back: more important ones went first, or six connections to the host were in use (HTTP/1.1).',
  stalled:
    'The request waited in the browser for a free connection or for a proxy, before anything was sent.',
  proxy: 'The browser was negotiating with a proxy.',
  dns: 'The host’s address was being looked up. Long: the resolver or the way to it is slow.',
  connect: 'The TCP connection was being opened, TLS included. Long: distance, packet loss or a firewall.',
  ssl: 'TLS was being agreed upon. Long: distance, or a device that inspects TLS on the way.',
  serviceWorkerStartup: 'The page’s service worker was being started.',
  serviceWorkerRespondWith: 'The page’s service worker was working on the answer.',
  serviceWorkerRequest: 'The request was being handed to the page’s service worker.',
  send: 'The request was on its way out. Long: a large upload or a slow uplink.',
  wait: 'The request had been sent and nothing had come back: one round trip, and the server’s work. Long: look at the service’s logs.',
  receive: 'The answer was coming in. Long: much content, a slow line, or a server that sends it in pieces.',
  unaccounted: 'The capture records this time as passed and says of no phase that it took it.',
};
