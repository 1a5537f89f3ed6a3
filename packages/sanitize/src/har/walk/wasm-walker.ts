import { EVENT_WORDS, type JsonWalker } from './json-walker.ts';
import { TypeScriptWalker } from './typescript-walker.ts';
import { kernelBase64 } from './walk-kernel.ts';

/** What assembly/walk-kernel.ts exports. Addresses and lengths are in bytes. */
interface KernelExports {
  readonly memory: WebAssembly.Memory;
  prepare(length: number): number;
  stackAddress(): number;
  eventsAddress(): number;
  beginIn(open: number, wantsKey: number): void;
  wantsKey(): number;
  walk(): number;
}

/** What is larger stays where it is: memory that WebAssembly took it never gives back, and with 4 MiB a capture of 1 GB took 12 MB more. */
const MAX_BYTES = 512 * 1024;

/** Deeper containers than anybody nests. */
const MAX_DEPTH = 0x8000;

let walker: JsonWalker | undefined;

/**
 * The walker in WebAssembly, or the other one where it or its SIMD is missing or forbidden. One for the whole thread,
 * because each would have memory of its own: what is begun is walked to its end before anything else is.
 */
export function theWalker(): JsonWalker {
  walker ??= createWalker();
  return walker;
}

function createWalker(): JsonWalker {
  try {
    const kernel = new WebAssembly.Module(Uint8Array.from(atob(kernelBase64), (sign) => sign.charCodeAt(0)));
    return new WasmWalker(new WebAssembly.Instance(kernel).exports as unknown as KernelExports);
  } catch {
    return new TypeScriptWalker();
  }
}

class WasmWalker implements JsonWalker {
  readonly #kernel: KernelExports;
  readonly #spare = new TypeScriptWalker();
  #isSpared = false;
  #events = new Int32Array(0);

  constructor(kernel: KernelExports) {
    this.#kernel = kernel;
  }

  get events(): Int32Array {
    return this.#isSpared ? this.#spare.events : this.#events;
  }

  get expectsKey(): boolean {
    return this.#isSpared ? this.#spare.expectsKey : this.#kernel.wantsKey() === 1;
  }

  begin(bytes: Uint8Array, openArrays: readonly boolean[], expectsKey: boolean): void {
    const kernel = this.#kernel;
    const input =
      bytes.length > MAX_BYTES || openArrays.length > MAX_DEPTH ? 0 : kernel.prepare(bytes.length);
    this.#isSpared = input === 0;
    if (this.#isSpared) {
      this.#spare.begin(bytes, openArrays, expectsKey);
      return;
    }
    const { buffer } = kernel.memory;
    new Uint8Array(buffer).set(bytes, input);
    new Uint8Array(buffer).set(openArrays.map(Number), kernel.stackAddress());
    kernel.beginIn(openArrays.length, Number(expectsKey));
    // The memory may have grown, which makes a new buffer.
    if (this.#events.buffer !== buffer)
      this.#events = new Int32Array(buffer, kernel.eventsAddress(), MAX_EVENTS * EVENT_WORDS);
  }

  next(): number {
    if (this.#isSpared) return this.#spare.next();
    const count = this.#kernel.walk();
    if (count < 0) throw new RangeError('JSON is nested deeper than the scanner lets through.');
    return count;
  }
}

/** As many as the kernel has room for. */
const MAX_EVENTS = 0x4000;
