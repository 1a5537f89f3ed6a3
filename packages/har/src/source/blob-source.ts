import { HarReadError } from '../notes/har-read-error.ts';
import type { ByteSource } from './byte-source.ts';
import { throwIfCancelled } from './cancelled.ts';

// A browser hands out a large slice at about the speed of the disk, but each slice costs a round trip to
// the process that owns the file. 4 MiB, with the next one under way, hides that trip.
const SLICE_BYTES = 4 * 1024 * 1024;

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
      const sliceBytes = Math.max(chunkBytes, SLICE_BYTES);
      let next: Promise<Uint8Array> | undefined = read(0, sliceBytes);
      for (let offset = 0; offset < blob.size && next !== undefined; offset += sliceBytes) {
        const slice: Uint8Array = await next;
        next = offset + sliceBytes < blob.size ? read(offset + sliceBytes, sliceBytes) : undefined;
        // Whoever stops early never awaits the slice under way; its failure is then nobody's.
        next?.catch(() => {});
        for (let from = 0; from < slice.length; from += chunkBytes) {
          throwIfCancelled(signal);
          yield slice.subarray(from, from + chunkBytes);
        }
      }
    },
  };
}
