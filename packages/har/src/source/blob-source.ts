import { HarReadError } from '../notes/har-read-error.ts';
import type { ByteSource } from './byte-source.ts';
import { throwIfCancelled } from './cancelled.ts';

/** A `File` or `Blob`, read in slices; the whole never is in memory. */
export function blobSource(blob: Blob, name?: string): ByteSource {
  return {
    sizeBytes: blob.size,
    ...(name === undefined ? {} : { name }),
    read: async (offset, length) => {
      try {
        return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
      } catch (cause) {
        throw failed(offset, cause);
      }
    },
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
      read: async (target) => await reader.read(target),
      cancel: async () => await reader.cancel(),
    };
  } catch {
    const reader = stream.getReader();
    return {
      isReusing: false,
      read: async () => await reader.read(),
      cancel: async () => await reader.cancel(),
    };
  }
}

function failed(byteOffset: number, cause: unknown): HarReadError {
  return new HarReadError('har/source-failed', 'The file could not be read any more.', {
    byteOffset,
    cause,
    nextStep: 'It may have been changed, moved or deleted since it was chosen: choose it again.',
  });
}
