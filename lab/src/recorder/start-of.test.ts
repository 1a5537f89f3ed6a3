import { expect, it } from 'vitest';
import { startOf } from './record-scenario.ts';

const har = (...starts: readonly string[]) =>
  JSON.stringify({ log: { entries: starts.map((startedDateTime) => ({ startedDateTime })) } });
const openedMs = Date.parse('2026-01-15T09:30:00Z');

it('begins with the first request, not with a WebSocket that was dated hours back', () => {
  const text = har('2026-01-15T05:12:41Z', '2026-01-15T09:30:00.400Z', '2026-01-15T09:30:00.100Z');
  expect(startOf(text, openedMs)).toBe(openedMs + 100);
});

it('says so when nothing was recorded', () => {
  expect(() => startOf(har('2026-01-15T05:12:41Z'), openedMs)).toThrow('no request');
});
