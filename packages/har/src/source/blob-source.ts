import { HarReadError } from '../notes/har-read-error.ts';
import type { ByteSource } from './byte-source.ts';
import { throwIfCancelled } from './cancelled.ts';

// A browser hands out a large slice at about the speed of the disk, but each slice costs a round trip to the process that owns the
// file: 8 MiB with the next two under way read as fast as any larger ones (0.5 GB/s where 4 MiB with one ahead read 0.35). The first
// ones are small, so that whoever waits for the beginning has it at once.
const FIRST_SLICE_BYTES = 512 * 1024;
const SLICE_BYTES = 8 * 1024 * 1024;
const SLICES_AHEAD = 2;

/** A `File` or `Blob`, read in slices; the whole never is in memory. */
export function blobSource(blob: Blob, name?: string): ByteSource {
  const read = async (offset: number, length: number): Promise<Uint8Array> => {
    try {
      return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
    } catch (cause) {
      throw new HarReadError('har/source-failed', 'The file could not be read any more.', {
        byteOffset: offset,
        cause,
        nextStep: 'It may have been changed, moved or deleted since it was chosen: choose it again.',
      });
    }
  };
  return {
    sizeBytes: blob.size,
    ...(name === undefined ? {} : { name }),
    read,
    async *stream(chunkBytes, signal) {
      const ahead: Promise<Uint8Array>[] = [];
      let asked = 0;
      let sliceBytes = Math.max(chunkBytes, FIRST_SLICE_BYTES);
      const ask = (): void => {
        if (asked >= blob.size) return;
        const slice = read(asked, sliceBytes);
        // Whoever stops early never awaits the slices under way; their failure is then nobody's.
        slice.catch(() => {});
        ahead.push(slice);
        asked += sliceBytes;
        sliceBytes = Math.max(chunkBytes, Math.min(2 * sliceBytes, SLICE_BYTES));
      };
      for (let count = 0; count < SLICES_AHEAD; count++) ask();
      for (let next = ahead.shift(); next !== undefined; next = ahead.shift()) {
        const slice = await next;
        ask();
        for (let from = 0; from < slice.length; from += chunkBytes) {
          throwIfCancelled(signal);
          yield slice.subarray(from, from + chunkBytes);
        }
        free(slice);
      }
    },
  };
}

/** Gives memory back at once: until a browser's collector comes by, hundreds of megabytes gather. Older engines have no such means. */
function free(bytes: Uint8Array): void {
  (bytes.buffer as ArrayBuffer & { transfer?(length: number): ArrayBuffer }).transfer?.(0);
}
