import { type BlobReader, readerInto } from './blob-reader.ts';
import { throwIfCancelled } from './cancelled.ts';

/**
 * A stream of a Blob waits for the browser's process at each piece. While one stretch is read the next one is under way, so that 1 GB
 * takes half the time; in shorter stretches, opening their streams takes what is gained.
 */
const STRETCH_BYTES = 8 * 1024 * 1024;

export interface StreamBlobOptions {
  /** Most that a piece has. */
  readonly chunkBytes: number;
  readonly signal?: AbortSignal | undefined;
  /** What is thrown where the Blob cannot be read from `byteOffset` on. */
  readonly failed: (byteOffset: number, cause: unknown) => Error;
  readonly stretchBytes?: number;
}

/** The bytes of a Blob in order; a piece is good until the next one is asked for. */
export async function* streamBlob(
  blob: Blob,
  { chunkBytes, signal, failed, stretchBytes = STRETCH_BYTES }: StreamBlobOptions,
): AsyncGenerator<Uint8Array> {
  const stretchAt = (start: number, memory: ArrayBuffer): Stretch =>
    new Stretch(blob, start, Math.min(start + stretchBytes, blob.size), memory);
  let here = stretchAt(0, new ArrayBuffer(chunkBytes));
  let ahead: Stretch | undefined;
  try {
    for (;;) {
      throwIfCancelled(signal);
      const bytes = await here.read().catch((cause: unknown) => {
        throw failed(here.offset, cause);
      });
      if (bytes === undefined) {
        if (ahead === undefined) return;
        here.end();
        [here, ahead] = [ahead, followedBy(ahead, here.memory)];
        continue;
      }
      for (let from = 0; from < bytes.length; from += chunkBytes) {
        throwIfCancelled(signal);
        yield bytes.subarray(from, from + chunkBytes);
      }
      // Behind the first piece, which somebody waits for.
      ahead ??= followedBy(here, new ArrayBuffer(chunkBytes));
    }
  } finally {
    here.end();
    ahead?.end();
  }

  function followedBy({ endOffset }: Stretch, memory: ArrayBuffer): Stretch | undefined {
    if (endOffset >= blob.size) return undefined;
    const next = stretchAt(endOffset, memory);
    next.begin();
    return next;
  }
}

/** Some bytes of a Blob, read one piece after the other into one piece of memory. */
class Stretch {
  /** So far it has been read. */
  offset: number;
  readonly endOffset: number;
  memory: ArrayBuffer;
  readonly #reader: BlobReader;
  #underWay: ReturnType<BlobReader['read']> | undefined;

  constructor(blob: Blob, start: number, end: number, memory: ArrayBuffer) {
    this.offset = start;
    this.endOffset = end;
    this.memory = memory;
    this.#reader = readerInto(blob.slice(start, end));
  }

  /** Has its first piece read before somebody asks for it. */
  begin(): void {
    this.#underWay = this.#reader.read(new Uint8Array(this.memory));
    // Where the stream ends early nobody waits for this read: its failure is no news then.
    this.#underWay.catch(() => undefined);
  }

  /** The next piece; undefined at the end. */
  async read(): Promise<Uint8Array | undefined> {
    const read = this.#underWay ?? this.#reader.read(new Uint8Array(this.memory));
    this.#underWay = undefined;
    const { value, done } = await read;
    if (value !== undefined && this.#reader.isReusing) this.memory = value.buffer as ArrayBuffer;
    if (done || value === undefined) return undefined;
    this.offset += value.length;
    return value;
  }

  end(): void {
    void this.#reader.cancel().catch(() => {});
  }
}
