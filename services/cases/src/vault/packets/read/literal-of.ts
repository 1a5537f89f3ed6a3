import { ByteReader, PacketError } from './byte-reader.ts';
import { inflated, isInflatable } from './inflate.ts';
import { bodyOf, nextPacket } from './packet.ts';

const tags = { signature: 2, onePassSignature: 4, compressed: 8, marker: 10, literal: 11, padding: 21 };
/** May stand beside the text. Signatures are not checked: whoever opens an original asks what was sealed, not by whom. */
const beside: readonly number[] = [tags.signature, tags.onePassSignature, tags.marker, tags.padding];
/** Packets within packets. Writers use one; each further one multiplies what a small file can become. */
const mostLayers = 4;

/** What inflates the compressions that this reader does not know; it gets the packet from its beginning. */
export type OtherPackets = (packets: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

/**
 * The text of a message, once it is decrypted: the body of its one literal packet, which may lie in a compressed one. Reads on
 * to the end of the message behind it, because only there it shows whether the bytes are those that were sealed.
 * Spec: RFC 9580 §10.3. Error: {@link PacketError}; whatever `packets` throws.
 */
export async function* literalOf(
  packets: AsyncIterable<Uint8Array>,
  others: OtherPackets,
  layer = 1,
): AsyncGenerator<Uint8Array> {
  if (layer > mostLayers) throw new PacketError('too many packets within each other');
  const reader = new ByteReader(packets);
  let isFound = false;
  try {
    for (;;) {
      if (!isFound) reader.keep();
      const packet = await nextPacket(reader);
      if (packet === undefined) break;
      const body = bodyOf(reader, packet);
      if (beside.includes(packet.tag)) {
        reader.kept();
        for await (const _ of body);
      } else if (isFound) throw new PacketError('a second text in one message');
      else if (packet.tag === tags.literal) {
        isFound = true;
        reader.kept();
        yield* textOf(body);
      } else if (packet.tag === tags.compressed) {
        isFound = true;
        const compressed = new ByteReader(body);
        const algorithm = await compressed.byte();
        const head = reader.kept();
        if (algorithm === undefined) throw new PacketError('an empty compressed packet');
        if (isInflatable(algorithm))
          yield* literalOf(inflated(algorithm, compressed.rest()), others, layer + 1);
        else if (algorithm === 0) yield* literalOf(compressed.rest(), others, layer + 1);
        else {
          yield* others(reader.rest(head));
          return;
        }
      } else throw new PacketError(`a packet of kind ${packet.tag} in a message`);
    }
    if (!isFound) throw new PacketError('a message without a text');
  } finally {
    reader.kept();
    await reader.close();
  }
}

/** Behind the format, the file's name and its time, none of which a reader has to believe. Spec: RFC 9580 §5.9. */
async function* textOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(body);
  const [, nameBytes = 0] = await reader.take(2);
  await reader.take(nameBytes + 4);
  yield* reader.rest();
}
