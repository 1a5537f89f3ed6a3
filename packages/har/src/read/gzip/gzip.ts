import { Gunzip, Unzlib } from 'fflate';
import { HarReadError } from '../../notes/har-read-error.ts';
import type { ByteSource } from '../../source/byte-source.ts';
import { throwIfCancelled } from '../../source/cancelled.ts';
import type { Opened, ReadContext, Reader } from '../reader.ts';
import { adler32, crc32 } from './checksum.ts';

// Damage costs the piece in which it lies, so pieces are small; a bomb unfolds one to 16 MB at most.
const PIECE_BYTES = 16 * 1024;

/** gzip (RFC 1952), also several in a row: `.har.gz`. A cut or damaged one gives all that still unfolds. */
export const gzip: Reader = {
  id: 'gzip',
  open: (outer, _offset, context) => inflate(outer, 'gzip', context),
};

/** A zlib stream (RFC 1950): mitmproxy's `.zhar`. */
export const zlib: Reader = {
  id: 'zlib',
  open: (outer, _offset, context) => inflate(outer, 'zlib', context),
};

// fflate and not the platform's DecompressionStream: it is as fast (measured 130–170 MB/s both), takes
// several gzip members in a row in every browser, and hands out what came before the damage.
async function inflate(outer: ByteSource, kind: 'gzip' | 'zlib', context: ReadContext): Promise<Opened> {
  const spool = context.spool(outer.sizeBytes * 5);
  const fresh: Uint8Array[] = [];
  const inflater = kind === 'gzip' ? new Gunzip() : new Unzlib();
  const checksum = kind === 'gzip' ? crc32 : adler32;
  const firstSum = kind === 'gzip' ? 0 : 1;
  let sum = firstSum;
  inflater.ondata = (bytes) => fresh.push(bytes);
  // Each gzip member ends with the checksum of its own bytes; only the last one is compared.
  if (inflater instanceof Gunzip) inflater.onmember = () => fresh.push(NEXT_MEMBER);
  let packedBytes = 0;
  let inflatedBytes = 0;

  const store = async () => {
    for (const bytes of fresh.splice(0)) {
      inflatedBytes += bytes.length;
      context.guard.count(bytes.length, inflatedBytes, packedBytes, `the ${kind} file`);
      sum = bytes === NEXT_MEMBER ? firstSum : checksum(bytes, sum);
      await spool.write(bytes);
    }
  };

  try {
    let trouble: unknown;
    for await (const piece of outer.stream(PIECE_BYTES, context.signal)) {
      throwIfCancelled(context.signal);
      packedBytes += piece.length;
      trouble = attempt(() => inflater.push(piece.slice()));
      await store();
      if (trouble !== undefined) break;
    }
    trouble ??= attempt(() => inflater.push(new Uint8Array(0), true));
    await store();
    const isCut =
      trouble === undefined
        ? sum !== (await lastChecksum(outer, kind))
        : (trouble as { code?: number }).code === UNEXPECTED_END;
    if (inflatedBytes === 0 && (isCut || trouble !== undefined)) {
      throw new HarReadError(
        'har/archive-damaged',
        `The ${kind} file is ${isCut ? 'cut' : 'damaged'}: nothing in it unfolds.`,
        { cause: trouble, nextStep: 'Download or export it again.' },
      );
    }
    if (isCut) {
      context.note({
        code: 'file/compressed-cut',
        path: '',
        found: `${kind} data without its end or with another checksum`,
        assumed: `the ${inflatedBytes} bytes that unfold; the end may be missing`,
      });
    } else if (trouble !== undefined) {
      context.note({
        code: 'file/compressed-damaged',
        path: '',
        found: `data that is not ${kind} near byte ${packedBytes}`,
        assumed: `the ${inflatedBytes} bytes that unfold before it`,
      });
    }
    return { source: await spool.finish(), needsOuter: false };
  } catch (error) {
    await spool.discard();
    throw error;
  }
}

/** fflate's code for "the data ended too early"; it is silent where the cut falls between two symbols. */
const UNEXPECTED_END = 0;
/** Stands in the queue of inflated pieces where a gzip member ends. */
const NEXT_MEMBER = new Uint8Array(0);

function attempt(work: () => void): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return error ?? new Error('unknown');
  }
}

/** What a whole file ends with: CRC-32 and length (gzip, little endian), Adler-32 (zlib, big endian). */
async function lastChecksum(outer: ByteSource, kind: 'gzip' | 'zlib'): Promise<number | undefined> {
  const trailerBytes = kind === 'gzip' ? 8 : 4;
  const trailer = await outer.read(Math.max(0, outer.sizeBytes - trailerBytes), trailerBytes);
  if (trailer.length < trailerBytes) return undefined;
  return new DataView(trailer.buffer, trailer.byteOffset).getUint32(0, kind === 'gzip');
}
