import { HarReadError } from '../notes/har-read-error.ts';
import type { ByteSource, Spool } from './byte-source.ts';
import { throwIfCancelled } from './cancelled.ts';
import { memorySource } from './memory-source.ts';

// Pieces of one size make an offset a division. 8 MiB keeps the list short (128 a GiB) and the unused
// tail of the last piece small; the first piece starts small because most captures are.
const PIECE_BYTES = 8 * 1024 * 1024;
const FIRST_BYTES = 64 * 1024;
/** A browser's tab ends at some 4 GB; better a message than a crash. */
const MAX_BYTES = 2 * 1024 ** 3;

/**
 * Keeps what is written in memory, in pieces, so that growing hardly ever copies what is there.
 * Error: `har/too-large` beyond `maxBytes` (default 2 GiB).
 */
export function memorySpool(_expectedBytes?: number, maxBytes: number = MAX_BYTES): Spool {
  const pieces: Uint8Array[] = [];
  let lastFill = 0;
  let writtenBytes = 0;
  return {
    async write(bytes) {
      writtenBytes += bytes.length;
      if (writtenBytes > maxBytes) {
        throw new HarReadError('har/too-large', `Unpacked, the capture is larger than ${maxBytes} bytes.`, {
          nextStep: 'Unpack or convert it on the command line (harrier convert), and open the result.',
        });
      }
      for (let from = 0; from < bytes.length; ) {
        const piece = roomyPiece(pieces, lastFill, bytes.length - from);
        if (piece.isNew) lastFill = 0;
        const count = Math.min(bytes.length - from, piece.bytes.length - lastFill);
        piece.bytes.set(bytes.subarray(from, from + count), lastFill);
        lastFill += count;
        from += count;
      }
    },
    async finish() {
      const last = pieces.at(-1);
      if (last !== undefined) pieces[pieces.length - 1] = last.subarray(0, lastFill);
      return piecesSource(pieces);
    },
    async discard() {
      pieces.length = 0;
    },
  };
}

/** The piece that has room: the last one, the first one grown, or a new one. */
function roomyPiece(pieces: Uint8Array[], lastFill: number, wanted: number) {
  const last = pieces.at(-1);
  if (last !== undefined && lastFill < last.length) return { bytes: last, isNew: false };
  if (last !== undefined && pieces.length === 1 && last.length < PIECE_BYTES) {
    const grown = new Uint8Array(Math.min(PIECE_BYTES, Math.max(last.length * 2, last.length + wanted)));
    grown.set(last);
    pieces[0] = grown;
    return { bytes: grown, isNew: false };
  }
  const size = last === undefined ? Math.min(PIECE_BYTES, Math.max(FIRST_BYTES, wanted)) : PIECE_BYTES;
  const bytes = new Uint8Array(size);
  pieces.push(bytes);
  return { bytes, isNew: true };
}

/** A source over pieces that are `PIECE_BYTES` long, all but the last. */
function piecesSource(pieces: Uint8Array[]): ByteSource {
  if (pieces.length <= 1) return memorySource(pieces[0] ?? new Uint8Array(0));
  const sizeBytes = (pieces.length - 1) * PIECE_BYTES + pieces[pieces.length - 1]!.length;
  const readSync = (offset: number, target: Uint8Array): number => {
    let filled = 0;
    while (filled < target.length && offset + filled < sizeBytes) {
      const at = offset + filled;
      const piece = pieces[Math.floor(at / PIECE_BYTES)]!;
      const from = at % PIECE_BYTES;
      const part = piece.subarray(from, from + target.length - filled);
      target.set(part, filled);
      filled += part.length;
    }
    return filled;
  };
  return {
    sizeBytes,
    readSync,
    async read(offset, length) {
      const count = Math.max(0, Math.min(length, sizeBytes - offset));
      const from = offset % PIECE_BYTES;
      if (from + count <= PIECE_BYTES) {
        return pieces[Math.floor(offset / PIECE_BYTES)]?.subarray(from, from + count) ?? new Uint8Array(0);
      }
      const bytes = new Uint8Array(count);
      readSync(offset, bytes);
      return bytes;
    },
    async *stream(chunkBytes, signal) {
      for (const piece of pieces) {
        for (let from = 0; from < piece.length; from += chunkBytes) {
          throwIfCancelled(signal);
          yield piece.subarray(from, from + chunkBytes);
        }
      }
    },
    async close() {
      pieces.length = 0;
    },
  };
}
