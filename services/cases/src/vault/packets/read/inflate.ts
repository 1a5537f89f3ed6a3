import { createInflate, createInflateRaw, type Inflate, type InflateRaw } from 'node:zlib';
import { PacketError } from './byte-reader.ts';

/** By the number in the packet: ZIP is raw deflate, ZLIB has a head and a checksum. Spec: RFC 9580 §9.4. */
const inflaters: Readonly<Record<number, (options: { chunkSize: number }) => Inflate | InflateRaw>> = {
  1: createInflateRaw,
  2: createInflate,
};
const chunkBytes = 1 << 17;
/** Deflate makes at most 1032 bytes of one, so a slice of this size is 16 MiB at the very most. */
const sliceBytes = 1 << 14;

/** Whether the algorithm of a compressed packet is one that is inflated here. */
export function isInflatable(algorithm: number): boolean {
  return inflaters[algorithm] !== undefined;
}

/**
 * What a compressed packet holds. Some programs write bytes behind the compressed ones (seen in: Sequoia's sq 0.27); they are
 * read, because the digest at the end of the message covers them, and count for nothing.
 * Error: {@link PacketError} where the bytes are no compressed ones, or not all of them; whatever `compressed` throws.
 */
export async function* inflated(
  algorithm: number,
  compressed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const inflate = inflaters[algorithm]?.({ chunkSize: chunkBytes });
  if (inflate === undefined) throw new PacketError('a compression that is not inflated here');
  const made: Buffer[] = [];
  let hasEnded = false;
  let failure: Error | undefined;
  // A write that fails is never called back, so whoever waits is woken by either event.
  let wake = (): void => {};
  inflate.on('data', (bytes: Buffer) => made.push(bytes));
  inflate.once('end', () => {
    hasEnded = true;
    wake();
  });
  inflate.once('error', (error) => {
    failure = notInflatable(error);
    wake();
  });
  const settled = async (begin: (done: () => void) => void): Promise<void> => {
    await new Promise<void>((resolve) => {
      wake = resolve;
      begin(resolve);
    });
    if (failure !== undefined) throw failure;
  };
  try {
    for await (const bytes of compressed) {
      for (let at = 0; at < bytes.length && !hasEnded; at += sliceBytes) {
        await settled((done) => inflate.write(bytes.subarray(at, at + sliceBytes), done));
        yield* made.splice(0);
      }
    }
    inflate.end();
    while (!hasEnded) await settled(() => {});
    yield* made.splice(0);
  } finally {
    inflate.destroy();
  }
}

function notInflatable(cause: Error): PacketError {
  return new PacketError('the compressed bytes cannot be inflated', { cause });
}
