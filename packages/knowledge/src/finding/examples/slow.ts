import { type GroupSamples, request, withoutId } from './shared.ts';

const phase = [
  { ...request, phaseMs: 912, limitMs: 100 },
  { ...withoutId, phaseMs: 1912, limitMs: 100, count: 3 },
];

export const slowSamples: GroupSamples<'slow'> = {
  'slow/server': [
    { ...request, timeMs: 6017, waitMs: 6012, serviceMs: 5987 },
    { ...withoutId, timeMs: 6017, waitMs: 6012, serviceMs: 5987, usualMs: 118, count: 2 },
  ],
  'slow/network': [
    { ...request, timeMs: 6017, waitMs: 6012, serviceMs: 42 },
    { ...withoutId, timeMs: 6017, waitMs: 6012, serviceMs: 42, usualMs: 118, count: 2 },
  ],
  'slow/wait-unexplained': [
    { ...request, timeMs: 1200, waitMs: 1190 },
    { ...withoutId, timeMs: 1200, waitMs: 1190, usualMs: 118, count: 2 },
  ],
  'slow/long-poll': [
    { ...request, waitMs: 30_000 },
    { ...withoutId, waitMs: 30_000, count: 4 },
  ],
  'slow/buffered-stream': [
    { ...request, waitMs: 60_010, receiveMs: 3, events: 6 },
    { ...withoutId, waitMs: 14_010, receiveMs: 40, events: 120, count: 2 },
  ],
  'slow/six-connections': [
    { ...request, stalledMs: 434, concurrent: 6 },
    { ...withoutId, stalledMs: 1834, concurrent: 12, count: 12 },
  ],
  'slow/queueing': [
    { ...request, timeMs: 1701, queuedMs: 1300, place: 'queue' },
    { ...withoutId, timeMs: 1701, queuedMs: 990, place: 'stalled', count: 2 },
  ],
  'slow/dns': phase,
  'slow/connect': phase,
  'slow/tls': phase,
  'slow/proxy': phase,
  'slow/no-reuse': [
    { ...request, setupMs: 1400, closed: true, count: 8 },
    { ...withoutId, setupMs: 640, closed: false, count: 4 },
  ],
  'slow/download': [
    { ...request, receiveMs: 2100, sizeBytes: 150_000 },
    { ...withoutId, receiveMs: 2100, sizeBytes: 2_150_000, count: 2 },
  ],
  'slow/busy-browser': [{ ...request, receiveMs: 1100, count: 6 }],
  'slow/big-response': [
    { ...request, sizeBytes: 2_150_000, limitBytes: 300_000, timeMs: 612 },
    { ...withoutId, sizeBytes: 2_150_000, limitBytes: 1_000_000, timeMs: 1612, count: 2 },
  ],
  'slow/uncompressed': [
    { ...request, sizeBytes: 61_000, totalBytes: 61_000 },
    { ...withoutId, sizeBytes: 61_000, totalBytes: 240_000, count: 5 },
  ],
  'slow/not-cached': [
    { ...request, trouble: 'no-lifetime', sizeBytes: 240_000 },
    { ...withoutId, trouble: 'fetched-again', sizeBytes: 9000, count: 3 },
  ],
  'slow/redirects': [
    { ...request, hops: 3, redirectMs: 1050 },
    { ...withoutId, hops: 1, redirectMs: 310 },
  ],
  'slow/waterfall': [{ ...request, calls: 5, totalMs: 2300, savingMs: 1800 }],
  'slow/many-calls': [{ ...request, calls: 38, spanMs: 412, totalMs: 5200 }],
  'slow/duplicate-calls': [
    { ...request, copies: 2, wastedMs: 118 },
    { ...withoutId, copies: 4, wastedMs: 1800 },
  ],
  'slow/polling': [{ ...request, calls: 12, gapMs: 1000 }],
  'slow/retry-storm': [
    { ...request, attempts: 6, gapMs: 110, status: 503 },
    { ...withoutId, attempts: 6, gapMs: 1100, status: 429, retryAfterMs: 30_000 },
    { ...withoutId, attempts: 6, gapMs: 110 },
  ],
  'slow/timeout-chain': [{ ...request, timeMs: 30_060, limitMs: 10_000, times: 3 }],
  'slow/third-party': [
    { ...request, sites: 1, aloneMs: 1900, loadMs: 3100 },
    { ...withoutId, sites: 4, aloneMs: 1900, loadMs: 3100 },
  ],
};
