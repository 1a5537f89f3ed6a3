import { Readable } from 'node:stream';
import * as zlib from 'node:zlib';
import { Decompress } from 'fzstd';

/** What a packed stream holds. Damage and early ends throw; what came out before was given. */
export function gunzip(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  // Several members one after the other, as log rotation writes them, are one stream to Node.
  return through(chunks, zlib.createGunzip({ chunkSize: CHUNK_BYTES }));
}

/** Small pieces make small reads; 64 KiB is where inflating and reading lines take turns without waiting. */
const CHUNK_BYTES = 64 * 1024;

export function unzstd(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  // Node has it from 22.15 on.
  const create = (zlib as { createZstdDecompress?: () => NodeJS.ReadWriteStream }).createZstdDecompress;
  return create === undefined ? unzstdHere(chunks) : through(chunks, create());
}

async function* unzstdHere(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let isWhole = false;
  const stream = new Decompress((bytes, isFinal) => {
    if (bytes.length > 0) ready.push(bytes.slice());
    isWhole = isFinal === true;
  });
  for await (const chunk of chunks) {
    stream.push(chunk);
    yield* ready;
    ready = [];
  }
  stream.push(new Uint8Array(), true);
  yield* ready;
  if (!isWhole) throw new Error('zstd stream ends early');
}

async function* through(
  chunks: AsyncIterable<Uint8Array>,
  stream: NodeJS.ReadWriteStream,
): AsyncGenerator<Uint8Array> {
  const source = Readable.from(chunks, { objectMode: true });
  source.on('error', (error) => (stream as unknown as Readable).destroy(error));
  try {
    for await (const piece of source.pipe(stream)) yield piece as unknown as Uint8Array;
  } finally {
    source.destroy();
  }
}

/** UTF-16 as UTF-8, so that line feeds are one byte. */
export async function* narrow(
  chunks: AsyncIterable<Uint8Array>,
  order: 'utf-16le' | 'utf-16be',
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(order);
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}
