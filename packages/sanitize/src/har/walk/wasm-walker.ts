import type { ReaderState } from '../reader-state.ts';
import type { JsonWalker, Known, Looker, Sieved, TokenColumns } from './token-columns.ts';
import { TypeScriptWalker } from './typescript-walker.ts';
import { kernelBase64 } from './walk-kernel.ts';

/** What assembly/walk-kernel.ts exports. Addresses and lengths are in bytes. */
interface KernelExports {
  readonly memory: WebAssembly.Memory;
  hashKeysAddress(): number;
  inputAddress(): number;
  prepare(length: number): number;
  forgetAll(): void;
  forgetValues(): void;
  hasManyWords(): number;
  wordAtInput(length: number): number;
  begin(): void;
  openBefore(word: number, position: number, isArray: number, next: number): void;
  walk(length: number, wantsKey: number, word: number, hasPending: number): number;
  sieve(): void;
  judge(token: number): number;
  keyIsStill(key: number): number;
  keepValue(token: number, known: number): number;
  keepKey(key: number): void;
  countOfTokens(): number;
  countOfKeys(): number;
  countOfFrames(): number;
  countOfLogKeys(): number;
  countOfAsked(): number;
  countOfAskedKeys(): number;
  openContainers(): number;
  fewestOpen(): number;
  logBraceAt(): number;
  wantsKey(): number;
  keyWithoutValue(): number;
}

/** What is larger stays where it is: memory that WebAssembly took it never gives back, and with 4 MiB a capture of 1 GB took 12 MB more. */
const MAX_BYTES = 512 * 1024;

/** Deeper containers than anybody nests. */
const MAX_DEPTH = 0x4000;

/** Two hashes of texts of up to 4 KiB. */
const HASH_KEY_BYTES = 8192;

/** Where the kernel has its columns. */
const TOKENS = { count: 0x8000, kinds: 0x1c0000, columns: 0x1c8000 };
const FRAMES = { count: 0x4000, columns: 0x310000 };
const STACK = 0x10000;
const NEXT = 0x30000;
const LOG_KEYS = { count: 0x1000, column: 0x3c0000 };
const STILL = TOKENS.columns + 40 * TOKENS.count;
const STILL_KEYS = STILL + 0x1000;

/** Words that the kernel knows by their numbers, which begin with 1. */
const PINNED_WORDS = [
  'headers',
  'cookies',
  'queryString',
  'params',
  'response',
  'name',
  'mimeType',
  'encoding',
  'value',
  'text',
  'data',
  'payload',
  'content',
  'log',
  '',
];

let walker: JsonWalker | undefined;

/**
 * The walker in WebAssembly, or the other one where it or its SIMD is missing or forbidden. One for the whole thread,
 * because each would have memory of its own: what is read is done with before anything else is.
 */
export function theWalker(): JsonWalker {
  walker ??= createWalker();
  return walker;
}

function createWalker(): JsonWalker {
  try {
    return new WasmWalker();
  } catch {
    return new TypeScriptWalker();
  }
}

class WasmWalker implements JsonWalker {
  readonly #kernel: KernelExports;
  readonly #input: number;
  readonly #spare = new TypeScriptWalker();
  #isSpared = false;
  /** While a stretch is read: it must not be kept alive for what it knows. */
  #looker: Looker | undefined;
  #knownFor: symbol | undefined;
  readonly #views: Views;
  /** Always the same views; only the numbers change. */
  readonly #columns;

