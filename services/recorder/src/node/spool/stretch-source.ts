import type { ByteSource } from '@harrier/har';
import type { Stretch } from '../../recording/ledger.ts';
import type { SealedSpool } from './sealed-spool.ts';

/** The composed capture as one file: stretches in memory and places in a spool, one after the other. */
export function stretchSource(stretches: Iterable<Stretch>, spool: SealedSpool): ByteSource {
  const list: Stretch[] = [];
  const starts: number[] = [];
  let sizeBytes = 0;
  for (const stretch of stretches) {
    const length = lengthOf(stretch);
    if (length === 0) continue;
    list.push(stretch);
    starts.push(sizeBytes);
    sizeBytes += length;
  }
  const readSync = (offset: number, target: Uint8Array): number => {
    const end = Math.min(sizeBytes, offset + target.length);
    let at = offset;
    for (let index = indexOf(starts, at); at < end; index++) {
      const stretch = list[index] as Stretch;
      const inside = at - (starts[index] as number);
      const length = Math.min(lengthOf(stretch) - inside, end - at);
      const piece = target.subarray(at - offset, at - offset + length);
      if ('bytes' in stretch) piece.set(stretch.bytes.subarray(inside, inside + length));
      else spool.readSync(stretch.offset + inside, piece);
      at += length;
    }
    return Math.max(0, end - offset);
  };
  const read = async (offset: number, length: number) => {
    const target = new Uint8Array(Math.max(0, Math.min(length, sizeBytes - offset)));
    readSync(offset, target);
    return target;
  };
  return {
    sizeBytes,
    name: 'recording.har',
    read,
    readSync,
    async *stream(chunkBytes, signal) {
      for (let offset = 0; offset < sizeBytes; offset += chunkBytes) {
        signal?.throwIfAborted();
        yield await read(offset, chunkBytes);
      }
    },
  };
}

function lengthOf(stretch: Stretch): number {
  return 'bytes' in stretch ? stretch.bytes.length : stretch.length;
}

/** The last that starts at or before an offset. */
function indexOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
