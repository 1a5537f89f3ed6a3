import type {
  Damage,
  EntrySink,
  Field,
  Kernel,
  KernelOptions,
  KernelPlace,
  KernelStart,
  Part,
} from '../entry-sink.ts';
import { knownKeys, trackingIdHeader } from '../known-keys.ts';
import { unescapeBytes } from '../unescape-bytes.ts';
import { kernelBase64 } from './kernel.generated.ts';

/** What assembly/kernel.ts exports. Addresses and lengths are in bytes. */
interface KernelExports {
  readonly memory: WebAssembly.Memory;
  prepare(chunkBytes: number, maxDepth: number): number;
  inputAddress(): number;
  eventsAddress(): number;
  eventBytes(): number;
  restart(start: number): void;
  walk(length: number, base: number, final: number): number;
  getDamageReason(): number;
  getDamageOffset(): number;
  isDone(): number;
  getPlace(): number;
}

/** Where the kernel expects the tables of known keys: assembly/layout.ts. */
const TABLES = 0x10000;
const TABLE_BYTES = 1024;
const ROW_BYTES = 40;
const EVENT_BYTES = 32;

const starts: readonly KernelStart[] = [
  'document',
  'bare-entry',
  'before-entry',
  'behind-entry',
  'behind-entries',
];
const places: readonly KernelPlace[] = ['before-entries', 'between-entries', 'in-entry', 'after-entries'];
const elements = ['', 'string', 'number', 'true', 'false', 'null', 'array'] as const;
const found = ['array', 'again', 'not-an-array'] as const;

/** Why a walk ended, by the number that the kernel gives. */
const reasons: Readonly<Record<number, string>> = {
  1: 'trailing comma',
  2: 'a value was expected',
  3: 'a key in quotes was expected',
  4: 'a colon was expected',
  5: 'a comma or ] was expected',
  6: 'a comma or } was expected',
  7: 'something follows the end',
  8: 'the file ends too early',
  9: 'not a value',
  10: 'nested too deep',
  11: 'not a number',
  20: 'the file ends inside a string',
  21: 'a control character',
  22: 'not an escape',
  23: 'not UTF-8',
};

let compiled: WebAssembly.Module | undefined;

/** The scanner's kernel in WebAssembly. Throws where WebAssembly or its SIMD is missing or forbidden. */
export function createWasmKernel(options: KernelOptions): Kernel {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(kernelBase64), (char) => char.charCodeAt(0)));
  return new WasmKernel(compiled, options);
}

class WasmKernel implements Kernel {
  readonly engine = 'wasm';
  readonly buffer: Uint8Array;
  readonly capacity: number;
  readonly #kernel: KernelExports;
  readonly #memory: Uint8Array;
  readonly #words: Uint32Array;
  readonly #doubles: Float64Array;
  #sink!: EntrySink;

