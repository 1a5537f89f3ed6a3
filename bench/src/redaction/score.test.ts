import { expect, it } from 'vitest';
import type { Contest } from './contest-capture.ts';
import { harmonicMean, scoreOf } from './score.ts';

const plant = (group: string) => ({ class: group, carrier: 'x', needle: 'needle', entry: 0 });
const probe = (group: string) => ({ class: group, what: 'x', holds: () => true });

it('counts by class and in all', () => {
  const plants = [plant('a'), plant('a'), plant('b'), plant('b')];
  const probes = [probe('c'), probe('d')];
  const contest: Contest = { har: {}, plants, probes };
  const score = scoreOf(contest, { missed: [plants[0]!], lost: [] });
  expect(score.removed).toEqual({ count: 3, of: 4 });
  expect(score.removedByClass.get('a')).toEqual({ count: 1, of: 2 });
  expect(score.keptByClass.get('d')).toEqual({ count: 1, of: 1 });
  expect(score.harmonicMean).toBeCloseTo(0.857, 3);
});

it('gives nothing for erasing everything, nor for touching nothing', () => {
  expect(harmonicMean(1, 0)).toBe(0);
  expect(harmonicMean(0, 1)).toBe(0);
  expect(harmonicMean(0, 0)).toBe(0);
});
