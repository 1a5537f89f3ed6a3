import type { Entry } from './entry/model.ts';
import type { Producer } from './entry/producer.ts';
import type { EntryIndex } from './entry-index/entry-index.ts';
import type { EntryIndexMessage } from './entry-index/transfer.ts';
import type { ReadNote } from './notes/read-note.ts';
import type { HarScan } from './scan/index-har.ts';
import type { ByteSource, SpoolFactory } from './source/byte-source.ts';

/** An open capture: the index in memory, everything else still in the file. */
export interface Capture {
  /** The HAR bytes that the index points into: the file itself, or what it was converted to. */
  readonly source: ByteSource;
  readonly container: CaptureContainer;
  readonly index: EntryIndex;
  readonly log: LogMeta;
  /** The program that wrote the capture. */
  readonly producer: Producer;
  /** Oddities of the file and its log; those of one entry come from {@link Capture.openNotes}. */
  readonly notes: readonly ReadNote[];
  readonly engine: 'wasm' | 'typescript';
  /** Parses one entry without its bodies. Error: `har/no-such-entry`. */
  openEntry(index: number): Promise<Entry>;
  /** What had to be assumed to read one entry. `foldNotes` makes few lines of the notes on many entries. */
  openNotes(index: number): Promise<readonly ReadNote[]>;
  /** The entry's JSON as written (bodies included), parsed; lenient where it is damaged. */
  openRawEntry(index: number): Promise<unknown>;
  /** The members of `log` (without its entries) and of the root beside it, parsed as written. */
  openRawLog(): Promise<RawLog>;
  /** A body that lies beside the HAR in its archive, by the name that `_file` gives (Playwright `attach`). */
  readonly openAttached?: (name: string) => Promise<Uint8Array | undefined>;
  /** One body, decoded. */
  openBody(index: number, side: BodySide, options?: OpenBodyOptions): Promise<Body>;
  /**
   * What another thread needs, besides the bytes of `source`, to open the capture without reading it again:
   * `reopenCapture`. undefined where parts of it lie beside the HAR in an archive.
   */
  pack?(): PackedCapture | undefined;
  close(): Promise<void>;
}

/** A {@link Capture} without its bytes, as plain data. */
export interface PackedCapture extends Pick<Capture, 'container' | 'log' | 'producer' | 'notes' | 'engine'> {
  readonly index: EntryIndexMessage;
  readonly scan: Pick<HarScan, 'shape' | 'members' | 'head'>;
  /** Of `index`, for `postMessage`. */
  readonly transfer: ArrayBuffer[];
}

export interface RawLog {
  readonly log: Readonly<Record<string, unknown>>;
  readonly root: Readonly<Record<string, unknown>>;
}

export type BodySide = 'request' | 'response';

export interface OpenBodyOptions {
  /** Reads at most this many bytes of the body's JSON text (default: all of it). */
  readonly maxBytes?: number;
}

export interface Body {
  /** undefined: there is none, `Content.absent` says why. */
  readonly bytes?: Uint8Array;
  /** The bytes as text where the media type and charset allow it. */
  readonly text?: string;
  /** `maxBytes` cut it. */
  readonly truncated: boolean;
  /** The base64 did not decode; `text` is what was written. */
  readonly invalidBase64: boolean;
}

export interface CaptureContainer {
  /** What the file is. */
  readonly format: 'har' | 'saz';
  /** The wrappings that were taken off, outermost first, e.g. `['gzip']`, `['zip', 'utf-16le']`. */
  readonly wrappings: readonly string[];
  /** The member of an archive that was opened. */
  readonly member?: string;
  /** Other captures in the same archive, which `OpenOptions.member` opens. */
  readonly otherMembers: readonly string[];
}

/** Everything in `log` besides the entries. */
export interface LogMeta {
  /** As written; `1.1` when empty or missing (HAR 1.2, log.version). */
  readonly version: string;
  readonly creator?: NameVersion;
  readonly browser?: NameVersion;
  readonly pages: readonly Page[];
  readonly comment?: string;
  /** `_` and unknown fields of `log`, untouched. */
  readonly custom: Readonly<Record<string, unknown>>;
  /** Root fields beside `log`, untouched. */
  readonly rootCustom: Readonly<Record<string, unknown>>;
}

export interface NameVersion {
  readonly name: string;
  readonly version: string;
  readonly comment?: string;
}

export interface Page {
  readonly id: string;
  readonly title: string;
  readonly startedDateTime?: string;
  readonly startEpochMs?: number;
  readonly onContentLoadMs?: number;
  readonly onLoadMs?: number;
  readonly comment?: string;
  readonly custom: Readonly<Record<string, unknown>>;
}

export interface OpenOptions {
  /** `auto` takes WebAssembly where it runs. */
  readonly engine?: 'auto' | 'wasm' | 'typescript';
  /** Bytes per read, 64 bytes to 64 MiB; default 256 KiB. */
  readonly chunkBytes?: number;
  readonly signal?: AbortSignal;
  /** Called with finished rows [from, to) while the file is being read: first after 50 entries or 8 ms. */
  readonly onRows?: (index: EntryIndex, from: number, to: number) => void;
  readonly onProgress?: (progress: ReadProgress) => void;
  /** For protected archives. */
  readonly password?: string;
  /** Which capture of an archive that holds several. */
  readonly member?: string;
  /** Where inflated or converted bytes go; memory by default. */
  readonly spool?: SpoolFactory;
  readonly limits?: Partial<ReadLimits>;
}

export interface ReadProgress {
  readonly readBytes: number;
  readonly totalBytes: number;
  readonly entries: number;
}

/** Caps against hostile files. */
export interface ReadLimits {
  /** JSON nesting. Default 1024. */
  readonly maxDepth: number;
  readonly maxEntries: number;
  /** Members of an archive. */
  readonly maxMembers: number;
  /** Total inflated bytes. */
  readonly maxInflatedBytes: number;
  /** Inflated / packed, once more than 1 MiB came out. */
  readonly maxRatio: number;
  /** Containers inside containers. */
  readonly maxNesting: number;
  /**
   * One entry's JSON. A longer one is left out with a note (`entry/too-long`) and its neighbours stay. Default and
   * most: 4 GiB, what the index addresses.
   */
  readonly maxEntryBytes: number;
}
