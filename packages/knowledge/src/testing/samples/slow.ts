import { type GroupSamples, request, withoutId } from './shared.ts';

export const slowSamples: GroupSamples<'slow'> = {
  'slow/wait-dominates': [
    { ...request, timeMs: 6017, waitMs: 6012, place: 'service', serviceMs: 5987 },
    { ...request, timeMs: 6017, waitMs: 6012, place: 'before-service', serviceMs: 42 },
    { ...withoutId, timeMs: 1200, waitMs: 990, place: 'not-observable', count: 2 },
  ],
  'slow/stalled': [
    { ...request, timeMs: 1701, stalledMs: 1300, concurrent: 6, connectionLimit: true },
    { ...request, timeMs: 1701, stalledMs: 990, concurrent: 0, connectionLimit: false },
  ],
};
