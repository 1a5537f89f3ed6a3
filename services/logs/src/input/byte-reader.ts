/** Reads a stream by numbers of bytes, and gives the rest back as a stream. */
export interface ByteReader {
  /** The next bytes without taking them; fewer at the end. */
  peek(bytes: number): Promise<Uint8Array>;
  /** Takes so many bytes; fewer at the end. */
  take(bytes: number): Promise<Uint8Array>;
  /** Takes up to so many bytes in pieces as they come. */
  stream(bytes: number): AsyncGenerator<Uint8Array>;
  /** Ends the source. */
  close(): Promise<void>;
}

export function byteReader(chunks: AsyncIterable<Uint8Array>): ByteReader {
  const source = chunks[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array();

  async function fill(bytes: number): Promise<void> {
    while (held.length < bytes) {
      const { done, value } = await source.next();
      if (done === true) return;
      held = held.length === 0 ? value : new Uint8Array(Buffer.concat([held, value]));
    }
  }

  return {
    async peek(bytes) {
      await fill(bytes);
      return held.subarray(0, bytes);
    },
    async take(bytes) {
      await fill(bytes);
      const taken = held.subarray(0, bytes);
      held = held.subarray(taken.length);
      return taken;
    },
    async *stream(bytes) {
      let left = bytes;
      while (left > 0) {
        if (held.length === 0) {
          const { done, value } = await source.next();
          if (done === true) return;
          held = value;
        }
        const piece = held.subarray(0, Math.min(left, held.length));
        held = held.subarray(piece.length);
        left -= piece.length;
        yield piece;
      }
    },
    async close() {
      await source.return?.();
    },
  };
}
