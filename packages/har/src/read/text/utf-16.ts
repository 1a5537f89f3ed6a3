import { throwIfCancelled } from '../../source/cancelled.ts';
import type { Reader } from '../reader.ts';

const PIECE_BYTES = 256 * 1024;

/** UTF-16 in either order, with or without a byte order mark: what Windows editors save. Streamed. */
function utf16Reader(id: 'utf-16le' | 'utf-16be'): Reader {
  return {
    id,
    async open(outer, offset, context) {
      const decoder = new TextDecoder(id, { ignoreBOM: true });
      const encoder = new TextEncoder();
      const spool = context.spool(outer.sizeBytes / 2);
      try {
        let toSkip = offset;
        for await (const piece of outer.stream(PIECE_BYTES, context.signal)) {
          throwIfCancelled(context.signal);
          const text = decoder.decode(toSkip > 0 ? piece.subarray(toSkip) : piece, { stream: true });
          toSkip = Math.max(0, toSkip - piece.length);
          const bytes = encoder.encode(text);
          context.guard.count(bytes.length, bytes.length, bytes.length, 'the text');
          await spool.write(bytes);
        }
        // Half a code unit at the end means that the file was cut; it says nothing by itself.
        if (decoder.decode() !== '') {
          context.note({
            code: 'file/utf-16-cut',
            path: '',
            found: 'half a character at the end',
            assumed: 'the file was cut there',
          });
        }
        return { source: await spool.finish(), needsOuter: false };
      } catch (error) {
        await spool.discard();
        throw error;
      }
    },
  };
}

export const utf16LittleEndian: Reader = utf16Reader('utf-16le');
export const utf16BigEndian: Reader = utf16Reader('utf-16be');
