import { expect, it } from 'vitest';
import { slopePerHour } from './memory-samples.ts';

const samples = (bytesPerMinute: number, wobble = 0) =>
  Array.from({ length: 61 }, (_, minute) => ({
    atMs: minute * 60_000,
    rssBytes: 200e6 + minute * bytesPerMinute + (minute % 2 === 0 ? wobble : -wobble),
  }));

it('tells what a process gains in an hour', () => {
  expect(slopePerHour(samples(1e6))).toBeCloseTo(60e6, -3);
  expect(slopePerHour(samples(0))).toBe(0);
});

it('is not misled by memory that comes and goes', () => {
  expect(Math.abs(slopePerHour(samples(0, 20e6)))).toBeLessThan(2e6);
});

it('says nothing of a single moment', () => {
  expect(slopePerHour([])).toBe(0);
  expect(slopePerHour([{ atMs: 5, rssBytes: 1 }])).toBe(0);
});
