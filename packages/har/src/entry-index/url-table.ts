import { fitted } from './fitted.ts';

/** The URLs of an index's rows, as values: what is filtered by most would otherwise be read from the file each time. */
export interface UrlTable {
  /** undefined: it was not kept, because it is longer than an index keeps, or its entry is damaged; `''`: there is none. */
  get(row: number): string | undefined;
  pack(rows: number): PackedUrls;
  /** The same without a copy, to be read in this thread; good until the table grows. */
  view(rows: number): PackedUrls;
}

/** URLs as plain data: what `postMessage` can carry without a copy. */
export interface PackedUrls {
  readonly bytes: Uint8Array;
  /** Where the URL of each row ends in `bytes`; it begins where the one before ends. */
  readonly ends: Uint32Array;
  /** 1 = the URL of the row is not kept. */
  readonly missing: Uint8Array;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Collects the URLs of rows, one after another. */
export class UrlRecorder implements UrlTable {
  #bytes = new Uint8Array(16 * 1024);
  #ends = new Uint32Array(256);
  #missing = new Uint8Array(256);
  #rows = 0;
  /** Where the committed URLs end, and the one of the row under way. */
  #end = 0;
  #pendingEnd = 0;
  #isPendingMissing = false;

  /** The URL of the row under way: `bytes[start, end)`, UTF-8 without escapes. The last one counts. */
  put(bytes: Uint8Array, start: number, end: number): void {
    const to = this.#end + end - start;
    if (to > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(to, 2 * this.#bytes.length));
      grown.set(this.#bytes.subarray(0, this.#end));
      this.#bytes = grown;
    }
    this.#bytes.set(bytes.subarray(start, end), this.#end);
    this.#pendingEnd = to;
    this.#isPendingMissing = false;
  }

  /** The URL of the row under way is there and not kept. */
  leaveOut(): void {
    this.#pendingEnd = this.#end;
    this.#isPendingMissing = true;
  }

  /** What was put belongs to no row. */
  forget(): void {
    this.#pendingEnd = this.#end;
    this.#isPendingMissing = false;
  }

  /** The row is finished. */
  commit(): void {
    if (this.#rows === this.#ends.length) {
      const [ends, missing] = [new Uint32Array(2 * this.#rows), new Uint8Array(2 * this.#rows)];
      ends.set(this.#ends);
      missing.set(this.#missing);
      this.#ends = ends;
      this.#missing = missing;
    }
    this.#ends[this.#rows] = this.#pendingEnd;
    this.#missing[this.#rows] = this.#isPendingMissing ? 1 : 0;
    this.#end = this.#pendingEnd;
    this.#isPendingMissing = false;
    this.#rows++;
  }

  /** Nothing comes any more: gives back the memory that was kept for it. */
  finish(): void {
    this.#bytes = fitted(this.#bytes, this.#end);
    this.#ends = fitted(this.#ends, this.#rows);
    this.#missing = fitted(this.#missing, this.#rows);
  }

  get(row: number): string | undefined {
    return row < this.#rows ? urlIn(this.#bytes, this.#ends, this.#missing, row) : undefined;
  }

  pack(rows: number): PackedUrls {
    return copyOf(this.view(rows));
  }

  view(rows: number): PackedUrls {
    return firstRows({ bytes: this.#bytes, ends: this.#ends, missing: this.#missing }, rows);
  }
}

/** The table again, on the other side. */
export function unpackUrls(packed: PackedUrls): UrlTable {
  const { bytes, ends, missing } = packed;
  return {
    get: (row) => (row < ends.length ? urlIn(bytes, ends, missing, row) : undefined),
    pack: (rows) => copyOf(firstRows(packed, rows)),
    view: (rows) => firstRows(packed, rows),
  };
}

function firstRows({ bytes, ends, missing }: PackedUrls, rows: number): PackedUrls {
  return {
    bytes: bytes.subarray(0, ends[rows - 1] ?? 0),
    ends: ends.subarray(0, rows),
    missing: missing.subarray(0, rows),
  };
}

function copyOf({ bytes, ends, missing }: PackedUrls): PackedUrls {
  return { bytes: bytes.slice(), ends: ends.slice(), missing: missing.slice() };
}

function urlIn(bytes: Uint8Array, ends: Uint32Array, missing: Uint8Array, row: number): string | undefined {
  if (missing[row] === 1) return undefined;
  return decoder.decode(bytes.subarray(row === 0 ? 0 : ends[row - 1], ends[row]));
}
