import type { PhaseBreakdown } from '@harrier/har';
import { describe, expect, it } from 'vitest';
import { phaseShares } from './phase-shares.ts';
import { serverTimings } from './server-timings.ts';

describe('whose time it was', () => {
  it('adds up to the whole, with phases inside others counted once', () => {
    const breakdown: Pick<PhaseBreakdown, 'spans' | 'timeMs'> = {
      timeMs: 200,
      spans: [
        { phase: 'queueing', startMs: 0, endMs: 10 },
        { phase: 'connect', startMs: 10, endMs: 60 },
        { phase: 'ssl', startMs: 30, endMs: 60, within: 'connect' },
        { phase: 'wait', startMs: 60, endMs: 160 },
        { phase: 'unaccounted', startMs: 160, endMs: 200 },
      ],
    };
    expect(phaseShares(breakdown as PhaseBreakdown)).toEqual([
      { party: 'browser', ms: 10, share: 0.05 },
      { party: 'network', ms: 50, share: 0.25 },
      { party: 'server', ms: 100, share: 0.5 },
      { party: 'unaccounted', ms: 40, share: 0.2 },
    ]);
  });
});

describe('what a server says of its time', () => {
  it('is read with its quotation marks, in any order and from several fields', () => {
    expect(
      serverTimings([
        { name: 'Server-Timing', value: 'db;dur=53.5, cache;desc="Cache, \\"L1\\"";dur=2' },
        { name: 'server-timing', value: 'miss' },
      ]),
    ).toEqual([
      { name: 'db', description: '', durationMs: 53.5 },
      { name: 'cache', description: 'Cache, "L1"', durationMs: 2 },
      { name: 'miss', description: '', durationMs: undefined },
    ]);
  });
});