  constructor(module: WebAssembly.Module, { chunkBytes, maxDepth }: KernelOptions) {
    const bytesAt = (start: number, end: number): Uint8Array => unescapeBytes(this.#memory, start, end);
    const instance = new WebAssembly.Instance(module, {
      kernel: {
        matchEscapedKey: (kind: number, start: number, end: number) => matchKey(kind, bytesAt(start, end)),
        isEscapedTrackingName: (start: number, end: number) => Number(isTrackingName(bytesAt(start, end))),
      },
    });
    this.#kernel = instance.exports as unknown as KernelExports;
    this.capacity = this.#kernel.prepare(chunkBytes, maxDepth);
    if (this.capacity === 0) throw new RangeError('WebAssembly memory could not grow.');
    const { buffer } = this.#kernel.memory;
    this.#memory = new Uint8Array(buffer);
    this.#words = new Uint32Array(buffer);
    this.#doubles = new Float64Array(buffer);
    this.#writeTables();
    const input = this.#kernel.inputAddress();
    this.buffer = this.#memory.subarray(input, input + this.capacity);
  }

  restart(start: KernelStart, sink: EntrySink): void {
    this.#sink = sink;
    this.#kernel.restart(starts.indexOf(start));
  }

  walk(length: number, base: number, final: boolean): number {
    const used = this.#kernel.walk(length, base, final ? 1 : 0);
    this.#tell();
    return used;
  }

  get damage(): Damage | undefined {
    const reason = this.#kernel.getDamageReason();
    if (reason === 0) return undefined;
    return { offset: this.#kernel.getDamageOffset(), reason: reasons[reason] ?? 'damaged' };
  }

  get done(): boolean {
    return this.#kernel.isDone() !== 0;
  }

  get place(): KernelPlace {
    return places[this.#kernel.getPlace()] ?? 'before-entries';
  }

  /** Passes the events of a walk on. Layout: kind, field, flags; two addresses; two numbers (assembly/kernel.ts). */
  #tell(): void {
    const sink = this.#sink;
    const words = this.#words;
    const doubles = this.#doubles;
    const start = this.#kernel.eventsAddress();
    const end = start + this.#kernel.eventBytes();
    for (let at = start; at < end; at += EVENT_BYTES) {
      const head = words[at >> 2] as number;
      const field = (head >> 8) & 0xff;
      const flags = head >> 16;
      const first = doubles[(at + 16) >> 3] as number;
      const second = doubles[(at + 24) >> 3] as number;
      switch (head & 0xff) {
        case 1:
          sink.beginEntry(first);
          break;
        case 2:
          sink.endEntry(first);
          break;
        case 3:
          sink.string(
            field as Field,
            this.#memory,
            words[(at + 4) >> 2] as number,
            words[(at + 8) >> 2] as number,
            (flags & 1) !== 0,
            (flags & 2) !== 0,
          );
          break;
        case 4:
          sink.range(field as Field, first, second, flags !== 0);
          break;
        case 5:
          sink.number(field as Field, first);
          break;
        case 6:
          sink.number(
            field as Field,
            Number(this.#ascii(words[(at + 4) >> 2] as number, words[(at + 8) >> 2] as number)),
          );
          break;
        case 7:
          sink.present(field as Field);
          break;
        case 8:
          sink.beginPart(field as Part);
          break;
        case 9:
          sink.duplicateKey(field as Field | 0);
          break;
        case 10:
          sink.oddElement(first, elements[flags] ?? '');
          break;
        case 11: {
          // A member takes two events: key and start of the value, then its end.
          const keyBytes = words[(at + 4) >> 2] as number;
          at += EVENT_BYTES;
          sink.member(field === 1, first, first + keyBytes, second, doubles[(at + 16) >> 3] as number);
          break;
        }
        case 12:
          sink.logFound();
          break;
        default:
          sink.entriesFound(found[field] ?? 'array', first, flags);
      }
    }
  }

  #ascii(start: number, end: number): string {
    return String.fromCharCode(...this.#memory.subarray(start, end));
  }

  #writeTables(): void {
    knownKeys.forEach((keys, kind) => {
      const table = TABLES + kind * TABLE_BYTES;
      this.#memory[table] = keys.length;
      keys.forEach(({ name, field, container }, index) => {
        const row = table + 8 + index * ROW_BYTES;
        this.#memory.set([name.length, field, container, index], row);
        this.#memory.set(name, row + 4);
      });
    });
  }
}

/** Row of a known key + 1, or 0. */
function matchKey(kind: number, name: Uint8Array): number {
  const keys = knownKeys[kind] ?? [];
  return (
    keys.findIndex(
      (known) => known.name.length === name.length && known.name.every((byte, at) => byte === name[at]),
    ) + 1
  );
}

function isTrackingName(name: Uint8Array): boolean {
  return (
    name.length === trackingIdHeader.length &&
    trackingIdHeader.every((byte, at) => byte === ((name[at] as number) | 0x20))
  );
}
