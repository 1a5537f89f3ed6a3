import type { ByteSource } from './byte-source.ts';

/** How much is read at once, and how many of these blocks are kept. */
export interface BlockCacheOptions {
  readonly blockBytes: number;
  readonly blocks: number;
}

/** Enough for one who reads on, and for one who looks back at another place. */
const FOR_READING_ON: BlockCacheOptions = { blockBytes: 1 << 20, blocks: 16 };

/**
 * The same source, read in blocks (at first of 1 MiB), of which the last ones are kept: for sources that take a millisecond for
 * each read (a Blob of a browser) and readers that want a hundred bytes at a time. Longer reads go through. Who reads here
 * and there wants smaller blocks, and more of them.
 */
export function blockCache(
  source: ByteSource,
  { blockBytes, blocks: mostBlocks }: BlockCacheOptions = FOR_READING_ON,
): ByteSource {
  /** By number, the longest unused first. */
  const blocks = new Map<number, Promise<Uint8Array>>();

  const blockAt = (number: number): Promise<Uint8Array> => {
    const known = blocks.get(number);
    const start = number * blockBytes;
    const block = known ?? source.read(start, Math.min(blockBytes, source.sizeBytes - start));
    blocks.delete(number);
    blocks.set(number, block);
    // A read that failed is tried again by the next who asks.
    if (known === undefined) block.catch(() => blocks.delete(number));
    const oldest = blocks.keys().next().value;
    if (blocks.size > mostBlocks && oldest !== undefined) blocks.delete(oldest);
    return block;
  };

  const read = async (offset: number, length: number): Promise<Uint8Array> => {
    if (length >= blockBytes || offset < 0 || length <= 0) return await source.read(offset, length);
    const end = Math.min(offset + length, source.sizeBytes);
    if (end <= offset) return await source.read(offset, length);
    const first = Math.floor(offset / blockBytes);
    const last = Math.floor((end - 1) / blockBytes);
    const head = await blockAt(first);
    const from = offset - first * blockBytes;
    if (first === last) return head.slice(from, from + end - offset);
    const tail = await blockAt(last);
    const bytes = new Uint8Array(end - offset);
    bytes.set(head.subarray(from));
    bytes.set(tail.subarray(0, end - last * blockBytes), blockBytes - from);
    return bytes;
  };

  const { readSync: _, ...others } = source;
  return { ...others, read, stream: source.stream.bind(source) };
}
