import { afterEach, expect, it, vi } from 'vitest';
import { createRandom } from '../testing/random.ts';
import { findShapes } from './find-shapes.ts';

afterEach(() => vi.restoreAllMocks());

it('reads no further than its end for each of many private keys in a text', () => {
  const body = createRandom(3).text('ABCDEFGHIJKLMNOPqrstuvwxyz0123456789', 64);
  const key = (kind: string): string => `-----BEGIN ${kind} KEY-----\n${body}\n-----END ${kind} KEY-----\n`;
  const text = key('PRIVATE').repeat(300);
  let read = 0;
  const { exec } = RegExp.prototype;
  vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, where: string) {
    const from = this.lastIndex;
    const found = exec.call(this, where);
    // Only these read on until they find something.
    if (this.global && where === text) read += (found?.index ?? where.length) - from;
    return found;
  });
  const found = findShapes(text);
  vi.restoreAllMocks();
  expect(found).toHaveLength(300);
  expect(read).toBeLessThanOrEqual(3 * text.length);
});
