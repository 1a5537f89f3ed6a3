import { durationOf as ms, place, sizeOf } from '../../../finding/place.ts';
import { timeSpan } from '../../../finding/time-span.ts';
import type { GroupWords } from '../../../words.ts';
import { request, search, searchStep } from '../phrases.ts';

const usually = (usualMs: number | undefined) =>
  usualMs === undefined ? '' : ` (this host usually takes ${ms(usualMs)})`;
const many = (count: number, noun: string) => (count === 1 ? `one ${noun}` : `${count} ${noun}s`);

export const slowFindings: GroupWords<'slow'> = {
  'slow/server': {
    verdict: (f) =>
      `${request(f)} took ${ms(f.timeMs)}; ${ms(f.waitMs)} of it was waiting for the first byte${usually(f.usualMs)}, and the service itself says it took ${ms(f.serviceMs)}${search(f)}.`,
    explanation: () => 'The time was spent inside the service, not on the network.',
    nextStep: searchStep,
  },
  'slow/network': {
    verdict: (f) =>
      `${request(f)} took ${ms(f.timeMs)}; ${ms(f.waitMs)} of it was waiting for the first byte${usually(f.usualMs)}, but the service itself says it took only ${ms(f.serviceMs)}${search(f)}.`,
    explanation: (f) =>
      `${ms(f.waitMs - f.serviceMs)} passed outside the service: on the way, in a queue, or in a gateway.`,
    nextStep: (f) => `Look at gateway, proxy, VPN and network path. ${searchStep(f)}`,
  },
  'slow/wait-unexplained': {
    verdict: (f) =>
      `${request(f)} took ${ms(f.timeMs)}; ${ms(f.waitMs)} of it was waiting for the first byte${usually(f.usualMs)}${search(f)}.`,
    explanation: () =>
      'The request was out and the answer had not begun. The answer does not say how long the service itself took.',
    nextStep: searchStep,
  },
  'slow/long-poll': {
    verdict: (f) => `${request(f)} was held back for ${ms(f.waitMs)} on purpose: it is a long poll.`,
    explanation: () =>
      'The server answers when there is news, and the page asks again at once. Nothing is slow here.',
    nextStep: () => 'Nothing; look at the other requests.',
  },
  'slow/buffered-stream': {
    verdict: (f) =>
      `${request(f)} is an event stream, and its ${f.events} events came all at once (within ${ms(f.receiveMs)}), after ${ms(f.waitMs)} without a byte.`,
    explanation: () =>
      'Events are meant to come one by one. Something keeps them until the stream ends or a buffer is full: a proxy, a virus scanner, a gateway, or the service itself, by compression or a buffer.',
    nextStep: () =>
      'Try without proxy, VPN and virus scanner. At the service and its gateways, turn buffering and compression off for streams (X-Accel-Buffering: no, Cache-Control: no-transform).',
  },
  'slow/six-connections': {
    verdict: (f) =>
      `${request(f)} waited up to ${ms(f.stalledMs)} for a free connection, because ${f.concurrent} others to the same host were running.`,
    explanation: () =>
      'Over HTTP/1.1 browsers open six connections to one host; what comes then has to wait until one is free.',
    nextStep: () => 'Turn on HTTP/2 at the service, or send fewer requests at once.',
  },
  'slow/queueing': {
    verdict: (f) =>
      f.place === 'queue'
        ? `The browser queued ${request(f)} for up to ${ms(f.queuedMs)} before it was sent.`
        : `${request(f)} waited ${ms(f.queuedMs)} of its ${ms(f.timeMs)} in the browser before it was sent.`,
    explanation: (f) =>
      f.place === 'queue'
        ? 'The browser sends what matters for the first picture of the page before the rest. That is by design.'
        : 'The browser held it back, and the limit of connections is not the reason: a proxy, the disk cache, an extension, or a busy machine.',
    nextStep: (f) =>
      f.place === 'queue'
        ? 'If it matters earlier, let the page ask for it earlier (preload, fetchpriority).'
        : 'Try again with fewer tabs and without extensions; look at the proxy.',
  },
  'slow/dns': {
    verdict: (f) =>
      `Looking up the name for ${request(f)} took ${ms(f.phaseMs)}; up to ${ms(f.limitMs)} is ordinary.`,
    explanation: () =>
      'The time passed before any connection: the resolver of this machine or of its network is slow.',
    nextStep: () => 'Ask the same name of another resolver from this machine; look at VPN and DNS filters.',
  },
  'slow/connect': {
    verdict: (f) =>
      `Opening the connection for ${request(f)} took ${ms(f.phaseMs)}; up to ${ms(f.limitMs)} is ordinary.`,
    explanation: () =>
      'A TCP connection needs one round trip; a long one means a long way, lost packets, or a proxy in between.',
    nextStep: () =>
      'Measure the round trip to this host from this machine; compare with and without VPN and proxy.',
  },
  'slow/tls': {
    verdict: (f) =>
      `Agreeing on TLS for ${request(f)} took ${ms(f.phaseMs)}; up to ${ms(f.limitMs)} is ordinary.`,
    explanation: () =>
      'TLS needs one or two round trips. More comes from a long way, an inspecting proxy, or an overloaded server.',
    nextStep: () =>
      'Compare with and without TLS inspection; look whether the server supports TLS 1.3 and session resumption.',
  },
  'slow/proxy': {
    verdict: (f) =>
      `Finding or asking the proxy for ${request(f)} took ${ms(f.phaseMs)}; up to ${ms(f.limitMs)} is ordinary.`,
    explanation: () => 'The time went into the proxy script (PAC) or into signing in at the proxy.',
    nextStep: () => 'Look at the PAC script, at the name look-ups in it, and at the load of the proxy.',
  },
  'slow/no-reuse': {
    verdict: (f) =>
      `${place(f)} and others on this host opened ${many(f.count, 'new connection')} although one was free${f.closed ? ', because the answers say Connection: close' : ''}; that cost ${ms(f.setupMs)}.`,
    explanation: () =>
      'Over HTTP/1.1 a connection can serve one request after another. Here it was closed after each.',
    nextStep: (f) =>
      f.closed
        ? 'Turn on keep-alive at the server or at the gateway that writes Connection: close.'
        : 'Look at the keep-alive time of server, gateway and proxy.',
  },
  'slow/download': {
    verdict: (f) => `${request(f)} took ${ms(f.receiveMs)} to download ${sizeOf(f.sizeBytes)}.`,
    explanation: () =>
      'The answer had begun and arrived slowly: a slow line, a VPN, an inspecting proxy, or a server that writes bit by bit.',
    nextStep: () =>
      'Download the same from another network. If it is slow there as well, ask the service team.',
  },
  'slow/busy-browser': {
    verdict: (f) =>
      `${request(f)} took up to ${ms(f.receiveMs)} to arrive although small, and all ended at the same moment: the browser was probably busy.`,
    explanation: () =>
      'Small answers that end together were most likely there before and were not taken, because the page was computing.',
    nextStep: () => 'Record a performance profile in the same situation.',
  },
  'slow/big-response': {
    verdict: (f) =>
      `${request(f)} brought ${sizeOf(f.sizeBytes)} in ${ms(f.timeMs)}; above ${sizeOf(f.limitBytes)} it is felt.`,
    explanation: () => 'Much data takes time on the line, and again when the browser reads it.',
    nextStep: () => 'Ask for less: pages of a list, fewer fields, smaller pictures.',
  },
  'slow/uncompressed': {
    verdict: (f) =>
      f.count === 1
        ? `${place(f)} sent ${sizeOf(f.sizeBytes)} of text uncompressed.`
        : `${request(f)} sent ${sizeOf(f.totalBytes)} of text uncompressed, the largest ${sizeOf(f.sizeBytes)}.`,
    explanation: () =>
      'There is no Content-Encoding, and the whole content came over the line. Text shrinks to a quarter or less.',
    nextStep: () =>
      'Turn on gzip or br at the server or gateway; look whether a proxy takes Accept-Encoding out.',
  },
  'slow/not-cached': {
    verdict: (f) =>
      f.trouble === 'no-lifetime'
        ? `${request(f)} is named by its content, and Cache-Control does not let the browser keep it (${sizeOf(f.sizeBytes)}).`
        : `${request(f)} was fetched again although it had not changed (${sizeOf(f.sizeBytes)}).`,
    explanation: (f) =>
      f.trouble === 'no-lifetime'
        ? 'A file whose name changes with its content can be kept for a year; without a lifetime each visit loads it again.'
        : 'The validator is the same both times, so the second download brought nothing new.',
    nextStep: () => 'Send Cache-Control: max-age=31536000, immutable with such files.',
  },
  'slow/redirects': {
    verdict: (f) =>
      `${place(f)} went through ${many(f.hops, 'redirect')}, which took ${ms(f.redirectMs)} before the answer itself began.`,
    explanation: () => 'Each redirect is a whole request of its own.',
    nextStep: () => 'Link to the last address directly, or join the redirects into one.',
  },
  'slow/waterfall': {
    verdict: (f) =>
      `${f.calls} requests, the first ${place(f)}, ran one after another in ${ms(f.totalMs)}; at once they would save about ${ms(f.savingMs)}.`,
    explanation: () => 'Each began when the one before had ended, and none uses what the one before brought.',
    nextStep: () => 'Have the page send them at once, or offer one call that answers them all.',
  },
  'slow/many-calls': {
    verdict: (f) =>
      `${place(f)} was called ${f.calls} times within ${ms(f.spanMs)}, each time for another item; altogether ${ms(f.totalMs)}.`,
    explanation: () => 'One question for each item of a list (N+1): the time grows with the list.',
    nextStep: () => 'Offer one call for many items, or ask only for those that are shown.',
  },
  'slow/duplicate-calls': {
    verdict: (f) =>
      `${place(f)} was sent ${f.copies} times within seconds and answered the same each time; ${ms(f.wastedMs)} were for nothing.`,
    explanation: () => 'Method, URL and body are the same, and so are the answers.',
    nextStep: () => 'Look in the page’s code for two places that ask the same, or a click that counts twice.',
  },
  'slow/polling': {
    verdict: (f) =>
      `${place(f)} was asked ${f.calls} times, every ${ms(f.gapMs)}, mostly with the same answer.`,
    explanation: () => 'A timer asks again and again; it costs line and battery and hides other requests.',
    nextStep: () => 'Ask less often, or let the server tell (events, WebSocket).',
  },
  'slow/retry-storm': {
    verdict: (f) => {
      const status = f.status === undefined ? '' : ` with ${f.status}`;
      const asked =
        f.retryAfterMs === undefined ? '' : `, although Retry-After asks for ${timeSpan(f.retryAfterMs)}`;
      return `${place(f)} failed${status} and was sent ${f.attempts} times, at most ${ms(f.gapMs)} apart${asked}.`;
    },
    explanation: () =>
      'Retries without growing pauses keep a service down that could otherwise recover. Why it failed is told by another finding.',
    nextStep: (f) => `Find the first failure’s cause, then let the client back off. ${searchStep(f)}`,
  },
  'slow/timeout-chain': {
    verdict: (f) =>
      `${place(f)} failed after ${ms(f.timeMs)}, which is ${f.times} × the limit of ${ms(f.limitMs)} that its error names${search(f)}.`,
    explanation: (f) => `Something inside probably tried ${f.times} times, each time until its limit.`,
    nextStep: searchStep,
  },
  'slow/third-party': {
    verdict: (f) =>
      `Loading the page took ${ms(f.loadMs)}, and for ${ms(f.aloneMs)} of it nothing but ${many(f.sites, 'other site')} was loading, longest ${place(f)}.`,
    explanation: () =>
      'Scripts and styles of other sites held the load up while nothing of the own site was on its way.',
    nextStep: () => 'Load them later (async, defer), or do without them.',
  },
};
