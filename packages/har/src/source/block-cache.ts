import type { ByteSource } from './byte-source.ts';

/** How much is read at once, and how many of these blocks are kept. */
export interface BlockCacheOptions {
  readonly blockBytes: number;
  readonly blocks: number;
}

/** Enough for one who reads on, and for one who looks back at another place. */
const FOR_READING_ON: BlockCacheOptions = { blockBytes: 1 << 20, blocks: 8 };

interface Block {
  readonly bytes: Promise<Uint8Array>;
  /** Who waits for it, or copies out of it: its memory is not used again meanwhile. */
  readers: number;
}

/**
 * The same source, read in blocks (at first of 1 MiB), of which the last ones are kept: for sources that take a millisecond for
 * each read (a Blob of a browser) and readers that want a hundred bytes at a time. Longer reads go through. Who reads here
 * and there wants smaller blocks, and more of them. Where the source can read into memory that is there, blocks that go leave
 * theirs to those that come: a browser takes its time to free a MiB, and a large file has a thousand of them.
 */
export function blockCache(
  source: ByteSource,
  { blockBytes, blocks: mostBlocks }: BlockCacheOptions = FOR_READING_ON,
): ByteSource {
  /** By number, the longest unused first. */
  const blocks = new Map<number, Block>();
  /** Memory of blocks that went. */
  const free: ArrayBuffer[] = [];

  const load = async (number: number): Promise<Uint8Array> => {
    const start = number * blockBytes;
    const length = Math.min(blockBytes, source.sizeBytes - start);
    return source.readInto === undefined || length < blockBytes
      ? await source.read(start, length)
      : await source.readInto(start, free.pop() ?? new ArrayBuffer(blockBytes));
  };

  const letGo = (number: number, { bytes }: Block): void => {
    blocks.delete(number);
    bytes.then(
      ({ buffer }) => {
        if (source.readInto !== undefined && buffer.byteLength === blockBytes)
          free.push(buffer as ArrayBuffer);
      },
      () => {},
    );
  };

  const blockAt = (number: number): Block => {
    const known = blocks.get(number);
    while (known === undefined && blocks.size >= mostBlocks) {
      const oldest = [...blocks].find(([, { readers }]) => readers === 0);
      if (oldest === undefined) break;
      letGo(...oldest);
    }
    const block = known ?? { bytes: load(number), readers: 0 };
    blocks.delete(number);
    blocks.set(number, block);
    // A read that failed is tried again by the next who asks.
    if (known === undefined)
      block.bytes.catch(() => {
        if (blocks.get(number) === block) blocks.delete(number);
      });
    return block;
  };

  /** Copies what a block has of the bytes from `offset` to their place in `target`. */
  const copyFrom = async (number: number, offset: number, target: Uint8Array): Promise<void> => {
    const block = blockAt(number);
    block.readers++;
    try {
      const from = offset - number * blockBytes;
      const bytes = await block.bytes;
      const part = bytes.subarray(Math.max(0, from), Math.max(0, from + target.length));
      target.set(part, Math.max(0, -from));
    } finally {
      block.readers--;
    }
  };

  const copyInto = async (target: Uint8Array, offset: number): Promise<void> => {
    const last = Math.floor((offset + target.length - 1) / blockBytes);
    for (let number = Math.floor(offset / blockBytes); number <= last; number++)
      await copyFrom(number, offset, target);
  };

  const read = async (offset: number, length: number): Promise<Uint8Array> => {
    const end = Math.min(offset + length, source.sizeBytes);
    if (length >= blockBytes || offset < 0 || end <= offset) return await source.read(offset, length);
    const target = new Uint8Array(end - offset);
    await copyInto(target, offset);
    return target;
  };

  const readInto: ByteSource['readInto'] = async (offset, memory, length = memory.byteLength) => {
    const target = new Uint8Array(memory, 0, Math.max(0, Math.min(length, source.sizeBytes - offset)));
    await copyInto(target, offset);
    return target;
  };

  const { readSync: _, ...others } = source;
  return { ...others, read, readInto, stream: source.stream.bind(source) };
}
