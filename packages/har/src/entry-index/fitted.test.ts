import { expect, it } from 'vitest';
import { fitted } from './fitted.ts';

const canMove = 'transfer' in ArrayBuffer.prototype;

it('keeps the numbers, in no more memory than they need where the runtime can move them', () => {
  const grown = Float64Array.from({ length: 256 }, (_, at) => at / 2);
  const small = fitted(grown, 100);
  expect([...small.subarray(0, 100)]).toEqual(Array.from({ length: 100 }, (_, at) => at / 2));
  expect(small.byteLength).toBe(canMove ? 800 : 2048);
  expect(grown.length).toBe(canMove ? 0 : 256);
});
