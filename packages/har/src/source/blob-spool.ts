import { blobSource } from './blob-source.ts';
import type { Spool } from './byte-source.ts';

/** Pieces that are put together before a browser is asked to take them. */
const PART_BYTES = 8 * 1024 * 1024;

/** A spool that can be handed out as the Blob it holds. */
export interface BlobSpool extends Spool {
  /** What was written; ready once `finish` was called. */
  blob(): Blob;
}

/** A spool in Blobs, which browsers keep on the disk when they grow. */
export function blobSpool(): BlobSpool {
  let parts: Blob[] = [];
  let pending: BlobPart[] = [];
  let pendingBytes = 0;
  const flush = (): void => {
    if (pendingBytes === 0) return;
    parts.push(new Blob(pending));
    pending = [];
    pendingBytes = 0;
  };
  return {
    write: async (bytes) => {
      // A copy: whoever writes may use the memory again.
      pending.push(bytes.slice());
      pendingBytes += bytes.length;
      if (pendingBytes >= PART_BYTES) flush();
    },
    finish: async () => {
      flush();
      return blobSource(new Blob(parts));
    },
    discard: async () => {
      parts = [];
      pending = [];
    },
    blob: () => new Blob(parts, { type: 'application/json' }),
  };
}
