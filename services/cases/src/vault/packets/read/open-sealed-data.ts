import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { PacketError } from './byte-reader.ts';

const blockBytes = 16;
/** A random block, and its last two bytes again. */
const prefixBytes = blockBytes + 2;
const mdcHeader = Buffer.of(0xd3, 0x14);
const mdcBytes = mdcHeader.length + 20;

/**
 * The packets in the body of a version 1 encrypted packet, behind its version. They are not proven before the end: the last
 * bytes are a digest over all others, and this throws where it is another one. The prefix is not looked at early, because
 * telling a wrong key from a changed file before the end has been an oracle.
 * Spec: RFC 9580 §5.13.1. Error: {@link PacketError}.
 */
export async function* openSealedData(
  body: AsyncIterable<Uint8Array>,
  cipherBits: 128 | 192 | 256,
  key: Uint8Array,
): AsyncGenerator<Uint8Array> {
  const decipher = createDecipheriv(`aes-${cipherBits}-cfb`, key, new Uint8Array(blockBytes));
  const hash = createHash('sha1');
  let toSkip = prefixBytes;
  let held: Buffer = Buffer.alloc(0);
  const through = (bytes: Buffer): Buffer => {
    hash.update(bytes);
    const skipped = Math.min(toSkip, bytes.length);
    toSkip -= skipped;
    return bytes.subarray(skipped);
  };
  for await (const bytes of body) {
    const plain = decipher.update(bytes);
    // The last bytes so far may be the digest, and are held until there are others behind them.
    if (plain.length < mdcBytes) {
      const all = Buffer.concat([held, plain]);
      const passed = Math.max(0, all.length - mdcBytes);
      held = Buffer.from(all.subarray(passed));
      if (passed > 0) yield through(all.subarray(0, passed));
      continue;
    }
    if (held.length > 0) yield through(held);
    yield through(plain.subarray(0, -mdcBytes));
    held = Buffer.from(plain.subarray(-mdcBytes));
  }
  const isWhole = toSkip === 0 && held.length === mdcBytes && held.subarray(0, 2).equals(mdcHeader);
  const digest = hash.update(mdcHeader).digest();
  if (!isWhole || !timingSafeEqual(held.subarray(2), digest))
    throw new PacketError('the digest at the end is of other bytes');
}
