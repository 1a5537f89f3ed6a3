import { closeSync, readSync } from 'node:fs';
import { HarReadError } from '../../notes/har-read-error.ts';
import type { ByteSource } from '../../source/byte-source.ts';
import { throwIfCancelled } from '../../source/cancelled.ts';

// Reading without waiting would starve timers and cancellation on a long file.
const PIECES_PER_TURN = 16;

/**
 * Random access to an open file descriptor, which it owns from now on. `afterClose` runs after the
 * descriptor was closed, e.g. to delete a temporary file.
 */
export function descriptorSource(
  descriptor: number,
  sizeBytes: number,
  name?: string,
  afterClose?: () => void,
): ByteSource {
  let isOpen = true;
  const read = (offset: number, target: Uint8Array): number => {
    if (!isOpen) throw new HarReadError('har/source-failed', 'The file was closed already.');
    let filled = 0;
    try {
      // The system may give less than asked for; only 0 means the end.
      while (filled < target.length) {
        const count = readSync(descriptor, target, filled, target.length - filled, offset + filled);
        if (count === 0) break;
        filled += count;
      }
    } catch (cause) {
      throw new HarReadError('har/source-failed', `The file could not be read at byte ${offset + filled}.`, {
        byteOffset: offset + filled,
        cause,
        nextStep: 'Copy the file to another disk and try again.',
      });
    }
    return filled;
  };
  return {
    sizeBytes,
    ...(name === undefined ? {} : { name }),
    readSync: read,
    async read(offset, length) {
      const target = new Uint8Array(Math.max(0, Math.min(length, sizeBytes - offset)));
      return target.subarray(0, read(offset, target));
    },
    async *stream(chunkBytes, signal) {
      const chunk = new Uint8Array(chunkBytes);
      for (let offset = 0, piece = 1; ; piece++) {
        throwIfCancelled(signal);
        const count = read(offset, chunk);
        if (count === 0) return;
        offset += count;
        yield chunk.subarray(0, count);
        if (piece % PIECES_PER_TURN === 0) await new Promise((resolve) => setImmediate(resolve));
      }
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      closeSync(descriptor);
      afterClose?.();
    },
  };
}
