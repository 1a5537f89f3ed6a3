import { describe, expect, it } from 'vitest';
import type { ReaderState } from '../har/reader-state.ts';
import { StretchStarts } from './stretch-starts.ts';

/** Inside the array of entries, in front of the entry at `next`. */
function inEntries(next: number, key = 'entries'): ReaderState {
  const container = { position: -1, isArray: false, name: undefined, next: 0 };
  return {
    open: [
      { ...container, key: '' },
      { ...container, key: 'log' },
      { ...container, key, isArray: true, next },
    ],
    pendingKey: '',
    expectsKey: false,
  };
}

/** The first stretch was read from the first byte, and ended in front of the third entry. */
function afterFirst(): StretchStarts {
  const starts = new StretchStarts();
  starts.settle(0, starts.of(0), { end: inEntries(2), floor: 0, tellsPlaces: false });
  return starts;
}

describe('where stretches begin', () => {
  it('follows from a guess that was wrong in the position alone', () => {
    const starts = afterFirst();
    const read = { floor: 3, tellsPlaces: false };
    expect(starts.settle(1, inEntries(2), { ...read, end: inEntries(5) })).toBe(true);
    expect(starts.settle(2, inEntries(2), { ...read, end: inEntries(9) })).toBe(true);
    expect(starts.of(3)).toEqual(inEntries(12));
  });

  it('has a stretch read again whose guess was wrong in what is open', () => {
    const starts = afterFirst();
    const read = { end: inEntries(5, 'other'), floor: 3, tellsPlaces: false };
    expect(starts.settle(1, inEntries(2, 'other'), read)).toBe(false);
    expect(starts.of(1)).toEqual(inEntries(2));
  });

  it('has a stretch read again that left the array whose position was guessed', () => {
    const starts = afterFirst();
    starts.settle(1, inEntries(2), { end: inEntries(5), floor: 3, tellsPlaces: false });
    expect(starts.settle(2, inEntries(2), { end: inEntries(1), floor: 1, tellsPlaces: false })).toBe(false);
    expect(starts.settle(2, inEntries(5), { end: inEntries(1), floor: 1, tellsPlaces: false })).toBe(true);
    expect(starts.of(3)).toEqual(inEntries(1));
  });

  it('has a stretch read again that tells places by a guessed position', () => {
    const starts = afterFirst();
    expect(starts.settle(1, inEntries(0), { end: inEntries(3), floor: 3, tellsPlaces: true })).toBe(false);
    expect(starts.settle(1, inEntries(2), { end: inEntries(5), floor: 3, tellsPlaces: true })).toBe(true);
  });
});
