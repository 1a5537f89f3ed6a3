import { type ByteSource, type Capture, openCapture } from '@harrier/har';

/** Opens a capture from an object or a text. */
export async function captureOf(har: unknown): Promise<Capture> {
  const text = typeof har === 'string' ? har : JSON.stringify(har, null, 2);
  return await openCapture(memorySource(new TextEncoder().encode(text)), { engine: 'typescript' });
}

/** The bytes of a file in memory. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    sizeBytes: bytes.length,
    read: async (offset, length) => bytes.slice(offset, offset + length),
    async *stream() {
      yield bytes;
    },
    readSync(offset, target) {
      const piece = bytes.subarray(offset, offset + target.length);
      target.set(piece);
      return piece.length;
    },
  };
}
