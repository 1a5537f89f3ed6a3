import type { Kernel, KernelOptions } from './entry-sink.ts';
import { TypeScriptKernel } from './typescript-kernel.ts';
import { createWasmKernel } from './wasm/wasm-kernel.ts';

/**
 * The kernel that was asked for. `auto` takes WebAssembly where it runs: it may be missing, be without SIMD, or
 * be forbidden by a page's policy. Throws when `wasm` was asked for by name and does not run.
 */
export function createKernel(engine: 'auto' | 'wasm' | 'typescript', options: KernelOptions): Kernel {
  if (engine === 'typescript') return new TypeScriptKernel(options);
  try {
    return createWasmKernel(options);
  } catch (error) {
    if (engine === 'wasm') throw error;
    return new TypeScriptKernel(options);
  }
}
