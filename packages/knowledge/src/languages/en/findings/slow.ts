import { durationOf } from '../../../finding/place.ts';
import type { GroupWords } from '../../../words.ts';
import { request, search, searchStep } from '../phrases.ts';

export const slowFindings: GroupWords<'slow'> = {
  'slow/wait-dominates': {
    verdict: (f) =>
      `${request(f)} took ${durationOf(f.timeMs)}, of which ${durationOf(f.waitMs)} were spent waiting for the first byte${
        f.place === 'service'
          ? ' from the service itself'
          : f.place === 'before-service'
            ? ', mostly before the service'
            : ''
      }${search(f)}.`,
    explanation: (f) => {
      if (f.place === 'not-observable')
        return 'The request was out and the answer had not begun. The answer does not say how long the service itself took.';
      return f.place === 'service'
        ? `The service says that it took ${durationOf(f.serviceMs ?? 0)} itself.`
        : `The service says that it took only ${durationOf(f.serviceMs ?? 0)}; the rest was spent on the way, in a queue, or in a gateway.`;
    },
    nextStep: (f) =>
      f.place === 'before-service'
        ? `Look at gateway, proxy and network path. ${searchStep(f)}`
        : searchStep(f),
  },
  'slow/stalled': {
    verdict: (f) =>
      `${request(f)} waited ${durationOf(f.stalledMs)} of its ${durationOf(f.timeMs)} in the browser before it was sent${
        f.connectionLimit ? `, because ${f.concurrent} others to the same host were running` : ''
      }.`,
    explanation: (f) =>
      f.connectionLimit
        ? 'Over HTTP/1.1 browsers open six connections to one host; what comes then has to wait.'
        : 'The browser held it back: because of its priority, a proxy, the disk cache, or a busy machine.',
    nextStep: (f) =>
      f.connectionLimit
        ? 'Fewer requests at once, or HTTP/2 at the service.'
        : 'Try again with fewer tabs and extensions; look at the proxy.',
  },
};
