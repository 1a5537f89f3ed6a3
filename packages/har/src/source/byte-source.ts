/**
 * Random access to the bytes of one file, whatever holds them: memory, a Blob, a file
 * descriptor. Offsets and lengths are in bytes; ranges are half-open.
 */
export interface ByteSource {
  readonly sizeBytes: number;
  /** What a person calls this file. Never used to decide what the file is. */
  readonly name?: string;
  /** Reads `[offset, offset + length)`, shorter only at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /**
   * The bytes in order, in pieces of about `chunkBytes`. A piece may be reused by the
   * source after the next one was asked for, so copy what must outlive the loop.
   */
  stream(chunkBytes: number, signal?: AbortSignal): AsyncIterable<Uint8Array>;
  /**
   * Where a source can read without waiting (memory, a file descriptor), it fills
   * `target` from `offset` and returns the number of bytes; 0 at the end.
   */
  readSync?(offset: number, target: Uint8Array): number;
  /**
   * Where a source can read into memory that somebody has (a Blob), it reads `length` bytes, as much as `memory` takes unless it is
   * told, less only at the end of the file. The memory is moved and comes back as what the bytes lie in, so that one piece does for any number of reads; after an
   * error it is lost.
   */
  readInto?(offset: number, memory: ArrayBuffer, length?: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Releases what the source holds. Reading afterwards is an error. */
  close?(): Promise<void>;
}

/**
 * Takes bytes of unknown total length (inflated, converted) and gives them back as a
 * {@link ByteSource}: memory by default, an unlinked temporary file in Node.
 */
export interface Spool {
  write(bytes: Uint8Array): Promise<void>;
  /** Ends writing. The spool must not be written to afterwards. */
  finish(): Promise<ByteSource>;
  /** Throws away what was written. */
  discard(): Promise<void>;
}

/** Makes one {@link Spool}; `expectedBytes` is a hint, often a guess, never trusted. */
export type SpoolFactory = (expectedBytes?: number) => Spool;
