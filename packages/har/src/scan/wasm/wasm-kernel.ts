import type {
  Damage,
  EntrySink,
  Field,
  Kernel,
  KernelOptions,
  KernelPlace,
  KernelStart,
  Part,
  StringColumn,
} from '../entry-sink.ts';
import { knownKeys, trackingIdHeader } from '../known-keys.ts';
import { unescapeBytes } from '../unescape-bytes.ts';
import { kernelBase64 } from './kernel.generated.ts';
import { ROW_BYTES } from './row-layout.ts';

/** What assembly/kernel.ts exports. Addresses and lengths are in bytes. */
interface KernelExports {
  readonly memory: WebAssembly.Memory;
  prepare(chunkBytes: number, maxDepth: number): number;
  inputAddress(): number;
  eventsAddress(): number;
  eventBytes(): number;
  restart(start: number): void;
  forgetKnownStrings(): void;
  walk(length: number, final: number): number;
  getDamageReason(): number;
  getDamageOffset(): number;
  isDone(): number;
  getPlace(): number;
}

/** Where the kernel expects the tables of known keys: assembly/layout.ts. */
const TABLES = 0x10000;
const TABLE_BYTES = 1024;
const KEY_BYTES = 40;
const EVENT_BYTES = 16;

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
  12: 'a number without end',
  20: 'the file ends inside a string',
  21: 'a control character in a string',
  22: 'not an escape',
  23: 'not UTF-8',
};

/** Columns whose strings the kernel knows again, in the order of assembly/known-strings.ts. */
const knownColumns = ['method', 'mimeType', 'resourceType', 'host'] as const;
const KNOWN_SLOTS = 64 * knownColumns.length;

let compiled: WebAssembly.Module | undefined;

/** The scanner's kernel in WebAssembly. Throws where WebAssembly or its SIMD is missing or forbidden. */
export function createWasmKernel(options: KernelOptions): Kernel {
  compiled ??= new WebAssembly.Module(kernelBytes());
  return new WasmKernel(compiled, options);
}

/** A loop: `Uint8Array.from` with a function takes ten times as long, which is a millisecond of the first scan. */
function kernelBytes(): Uint8Array<ArrayBuffer> {
  const text = atob(kernelBase64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

class WasmKernel implements Kernel {
  readonly engine = 'wasm';
  readonly buffer: Uint8Array;
  readonly capacity: number;
  readonly #kernel: KernelExports;
  readonly #memory: Uint8Array;
  readonly #words: Uint32Array;
  readonly #doubles: Float64Array;
  readonly #input: number;
  #sink: EntrySink | undefined;
  /** Absolute offset of the input's first byte in the last walk. */
  #base = 0;
  /** The member of root or log being walked; a chunk may end inside it. */
  #member = { inLog: false, keyStart: -1, keyEnd: -1, start: -1 };
  /** What the sink calls the strings that the kernel knows, by slot + 1. */
  readonly #knownIds = new Uint32Array(1 + KNOWN_SLOTS);

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
    this.#input = this.#kernel.inputAddress();
    this.buffer = this.#memory.subarray(this.#input, this.#input + this.capacity);
  }

  restart(start: KernelStart, sink: EntrySink): void {
    if (sink !== this.#sink) this.#kernel.forgetKnownStrings();
    this.#sink = sink;
    this.#kernel.restart(starts.indexOf(start));
  }

  walk(length: number, base: number, final: boolean): number {
    this.#base = base;
    const used = this.#kernel.walk(length, final ? 1 : 0);
    this.#tell(base - this.#input);
    return used;
  }

  get damage(): Damage | undefined {
    const reason = this.#kernel.getDamageReason();
    if (reason === 0) return undefined;
    return { offset: this.#base + this.#kernel.getDamageOffset(), reason: reasons[reason] ?? 'damaged' };
  }

  get done(): boolean {
    return this.#kernel.isDone() !== 0;
  }

  get place(): KernelPlace {
    return places[this.#kernel.getPlace()] ?? 'before-entries';
  }

  /** Passes the events of a walk on; `origin` is the absolute offset of address 0 (assembly/events.ts). */
  #tell(origin: number): void {
    const sink = this.#sink as EntrySink;
    const memory = this.#memory;
    const words = this.#words;
    const start = this.#kernel.eventsAddress();
    const end = start + this.#kernel.eventBytes();
    for (let at = start; at < end; at += EVENT_BYTES) {
      const head = words[at >> 2] as number;
      const from = words[(at + 8) >> 2] as number;
      const to = words[(at + 12) >> 2] as number;
      const field = (head >> 8) & 0xff;
      const flags = head >> 16;
      switch (head & 0xff) {
        case 1:
          sink.beginEntry(origin + from);
          break;
        case 2:
          sink.endEntry(origin + from);
          break;
        case 3:
          sink.string(field as Field, memory, from, to, (flags & 1) !== 0, (flags & 2) !== 0);
          break;
        case 4:
          sink.row(this.#doubles, words, at + EVENT_BYTES, this.#knownIds);
          at += ROW_BYTES;
          break;
        case 5:
          this.#knownIds[1 + flags] = sink.idOf(knownColumns[field] as StringColumn, memory, from, to);
          break;
        case 6:
          sink.number(field as Field, Number(String.fromCharCode(...memory.subarray(from, to))));
          break;
        case 7:
          sink.wholeUrl(memory, from, to);
          break;
        case 8:
          sink.beginPart(field as Part);
          break;
        case 9:
          sink.duplicateKey(field as Field | 0);
          break;
        case 10:
          sink.oddElement(origin + from, elements[field] ?? '');
          break;
        case 11:
          this.#member = { inLog: field === 1, keyStart: origin + from, keyEnd: origin + to, start: -1 };
          break;
        case 12:
          this.#member.start = origin + from;
          break;
        case 13: {
          const { inLog, keyStart, keyEnd, start: valueStart } = this.#member;
          sink.member(inLog, keyStart, keyEnd, valueStart, origin + from);
          break;
        }
        case 14:
          sink.logFound();
          break;
        case 15:
          sink.entriesFound(found[field] ?? 'array', origin + from, flags);
          break;
      }
    }
  }

  #writeTables(): void {
    knownKeys.forEach((keys, kind) => {
      const table = TABLES + kind * TABLE_BYTES;
      this.#memory[table] = keys.length;
      keys.forEach(({ name, field, container }, index) => {
        const row = table + 8 + index * KEY_BYTES;
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
