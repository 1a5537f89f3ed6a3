/** Bytes in pieces out of one memory, the way files are read. */
export async function* pieces(bytes: Uint8Array, pieceBytes = 10_000): AsyncGenerator<Uint8Array> {
  const memory = new Uint8Array(pieceBytes);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const part = bytes.subarray(at, at + pieceBytes);
    memory.set(part);
    yield memory.subarray(0, part.length);
  }
}

export async function gather(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(new Uint8Array(part));
  return Buffer.concat(parts);
}
