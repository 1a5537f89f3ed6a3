/** Fields of an entry that the index keeps, by number so that a kernel in WebAssembly can name them too. */
export const Field = {
  startedDateTime: 1,
  time: 2,
  resourceType: 3,
  fromCache: 4,
  fetchType: 5,
  webSocketMessages: 6,
  initiator: 7,
  error: 8,
  failureText: 32,
  method: 9,
  url: 10,
  postData: 11,
  postDataText: 12,
  postDataFile: 13,
  requestTrackingId: 14,
  status: 15,
  transferSize: 16,
  headersSize: 17,
  bodySize: 18,
  contentSize: 19,
  mimeType: 20,
  contentText: 21,
  contentEncoding: 22,
  contentFile: 23,
  responseError: 33,
  responseFailureText: 34,
  responseFetchType: 35,
  responseTrackingId: 24,
  blocked: 25,
  dns: 26,
  connect: 27,
  ssl: 28,
  send: 29,
  wait: 30,
  receive: 31,
} as const;
export type Field = (typeof Field)[keyof typeof Field];

/** Objects of an entry whose second occurrence replaces the first, as in JSON.parse. */
export const Part = {
  request: 1,
  response: 2,
  content: 3,
  postData: 4,
  timings: 5,
  requestHeaders: 6,
  responseHeaders: 7,
} as const;
export type Part = (typeof Part)[keyof typeof Part];

/** Columns that hold ids of strings, but for the tracking id. */
export type StringColumn = 'method' | 'mimeType' | 'resourceType' | 'host';

/** What a kernel tells while it walks. Offsets are absolute; `bytes` is only valid during the call. */
export interface EntrySink {
  beginEntry(start: number): void;
  endEntry(end: number): void;
  /** A string value. `start`, `end` index `bytes`; `cut` = only its beginning is there. */
  string(field: Field, bytes: Uint8Array, start: number, end: number, escaped: boolean, cut: boolean): void;
  /** Where the string of `url`, `contentText`, `postDataText` lies, without its quotes. */
  range(field: Field, start: number, end: number, escaped: boolean): void;
  number(field: Field, value: number): void;
  /** A value that is there and is neither string, number nor null: an object, an array, true. */
  present(field: Field): void;
  /**
   * Numbers, ranges, flags and known strings of the entry, all that was not told one by one. They begin at the byte `at`, as
   * wasm/row-layout.ts has it; `ids` holds what `idOf` said of the known strings.
   */
  row(doubles: Float64Array, words: Uint32Array, at: number, ids: Uint32Array): void;
  /** The id of a string, UTF-8 and without escapes, as this column has it. */
  idOf(column: StringColumn, bytes: Uint8Array, start: number, end: number): number;
  /** The URL, UTF-8 and without escapes; its host comes with the row. */
  wholeUrl(bytes: Uint8Array, start: number, end: number): void;
  /** The part begins (again): fields of an earlier occurrence in this entry are void. */
  beginPart(part: Part): void;
  /** A key of the index occurs again in its object: what its earlier value said is void. */
  duplicateKey(field: Field | 0): void;
  /** An element of `entries` that is no object. */
  oddElement(start: number, found: string): void;
  /** A member of root (`inLog` false) or log besides the entries; its key and its value as absolute ranges, the key without its quotes. */
  member(inLog: boolean, keyStart: number, keyEnd: number, start: number, end: number): void;
  /** `log` is an object. */
  logFound(): void;
  /** The entries begin, for the second time perhaps, or what is named so is no array. `depth` counts open containers. */
  entriesFound(kind: 'array' | 'again' | 'not-an-array', at: number, depth: number): void;
}

export interface Damage {
  readonly offset: number;
  readonly reason: string;
}

/**
 * Walks a JSON text in pieces, checks its grammar and UTF-8, and reports entries. Strict: the first byte
 * that is not JSON ends the walk with `damage`.
 */
export interface Kernel {
  readonly engine: 'wasm' | 'typescript';
  /** The driver puts the bytes here. */
  readonly buffer: Uint8Array;
  /** How many bytes of `buffer` may be filled; one more than that belongs to the kernel. */
  readonly capacity: number;
  /** Begins a walk that tells `sink`. */
  restart(start: KernelStart, sink: EntrySink): void;
  /**
   * Walks `buffer[0, length)`, which lies at absolute offset `base`. Returns how many bytes were used: the
   * rest (an unfinished token) has to stand at the beginning of the next call. `final`: nothing follows.
   */
  walk(length: number, base: number, final: boolean): number;
  readonly damage: Damage | undefined;
  /** The root value is complete. */
  readonly done: boolean;
  /** Where the walk stands. */
  readonly place: KernelPlace;
}

export interface KernelOptions {
  readonly chunkBytes: number;
  readonly maxDepth: number;
}

/** A string longer than this that a chunk cuts is walked in pieces: it can only be a body or a URL. */
export const RETAIN_BYTES = 8192;
/** Beginnings of strings that the index wants are kept to this length. */
export const KEEP_BYTES = 4096;

/** `between-entries`: in the entries array, outside an entry. */
export type KernelPlace = 'before-entries' | 'between-entries' | 'in-entry' | 'after-entries';

/** Where a walk begins: at a document, or inside one whose beginning was read otherwise. */
export type KernelStart = 'document' | 'bare-entry' | 'before-entry' | 'behind-entry' | 'behind-entries';
