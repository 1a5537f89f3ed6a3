import { createHash } from 'node:crypto';
import { ObjectError } from './object-error.ts';
import type { ObjectStore } from './object-store.ts';

/** Objects that are gone with the process: for trials and tests. */
export function memoryObjects(): ObjectStore {
  const objects = new Map<string, Uint8Array>();
  return {
    async put(bytes) {
      const pieces: Uint8Array[] = [];
      for await (const piece of bytes) pieces.push(piece.slice());
      const whole = new Uint8Array(Buffer.concat(pieces));
      const sha256 = createHash('sha256').update(whole).digest('hex');
      objects.set(sha256, whole);
      return { sha256, sizeBytes: whole.length };
    },
    async open(sha256, fromByte = 0) {
      const found = objects.get(sha256);
      if (found === undefined) throw new ObjectError('objects/missing', `There is no object ${sha256}.`);
      return (async function* () {
        yield found.subarray(fromByte);
      })();
    },
    async sizeOf(sha256) {
      return objects.get(sha256)?.length;
    },
    async remove(sha256) {
      objects.delete(sha256);
    },
    async *list() {
      for (const [sha256, { length }] of objects) yield { sha256, sizeBytes: length, storedMs: 0 };
    },
  };
}
