import { describe, expect, it } from 'vitest';
import { compileKernel } from '../scripts/build-kernels.mjs';
import { kernelBase64 as siftKernel } from './content/sift-kernel.ts';
import { kernelBase64 as walkKernel } from './har/walk/walk-kernel.ts';

/** The compiler takes seconds, and more on a busy machine. */
const COMPILE_MS = 120_000;

describe('the kernels in WebAssembly', () => {
  it.each([
    ['sift-kernel', siftKernel],
    ['walk-kernel', walkKernel],
  ] as const)(
    '%s is as its source says',
    (name, base64) => {
      expect(base64).toBe(compileKernel(name));
    },
    COMPILE_MS,
  );
});
