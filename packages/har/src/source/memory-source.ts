import type { ByteSource } from './byte-source.ts';
import { throwIfCancelled } from './cancelled.ts';

/** Bytes that are in memory already. Reads give views of `bytes`, never copies. */
export function memorySource(bytes: Uint8Array, name?: string): ByteSource {
  return {
    sizeBytes: bytes.length,
    ...(name === undefined ? {} : { name }),
    read: async (offset, length) => bytes.subarray(offset, offset + length),
    readSync(offset, target) {
      const piece = bytes.subarray(offset, offset + target.length);
      target.set(piece);
      return piece.length;
    },
    async *stream(chunkBytes, signal) {
      for (let offset = 0; offset < bytes.length; offset += chunkBytes) {
        throwIfCancelled(signal);
        yield bytes.subarray(offset, offset + chunkBytes);
      }
    },
  };
}
