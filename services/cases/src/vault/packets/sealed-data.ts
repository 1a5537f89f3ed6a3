import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { SessionKey } from '../session-key.ts';
import { packetOf } from './partial-lengths.ts';

const tag = 18;
const version = 1;
const blockBytes = 16;
/** Header of the modification detection code packet, which ends the plain text and is hashed like all before it. */
const mdcHeader = Uint8Array.of(0xd3, 0x14);

/**
 * Packets, encrypted and protected against changes: version 1 of the packet, because gpg 2.2 reads no other.
 * The ciphers and hashes are OpenSSL's; only the framing is ours, because streams of the library spend more time on
 * themselves than on AES (bench seal). Whatever is written here is read back by the library before an original goes.
 * Spec: RFC 9580 §5.13.1.
 */
export function sealedData(packets: AsyncIterable<Uint8Array>, key: SessionKey): AsyncIterable<Uint8Array> {
  return packetOf(tag, bodyOf(packets, key));
}

async function* bodyOf(packets: AsyncIterable<Uint8Array>, key: SessionKey): AsyncGenerator<Uint8Array> {
  // The format's start value is zero; the random block before the text does what one would do.
  const cipher = createCipheriv('aes-256-cfb', key.expose(), new Uint8Array(blockBytes));
  const hash = createHash('sha1');
  const protect = (bytes: Uint8Array): Uint8Array => {
    hash.update(bytes);
    return cipher.update(bytes);
  };
  const random = randomBytes(blockBytes);
  yield Uint8Array.of(version);
  yield protect(random);
  // Once they let a reader test its key early; today they are only part of the format.
  yield protect(random.subarray(-2));
  for await (const bytes of packets) yield protect(bytes);
  yield protect(mdcHeader);
  yield cipher.update(hash.digest());
  cipher.final();
}
