import { ByteReader, PacketError } from './byte-reader.ts';
import { bodyOf, nextPacket } from './packet.ts';

const sealedTag = 18;
/** Session keys, wrapped for a key (1) or a password (3), and markers (10), which mean nothing. */
const tagsBefore: readonly number[] = [1, 3, 10];
/** Of all recipients together. A key of RSA 4096 takes 524 bytes, so this is some thousand recipients. */
const mostHeadBytes = 1 << 20;
const oldestVersion = 1;

/** The beginning of a message. */
export interface MessageHead {
  /** Everything that was read so far, for a reader that has to begin again. */
  readonly read: Uint8Array;
  /** Absent: not encrypted, or in another form than a version 1 packet. */
  readonly sealed?: {
    /** The packets that hold the session key, as they lie there. */
    readonly keyPackets: Uint8Array;
    /** What is encrypted, behind the version. */
    readonly body: AsyncIterable<Uint8Array>;
  };
}

/**
 * Reads as far as the packets go that say for whom a message is. Bytes that are no such packets are no error here: another
 * reader may know them.
 */
export async function readMessageHead(reader: ByteReader): Promise<MessageHead> {
  reader.keep();
  try {
    while (reader.keptBytes <= mostHeadBytes) {
      const before = reader.keptBytes;
      const packet = await nextPacket(reader);
      if (packet?.tag === sealedTag) {
        const body = new ByteReader(bodyOf(reader, packet));
        const version = await body.byte();
        const read = reader.kept();
        if (version !== oldestVersion) return { read };
        return { read, sealed: { keyPackets: read.subarray(0, before), body: body.rest() } };
      }
      if (packet === undefined || !tagsBefore.includes(packet.tag)) break;
      // One that goes on for ever, or to the end, is none of these.
      let bodyBytes = 0;
      for await (const bytes of bodyOf(reader, packet)) {
        bodyBytes += bytes.length;
        if (bodyBytes > mostHeadBytes) throw new PacketError('too long for the beginning of a message');
      }
    }
  } catch (error) {
    if (!(error instanceof PacketError)) throw error;
  }
  return { read: reader.kept() };
}
