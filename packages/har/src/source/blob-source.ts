import { HarReadError } from '../notes/har-read-error.ts';
import { type BlobReader, readerInto } from './blob-reader.ts';
import { streamBlob } from './blob-stream.ts';
import type { ByteSource } from './byte-source.ts';

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
    stream: (chunkBytes, signal) => streamBlob(blob, { chunkBytes, signal, failed }),
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
  let open: { readonly offset: number; readonly reader: BlobReader } | undefined;
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
  reader: BlobReader,
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

function failed(byteOffset: number, cause: unknown): HarReadError {
  return new HarReadError('har/source-failed', 'The file could not be read any more.', {
    byteOffset,
    cause,
    nextStep: 'It may have been changed, moved or deleted since it was chosen: choose it again.',
  });
}
