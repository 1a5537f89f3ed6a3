import type { TermWords } from '../../words.ts';

export const terms: TermWords = {
  severity: { error: 'error', warning: 'warning', info: 'info' },
  class: { proven: 'proven', strong: 'very likely', hint: 'a hint' },
  evidenceRole: { cause: 'cause', symptom: 'symptom', context: 'context' },
  fixer: {
    'customer-network': 'the customer’s network',
    'customer-administrator': 'the customer’s administrator',
    browser: 'the person at the browser',
    'service-team': 'the service team',
    'third-party': 'a third party',
    recorder: 'whoever recorded the capture',
    nobody: 'nobody has to',
  },
  namedThirdParty: (name) => `third party (${name})`,
  phase: {
    queueing: 'Queueing',
    stalled: 'Stalled',
    proxy: 'Proxy negotiation',
    dns: 'DNS lookup',
    connect: 'Initial connection',
    ssl: 'TLS (SSL)',
    serviceWorkerStartup: 'ServiceWorker start-up',
    serviceWorkerRespondWith: 'ServiceWorker respondWith',
    serviceWorkerRequest: 'Request to ServiceWorker',
    send: 'Request sent',
    wait: 'Waiting (TTFB)',
    receive: 'Content download',
    unaccounted: 'Unaccounted',
  },
  searchReason: {
    failed: 'of a request that failed',
    slow: 'of a slow request',
    session: 'of a session in which nothing failed',
  },
  evidence: {
    'response-bodies': 'the content of the responses',
    'request-credentials': 'the credentials of the requests',
    'network-errors': 'the browser’s network errors',
    timings: 'the timings of the phases',
  },
};
