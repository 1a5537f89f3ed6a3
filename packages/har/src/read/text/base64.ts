import { BASE64_DIGIT } from '../../sniff/base64-digit.ts';
import type { Reader } from '../reader.ts';

const PIECE_BYTES = 256 * 1024;
const PADDING = '='.charCodeAt(0);

/** Base64 text (RFC 4648, either alphabet, any line breaks): mail parts, tickets, `data:` URLs. Streamed. */
export const base64: Reader = {
  id: 'base64',
  async open(outer, offset, context) {
    const spool = context.spool(outer.sizeBytes * 0.75);
    try {
      let position = 0;
      let bits = 0;
      let bitCount = 0;
      let foreignAt: number | undefined;
      let isPadded = false;
      for await (const piece of outer.stream(PIECE_BYTES, context.signal)) {
        const decoded = new Uint8Array(piece.length);
        let length = 0;
        for (let at = Math.max(0, offset - position); at < piece.length && !isPadded; at++) {
          const byte = piece[at] as number;
          const digit = BASE64_DIGIT[byte] as number;
          if (digit > 63) {
            if (byte <= 0x20) continue;
            isPadded = true;
            if (byte !== PADDING) foreignAt = position + at;
            break;
          }
          bits = ((bits << 6) | digit) & 0xffff;
          bitCount += 6;
          if (bitCount >= 8) {
            bitCount -= 8;
            decoded[length++] = (bits >> bitCount) & 0xff;
          }
        }
        position += piece.length;
        context.guard.count(length, length, length, 'the base64 text');
        await spool.write(decoded.subarray(0, length));
        if (isPadded) break;
      }
      if (foreignAt !== undefined) {
        context.note({
          code: 'file/base64-ends-early',
          path: '',
          found: `a character at byte ${foreignAt} that is not base64`,
          assumed: 'the base64 ends there',
          byteOffset: foreignAt,
        });
      }
      return { source: await spool.finish(), needsOuter: false };
    } catch (error) {
      await spool.discard();
      throw error;
    }
  },
};
