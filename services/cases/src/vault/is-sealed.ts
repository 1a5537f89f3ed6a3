import { ByteReader, PacketError } from './packets/read/byte-reader.ts';
import { bodyOf, nextPacket } from './packets/read/packet.ts';

/** Session keys, wrapped for a key (1) or a password (3). Spec: RFC 9580 §5. */
const keyTags: readonly number[] = [1, 3];
/** Encrypted data with proof against change (18), and the form that newer gpg writes (20). */
const sealedTags: readonly number[] = [18, 20];

/**
 * Whether bytes are one whole encrypted OpenPGP message in binary form, and nothing else: session keys, then encrypted data to
 * the last byte. A message that is only signed or compressed is not sealed, nor is one with something behind it. Errors: those of `bytes`.
 */
export async function isSealed(bytes: AsyncIterable<Uint8Array>): Promise<boolean> {
  const reader = new ByteReader(bytes);
  try {
    for (let keys = 0; ; keys++) {
      const packet = await nextPacket(reader);
      if (packet === undefined) return false;
      const isContent = keys > 0 && sealedTags.includes(packet.tag);
      if (!isContent && !keyTags.includes(packet.tag)) return false;
      for await (const _ of bodyOf(reader, packet)) {
        // Only where it ends counts.
      }
      if (isContent) return (await reader.byte()) === undefined;
    }
  } catch (error) {
    if (error instanceof PacketError) return false;
    throw error;
  } finally {
    await reader.close();
  }
}
