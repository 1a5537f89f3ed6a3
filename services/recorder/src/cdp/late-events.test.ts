import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LateEvents } from './late-events.ts';

let read: string[];
let late: LateEvents;

beforeEach(() => {
  vi.useFakeTimers();
  read = [];
  late = new LateEvents((text) => read.push(text));
});
afterEach(() => {
  vi.useRealTimers();
});

it('reads in order when nothing has come for a moment, and not before', () => {
  late.add('a');
  vi.advanceTimersByTime(90);
  late.add('b');
  vi.advanceTimersByTime(90);
  expect(read).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(read).toEqual(['a', 'b']);
});

it('lets nothing wait longer than two seconds, though it never becomes quiet', () => {
  for (let at = 0; at < 60; at++) {
    late.add(String(at));
    vi.advanceTimersByTime(50);
  }
  expect(read.length).toBeGreaterThan(30);
  expect(read).toEqual(Array.from({ length: read.length }, (_, at) => String(at)));
});

it('does not keep more than it has room for', () => {
  const large = 'x'.repeat(20 * 1024 * 1024);
  late.add(large);
  late.add(large);
  vi.advanceTimersByTime(50);
  late.add('last');
  vi.advanceTimersByTime(60);
  expect(read).toHaveLength(3);
});

it('reads all of it at once when it is asked to, long ones in slices otherwise', () => {
  const texts = Array.from({ length: 1000 }, (_, at) => String(at));
  for (const text of texts) late.add(text);
  vi.advanceTimersByTime(100);
  expect(read.length).toBeGreaterThan(0);
  expect(read.length).toBeLessThan(1000);
  late.readAll();
  expect(read).toEqual(texts);
});
