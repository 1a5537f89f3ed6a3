import { HarReadError } from '../notes/har-read-error.ts';
import type { ByteSource } from './byte-source.ts';
import { throwIfCancelled } from './cancelled.ts';

/** A `File` or `Blob`, read in slices; the whole never is in memory. */
export function blobSource(blob: Blob, name?: string): ByteSource {
  const read = async (offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> => {
    try {
      return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
    } catch (cause) {
      throw failed(offset, cause);
    }
  };
  return {
    sizeBytes: blob.size,
    ...(name === undefined ? {} : { name }),
    read,
    readInto: readOnInto(blob, read),
    async *stream(chunkBytes, signal) {
      const reader = readerInto(blob);
      let buffer = new ArrayBuffer(chunkBytes);
      let offset = 0;
      try {
        for (;;) {
          throwIfCancelled(signal);
          const { value, done } = await reader.read(new Uint8Array(buffer)).catch((cause: unknown) => {
            throw failed(offset, cause);
          });
          if (done || value === undefined) return;
          offset += value.length;
          for (let from = 0; from < value.length; from += chunkBytes) {
            throwIfCancelled(signal);
            yield value.subarray(from, from + chunkBytes);
          }
          buffer = reader.isReusing ? (value.buffer as ArrayBuffer) : buffer;
        }
      } finally {
        await reader.cancel().catch(() => {});
      }
    },
  };
}

/**
 * Reads a Blob into memory that comes and goes. Who reads on where the read before ended goes on in its stream: a stream for each
 * MiB of 470 MB took twice the processor time of one for all.
 */
function readOnInto(
  blob: Blob,
  read: (offset: number, length: number) => Promise<Uint8Array<ArrayBuffer>>,
): NonNullable<ByteSource['readInto']> {
  /** A stream that has been read up to `offset`. */
  let open: { readonly offset: number; readonly reader: ReaderInto } | undefined;
  let endOfLast = -1;
  return async (offset, memory, length = memory.byteLength) => {
    const isReadingOn = offset === endOfLast;
    endOfLast = offset + length;
    const known = open?.offset === offset ? open.reader : undefined;
    if (known !== undefined) open = undefined;
    const reader = known ?? readerInto(blob.slice(offset, isReadingOn ? blob.size : endOfLast));
    const end = (): void => void reader.cancel().catch(() => {});
    if (!reader.isReusing) {
      end();
      return await read(offset, length);
    }
    try {
      const bytes = await fill(reader, memory, length);
      if (!isReadingOn || bytes.length < length) end();
      else {
        void open?.reader.cancel().catch(() => {});
        open = { offset: offset + bytes.length, reader };
      }
      return bytes;
    } catch (cause) {
      end();
      throw failed(offset, cause);
    }
  };
}

async function fill(
  reader: ReaderInto,
  memory: ArrayBuffer,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  let buffer = memory;
  // Counted beside the memory, which is moved by each read: a view of it from before has no length any more.
  let filled = 0;
  while (filled < length) {
    const { value, done } = await reader.read(new Uint8Array(buffer, filled, length - filled));
    if (value === undefined) break;
    filled += value.length;
    buffer = value.buffer as ArrayBuffer;
    if (done) break;
  }
  return new Uint8Array(buffer, 0, filled);
}

interface ReaderInto {
  /** Whether what is read lies in the memory that was given. */
  readonly isReusing: boolean;
  read(
    target: Uint8Array<ArrayBuffer>,
  ): Promise<{ readonly value?: Uint8Array | undefined; readonly done: boolean }>;
  cancel(): Promise<void>;
}

/**
 * Reads a Blob into one piece of memory again and again. Slices of it would each have their own, and a browser frees them when its
 * collector comes by: 400 MB grew a page by 100 MB in slices of 4 MiB, by 25 MB so, and took less time. Where streams of Blobs
 * cannot do that, each piece has memory of its own.
 */
function readerInto(blob: Blob): ReaderInto {
  const stream = blob.stream() as ReadableStream<Uint8Array<ArrayBuffer>>;
  try {
    const reader = stream.getReader({ mode: 'byob' });
    return {
      isReusing: true,
      read: async (target) => await heldDuring(reader, reader.read(target)),
      cancel: async () => await reader.cancel(),
    };
  } catch {
    const reader = stream.getReader();
    return {
      isReusing: false,
      read: async () => await heldDuring(reader, reader.read()),
      cancel: async () => await reader.cancel(),
    };
  }
}

/** Readers that somebody waits for. */
const waitedFor = new Set<object>();

/**
 * Waits for a read and holds its reader meanwhile: Chromium's collector takes a stream that nothing else holds, though a read of it
 * is under way, and whoever waits for that read waits for ever.
 */
async function heldDuring<Read>(reader: object, read: Promise<Read>): Promise<Read> {
  waitedFor.add(reader);
  try {
    return await read;
  } finally {
    waitedFor.delete(reader);
  }
}

function failed(byteOffset: number, cause: unknown): HarReadError {
  return new HarReadError('har/source-failed', 'The file could not be read any more.', {
    byteOffset,
    cause,
    nextStep: 'It may have been changed, moved or deleted since it was chosen: choose it again.',
  });
}
