import { expect, it } from 'vitest';
import { recordingFigures } from './recording-figure.ts';

const run = { startedAt: '2026-01-02T03:04:05.000Z', scenarios: 100, captures: 500 };

it('judges the lab by what it records in five minutes', () => {
  const told = [150, 330, 340].map((seconds) => recordingFigures({ ...run, seconds })[0]);
  expect(told.map((figure) => [figure?.measured, figure?.isMet])).toEqual([
    ['1000 of 200 (500 of 100 in 2.5 min)', true],
    ['454 of 90 (500 of 100 in 5.5 min)', true],
    ['441 of 88 (500 of 100 in 5.7 min)', false],
  ]);
});

it('says nothing of a recording that nobody timed', () => {
  expect(recordingFigures(undefined)).toEqual([]);
});
