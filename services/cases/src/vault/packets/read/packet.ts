import { type ByteReader, PacketError } from './byte-reader.ts';

/** How the length of a packet is told: `partial` in pieces, `to-the-end` not at all. */
type BodyLength = { readonly bytes: number } | { readonly firstPiece: number } | 'to-the-end';

/** The beginning of a packet. Its body is read with {@link bodyOf}, to its end, before the next packet. */
export interface PacketHead {
  readonly tag: number;
  readonly length: BodyLength;
}

/** Pieces of a packet must have this many bytes at least, but for the last. Spec: RFC 9580 §4.2.1.4. */
const leastFirstPiece = 512;

/** The next packet; undefined at the end. Spec: RFC 9580 §4.2. Error: {@link PacketError}. */
export async function nextPacket(reader: ByteReader): Promise<PacketHead | undefined> {
  const first = await reader.byte();
  if (first === undefined) return undefined;
  if ((first & 0x80) === 0) throw new PacketError('no packet begins here');
  if ((first & 0x40) !== 0) return { tag: first & 0x3f, length: await newLength(reader) };
  // The older form: gpg writes its compressed packets in it, whose length nobody knows.
  const tag = (first >> 2) & 0x0f;
  switch (first & 0x03) {
    case 0:
      return { tag, length: { bytes: await number(reader, 1) } };
    case 1:
      return { tag, length: { bytes: await number(reader, 2) } };
    case 2:
      return { tag, length: { bytes: await number(reader, 4) } };
    default:
      return { tag, length: 'to-the-end' };
  }
}

/** The body of a packet, as it comes. Error: {@link PacketError} where it is cut off. */
export async function* bodyOf(reader: ByteReader, { length }: PacketHead): AsyncGenerator<Uint8Array> {
  if (length === 'to-the-end') {
    yield* reader.rest();
    return;
  }
  if ('bytes' in length) {
    yield* exactly(reader, length.bytes);
    return;
  }
  if (length.firstPiece < leastFirstPiece) throw new PacketError('the first piece of a packet is too short');
  let piece: BodyLength = length;
  while ('firstPiece' in piece) {
    yield* exactly(reader, piece.firstPiece);
    piece = await newLength(reader);
  }
  yield* exactly(reader, piece.bytes);
}

async function newLength(reader: ByteReader): Promise<Exclude<BodyLength, 'to-the-end'>> {
  const first = await number(reader, 1);
  if (first < 192) return { bytes: first };
  if (first < 224) return { bytes: ((first - 192) << 8) + (await number(reader, 1)) + 192 };
  if (first < 255) return { firstPiece: 2 ** (first & 0x1f) };
  return { bytes: await number(reader, 4) };
}

async function number(reader: ByteReader, bytes: number): Promise<number> {
  let value = 0;
  for (const byte of await reader.take(bytes)) value = value * 256 + byte;
  return value;
}

async function* exactly(reader: ByteReader, count: number): AsyncGenerator<Uint8Array> {
  for (let left = count; left > 0; ) {
    const part = await reader.some(left);
    if (part === undefined) throw new PacketError('the bytes end within a packet');
    left -= part.length;
    yield part;
  }
}