  constructor() {
    const code = Uint8Array.from(atob(kernelBase64), (sign) => sign.charCodeAt(0));
    const names = { flagsOf: (start: number, end: number): number => this.#flagsOf(start, end) };
    const instance = new WebAssembly.Instance(new WebAssembly.Module(code), { names });
    this.#kernel = instance.exports as unknown as KernelExports;
    this.#input = this.#kernel.inputAddress();
    if (this.#kernel.prepare(MAX_BYTES) === 0) throw new RangeError('There is no memory for WebAssembly.');
    this.#views = viewsOf(this.#kernel.memory.buffer);
    this.#columns = { ...this.#views, ...NO_COUNTS };
  }

  get columns(): TokenColumns {
    return this.#isSpared ? this.#spare.columns : this.#columns;
  }

  get known(): Known {
    if (this.#isSpared) return this.#spare.known;
    const kernel = this.#kernel;
    return {
      sieve: () => this.#sieve(),
      judge: (token) => kernel.judge(token),
      isStillKey: (key) => kernel.keyIsStill(key) === 1,
      keep: (token, verdict) => kernel.keepValue(token, verdict) === 1,
      keepStillKey: (key) => kernel.keepKey(key),
      forgetValues: () => kernel.forgetValues(),
    };
  }

  #sieve(): Sieved {
    const kernel = this.#kernel;
    const { asked, askedKeys, still, stillKeys } = this.#views;
    kernel.sieve();
    return {
      asked: asked.subarray(0, kernel.countOfAsked()),
      askedKeys: askedKeys.subarray(0, kernel.countOfAskedKeys()),
      still: still.subarray(0, (kernel.countOfTokens() + 7) >> 3),
      stillKeys: stillKeys.subarray(0, (kernel.countOfKeys() + 7) >> 3),
    };
  }

  read(bytes: Uint8Array, start: ReaderState, looker: Looker): void {
    this.#looker = looker;
    this.#isSpared = !this.#reads(bytes, start, looker.id);
    this.#looker = undefined;
    if (this.#isSpared) this.#spare.read(bytes, start);
  }

  #reads(bytes: Uint8Array, { open, pendingKey, expectsKey }: ReaderState, looker: symbol): boolean {
    if (bytes.length > MAX_BYTES || open.length > MAX_DEPTH) return false;
    const kernel = this.#kernel;
    if (this.#knownFor !== looker || kernel.hasManyWords() === 1) this.#forget(looker);
    kernel.begin();
    for (const { key, position, isArray, next } of open)
      kernel.openBefore(this.#word(key), position, Number(isArray), next);
    const isPending = pendingKey !== '';
    const word = isPending ? this.#word(pendingKey) : 0;
    this.#memory.set(bytes, this.#input);
    kernel.prepare(bytes.length);
    if (kernel.walk(bytes.length, Number(expectsKey), word, Number(isPending)) === 0) return false;
    const columns = this.#columns;
    columns.count = kernel.countOfTokens();
    columns.keyCount = kernel.countOfKeys();
    columns.frameCount = kernel.countOfFrames();
    columns.openCount = kernel.openContainers();
    columns.floor = kernel.fewestOpen();
    columns.pendingKey = kernel.keyWithoutValue();
    columns.expectsKey = kernel.wantsKey() === 1;
    columns.logBrace = kernel.logBraceAt();
    columns.logKeyCount = kernel.countOfLogKeys();
    return true;
  }

  /** Begins anew for another looker, under another key of the hashes. */
  #forget(looker: symbol): void {
    const kernel = this.#kernel;
    this.#knownFor = looker;
    crypto.getRandomValues(this.#memory.subarray(kernel.hashKeysAddress()).subarray(0, HASH_KEY_BYTES));
    kernel.forgetAll();
    for (const word of PINNED_WORDS) this.#word(word);
  }

  /** The number of a word that stands in no stretch; 0 for one that is too long. */
  #word(word: string): number {
    const written = new TextEncoder().encode(JSON.stringify(word).slice(1, -1));
    if (written.length > MAX_BYTES) return 0;
    this.#memory.set(written, this.#input);
    this.#kernel.prepare(written.length);
    return this.#kernel.wordAtInput(written.length);
  }

  #flagsOf(start: number, end: number): number {
    const written = utf8.decode(this.#memory.subarray(this.#input + start, this.#input + end));
    const name = written.includes('\\') ? (JSON.parse(`"${written}"`) as string) : written;
    return this.#looker?.flagsOf(name) ?? 0;
  }

  get #memory(): Uint8Array<ArrayBuffer> {
    return this.#views.memory;
  }
}

const NO_COUNTS = {
  count: 0,
  keyCount: 0,
  frameCount: 0,
  openCount: 0,
  floor: 0,
  pendingKey: 0,
  expectsKey: false,
  logBrace: -1,
  logKeyCount: 0,
};

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

type Views = ReturnType<typeof viewsOf>;

function viewsOf(buffer: ArrayBuffer) {
  const ofTokens = (column: number): Int32Array =>
    new Int32Array(buffer, TOKENS.columns + 4 * column * TOKENS.count, TOKENS.count);
  const ofFrames = (column: number): Int32Array =>
    new Int32Array(buffer, FRAMES.columns + 4 * column * FRAMES.count, FRAMES.count);
  return {
    memory: new Uint8Array(buffer),
    kinds: new Uint8Array(buffer, TOKENS.kinds, TOKENS.count),
    starts: ofTokens(0),
    ends: ofTokens(1),
    frames: ofTokens(2),
    positions: ofTokens(3),
    keys: ofTokens(4),
    asked: ofTokens(5),
    keyStarts: ofTokens(6),
    keyEnds: ofTokens(7),
    askedKeys: ofTokens(9),
    frameParents: ofFrames(0),
    frameKeys: ofFrames(1),
    framePositions: ofFrames(2),
    frameAreArrays: ofFrames(3),
    frameNames: ofFrames(4),
    frameMimeTypes: ofFrames(5),
    frameEncodings: ofFrames(6),
    openFrames: new Int32Array(buffer, STACK, 0x8000),
    openNext: new Int32Array(buffer, NEXT, 0x8000),
    logKeys: new Int32Array(buffer, LOG_KEYS.column, LOG_KEYS.count),
    still: new Uint8Array(buffer, STILL, 0x1000),
    stillKeys: new Uint8Array(buffer, STILL_KEYS, 0x1000),
  };
}
