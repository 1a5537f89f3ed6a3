import type { ByteSource } from './byte-source.ts';
import { throwIfCancelled } from './cancelled.ts';

/**
 * The range `[offset, offset + length)` of another source as a source of its own: what lies behind a
 * byte order mark, inside a JSONP call, or one stored member of an archive. Closing it closes `whole`.
 */
export function subSource(whole: ByteSource, offset: number, length: number): ByteSource {
  const start = Math.min(Math.max(offset, 0), whole.sizeBytes);
  const sizeBytes = Math.min(Math.max(length, 0), whole.sizeBytes - start);
  const readSync = whole.readSync?.bind(whole);
  return {
    sizeBytes,
    ...(whole.name === undefined ? {} : { name: whole.name }),
    read: (from, count) => whole.read(start + from, Math.max(0, Math.min(count, sizeBytes - from))),
    async *stream(chunkBytes, signal) {
      if (start === 0 && sizeBytes === whole.sizeBytes) {
        yield* whole.stream(chunkBytes, signal);
        return;
      }
      yield* streamRange(whole, start, start + sizeBytes, chunkBytes, signal);
    },
    ...(readSync === undefined
      ? {}
      : {
          readSync: (from: number, target: Uint8Array) => {
            const count = Math.max(0, Math.min(target.length, sizeBytes - from));
            return count === 0 ? 0 : readSync(start + from, target.subarray(0, count));
          },
        }),
    ...(whole.close === undefined ? {} : { close: () => whole.close?.() ?? Promise.resolve() }),
  };
}

/**
 * `[start, end)` of a source in pieces. A range from (nearly) the start goes through the source's own
 * `stream`, which reads ahead; others are read piece by piece.
 */
async function* streamRange(
  whole: ByteSource,
  start: number,
  end: number,
  chunkBytes: number,
  signal: AbortSignal | undefined,
): AsyncIterable<Uint8Array> {
  if (start > chunkBytes) {
    for (let offset = start; offset < end; ) {
      throwIfCancelled(signal);
      const piece = await whole.read(offset, Math.min(chunkBytes, end - offset));
      if (piece.length === 0) return;
      offset += piece.length;
      yield piece;
    }
    return;
  }
  let offset = 0;
  for await (const piece of whole.stream(chunkBytes, signal)) {
    const from = Math.max(0, start - offset);
    const to = Math.min(piece.length, end - offset);
    offset += piece.length;
    if (from < to) yield piece.subarray(from, to);
    if (offset >= end) return;
  }
}
