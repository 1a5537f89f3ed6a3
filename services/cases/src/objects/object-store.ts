/** Bytes by their SHA-256, 64 small hex digits. */
export interface StoredObject {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** An object and when it came to be, for sweeping. */
export interface ListedObject extends StoredObject {
  readonly storedMs: number;
}

/**
 * Where files lie. The name of an object is the digest of its bytes, so putting the same bytes twice makes one object and
 * nobody can put others in their place. Errors: {@link import('./object-error.ts').ObjectError}.
 */
export interface ObjectStore {
  /** Durable when it returns. A half-written object is never seen by anybody. */
  put(bytes: AsyncIterable<Uint8Array>): Promise<StoredObject>;
  /** The bytes from `fromByte` to the end. Error: `objects/missing`. */
  open(sha256: string, fromByte?: number): Promise<AsyncIterable<Uint8Array>>;
  /** undefined: there is no such object. */
  sizeOf(sha256: string): Promise<number | undefined>;
  /** Harmless where it is gone already. */
  remove(sha256: string): Promise<void>;
  list(): AsyncIterable<ListedObject>;
  /** Throws away what was being put by processes that ended in the middle, and was not written to since. Gives how many. */
  sweepDrafts?(olderThanMs: number): Promise<number>;
}

/** Whether a text is the name of an object; nothing else ever becomes a path or a key. */
export function isObjectName(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
