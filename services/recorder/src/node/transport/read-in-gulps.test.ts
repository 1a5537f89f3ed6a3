import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readInGulps } from './read-in-gulps.ts';

let stream: PassThrough;
let gulps: string[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  stream = new PassThrough();
  gulps = [];
  readInGulps(stream, (chunk) => gulps.push(chunk.toString()));
});
afterEach(() => vi.useRealTimers());

/** A piece that arrives by itself. */
async function arrive(piece: string): Promise<void> {
  stream.write(piece);
  await new Promise((resolve) => setImmediate(resolve));
}

it('takes the first that comes at once, and all that came meanwhile in one gulp', async () => {
  await arrive('a');
  expect(gulps).toEqual(['a']);
  for (const piece of ['b', 'c', 'd']) await arrive(piece);
  expect(gulps).toEqual(['a']);
  vi.advanceTimersByTime(10);
  expect(gulps).toEqual(['a', 'bcd']);
});

it('takes what comes after a silence at once', async () => {
  await arrive('a');
  vi.advanceTimersByTime(10);
  await arrive('b');
  expect(gulps).toEqual(['a', 'b']);
});

it('waits for nothing where there is more than a gulp', async () => {
  const much = 'x'.repeat(64 * 1024);
  await arrive(much);
  await arrive(much);
  expect(gulps).toEqual([much, much]);
});

it('takes what came last before the stream ended', async () => {
  await arrive('a');
  await arrive('b');
  const ended = once(stream, 'end');
  stream.end();
  vi.advanceTimersByTime(10);
  await ended;
  expect(gulps).toEqual(['a', 'b']);
});
