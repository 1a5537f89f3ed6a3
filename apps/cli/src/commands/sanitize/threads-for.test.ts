import { availableParallelism } from 'node:os';
import { expect, it } from 'vitest';
import { threadsFor } from './threads-for.ts';

const most = availableParallelism();

it.each([
  [1e6, undefined],
  [100e6, most < 2 ? undefined : Math.min(most, 4)],
  [2e9, most < 2 ? undefined : 2],
])('a capture of %i bytes is sanitized by %s threads', (sizeBytes, count) => {
  expect(threadsFor(sizeBytes).threads?.count).toBe(count);
});
