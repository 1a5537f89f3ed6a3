/** English, after which the other languages are made. */
export const trackingGuide = {
  lead: 'A tracking id names one request through all services. One search for it brings the log lines of every service that worked on it.',
  partsHeading: 'What it is made of',
  parts: [
    'Prefix: the service that wrote the id, `ATLAS` for Control Hub, `CPAPI`, `OCIROUTER`. Any prefix may occur.',
    'UUID: mostly one session of the browser. User Hub makes a new one for each request.',
    'First counter: the request within that session.',
    'Further counters: calls that a service made while it served the request.',
    '`+1` at the end: the same request, sent again.',
  ],
  searchHeading: 'How to search',
  search: [
    'Take the id of the request that failed first, from its response if it has one there.',
    'Search for UUID and first counter: this finds every service that took part.',
    'Read the lines in time order. The first error is mostly the cause; the last one is what the user saw.',
    'If nothing is found, search for the UUID alone, then by time and path.',
  ],
  traps: [
    'Request and response may carry different ids: search for both.',
    'A preflight never has one, and a missing id alone is no fault.',
    'Some gateways write the id twice, joined by a comma.',
    'The end of a token can look like an id: `_P0A1_` and a UUID belong to a token. Never paste it anywhere.',
    'Spelling varies: `TrackingID`, `Trackingid`, `trackingId`.',
  ],
  othersHeading: 'Other ids',
  others:
    'Without a tracking id, look for `traceparent`, `X-Request-Id`, `X-Correlation-Id`, `CF-RAY` or `x-amzn-RequestId`: their makers can search for them.',
} as const;
