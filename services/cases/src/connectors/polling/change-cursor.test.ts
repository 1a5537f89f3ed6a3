import { expect, it } from 'vitest';
import { nextCursor, readCursor } from './change-cursor.ts';

it('goes on in a run, and begins the next one a little before the last change', () => {
  const begin = readCursor(undefined);
  const page = { count: 2, lastChange: '2026-06-01T08:00:00Z' };
  const second = nextCursor(begin, { ...page, more: true });
  expect(readCursor(second)).toEqual({ since: undefined, offset: 2 });
  const next = nextCursor(readCursor(second), { ...page, more: false });
  expect(readCursor(next)).toEqual({ since: '2026-06-01T07:58:00Z', offset: 0 });
});

it('never goes back behind where it began, and stays where nothing changed', () => {
  const since = { since: '2026-06-01T07:59:00Z', offset: 0 };
  const last = { count: 1, lastChange: '2026-06-01T08:00:00Z', more: false };
  expect(readCursor(nextCursor(since, last)).since).toBe(since.since);
  expect(readCursor(nextCursor(since, { count: 0, lastChange: undefined, more: false }))).toEqual(since);
});

it.each(['', 'x', '1', '-1;2026', ';;'])('takes %j for no cursor', (text) => {
  expect(readCursor(text)).toEqual({ since: undefined, offset: 0 });
});
