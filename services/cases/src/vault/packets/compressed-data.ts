import { Readable } from 'node:stream';
import { createDeflateRaw } from 'node:zlib';
import { packetOf } from './partial-lengths.ts';

const tag = 8;
/** ZIP: raw deflate, which every implementation must read. */
const algorithm = 1;
/** HAR text shrinks to about a fifth at the lowest level, and takes a third of the time of the usual one. */
const level = 1;
const chunkBytes = 1 << 17;

/** Packets, compressed. Spec: RFC 9580 §5.6. */
export function compressedData(packets: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return packetOf(tag, bodyOf(packets));
}

async function* bodyOf(packets: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield Uint8Array.of(algorithm);
  const deflate = createDeflateRaw({ level, chunkSize: chunkBytes });
  const source = Readable.from(copies(packets), { objectMode: false, highWaterMark: chunkBytes });
  // `pipe` hands on no errors: a source that fails must end the reader below.
  source.on('error', (error) => deflate.destroy(error));
  source.pipe(deflate);
  try {
    yield* deflate;
  } finally {
    source.destroy();
    deflate.destroy();
  }
}

/** A stream keeps what it is given for a while, and sources may use their memory again. */
async function* copies(source: AsyncIterable<Uint8Array>) {
  for await (const bytes of source) yield Buffer.from(bytes);
}
