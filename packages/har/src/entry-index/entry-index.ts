import type { PackedStrings } from './string-table.ts';
import type { UrlTable } from './url-table.ts';

/** Length of a range that is not there (`""` has length 0). */
export const NO_RANGE = 0xffff_ffff;
/** A size that is not known. */
export const UNKNOWN_SIZE = 0xffff_ffff;

/** Bits of `EntryColumns.flags`. */
export const EntryFlag = {
  /** `response.content.encoding` is `base64`. */
  contentBase64: 1 << 0,
  /** `content.text` holds a backslash: decode it with JSON.parse, not byte by byte. */
  contentEscaped: 1 << 1,
  urlEscaped: 1 << 2,
  postDataEscaped: 1 << 3,
  /** A non-empty `_error` or `_failureText`. */
  hasError: 1 << 4,
  /** `response.status` was there as a number (or a string holding one); 0 is a status. */
  hasStatus: 1 << 5,
  /** A key that the index reads occurs twice in its object; the last one counts, as in JSON.parse. */
  duplicateKey: 1 << 6,
  /** Strict JSON was broken inside this entry; it was read by the lenient reader and opens through it. */
  damaged: 1 << 7,
  hasWebSocketMessages: 1 << 8,
  /** `_fromCache` is a non-empty string, or Safari's `_fetchType` names a cache. */
  fromCache: 1 << 9,
  /** `content._file` or `postData._file`: the body lies beside the HAR (Playwright `attach`). */
  bodyInFile: 1 << 10,
  /** The tracking id came from the response's header only. */
  trackingIdFromResponse: 1 << 11,
  hasPostData: 1 << 12,
  hasInitiator: 1 << 13,
} as const;

/** Strings seen in a capture, each once; id 0 is always the empty string ("not there"). */
export interface StringTable {
  readonly length: number;
  get(id: number): string;
  /** Every string in id order; what a worker posts. */
  toArray(): readonly string[];
  /** The same as bytes, where that is cheaper than making strings of them. */
  pack?(): PackedStrings;
}

/**
 * One row per entry, in the file's order, as a struct of typed arrays (about 130 bytes a row).
 * Every array is as long as the capacity; only the first `EntryIndex.length` rows are valid.
 * Ranges of strings are relative to `entryStart`, exclude the quotes and hold JSON-escaped bytes.
 */
export interface EntryColumns {
  /** Absolute byte offset of the entry's `{`. Float64: exact up to 2^53. */
  readonly entryStart: Float64Array;
  readonly entryLength: Uint32Array;
  readonly urlStart: Uint32Array;
  readonly urlLength: Uint32Array;
  /** `response.content.text`. */
  readonly contentStart: Uint32Array;
  readonly contentLength: Uint32Array;
  /** `request.postData.text`. */
  readonly postDataStart: Uint32Array;
  readonly postDataLength: Uint32Array;
  /** `startedDateTime` as it is written. */
  readonly startedStart: Uint32Array;
  readonly startedLength: Uint32Array;
  /** `startedDateTime` as ms since 1970; NaN = missing or unreadable. */
  readonly startEpochMs: Float64Array;
  /** `time` exactly as written (negative stays negative); NaN = missing or not a number. */
  readonly timeMs: Float64Array;
  /** `timings.*` as written, rounded to Float32; NaN = missing or null. Sentinels are not interpreted. */
  readonly blocked: Float32Array;
  readonly dns: Float32Array;
  readonly connect: Float32Array;
  readonly ssl: Float32Array;
  readonly send: Float32Array;
  readonly wait: Float32Array;
  readonly receive: Float32Array;
  /** 0 when missing: ask `EntryFlag.hasStatus`. Out-of-range numbers are clamped to 0…65535. */
  readonly status: Uint16Array;
  /** `response.content.size`; UNKNOWN_SIZE when missing or negative. */
  readonly contentSize: Uint32Array;
  /** Bytes on the wire: `_transferSize`, else headersSize + bodySize when both ≥ 0; else UNKNOWN_SIZE. */
  readonly transferSize: Uint32Array;
  readonly flags: Uint32Array;
  /** Ids into `EntryIndex.strings`. */
  readonly method: Uint32Array;
  /** Host and port of the URL, lower case; the empty string where there is none. */
  readonly host: Uint32Array;
  /** `content.mimeType` without parameters, lower case. */
  readonly mimeType: Uint32Array;
  /** First value of a header named `trackingid` in any case: the request's, else the response's. */
  readonly trackingId: Uint32Array;
  /** `_resourceType`, lower case. */
  readonly resourceType: Uint32Array;
}

/**
 * All entries of a capture as columns. Immutable once complete; while a file is being read
 * `length` grows and finished rows never change. Structured-clone friendly through
 * {@link import('./transfer.ts')}.
 */
export interface EntryIndex {
  readonly length: number;
  readonly columns: EntryColumns;
  readonly strings: StringTable;
  /** Values of the URLs, where they were kept; else they are read from the file by their ranges. */
  readonly urls?: UrlTable;
}
