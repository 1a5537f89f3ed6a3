/** One field of a message in Protocol Buffers: numbers as they stand, everything else as its bytes. */
export interface ProtobufField {
  readonly number: number;
  readonly value: bigint | Uint8Array;
}

/** The bytes are no message; `byteOffset` within it. */
export class ProtobufError extends Error {
  readonly byteOffset: number;

  constructor(byteOffset: number) {
    super(`No Protocol Buffers message: byte ${byteOffset} does not fit.`);
    this.name = 'ProtobufError';
    this.byteOffset = byteOffset;
  }
}

/** The fields of a message, in order. Spec: Protocol Buffers, Encoding (wire types 0, 1, 2 and 5; groups are refused). */
export function* protobufFields(message: Uint8Array): Generator<ProtobufField> {
  const view = new DataView(message.buffer, message.byteOffset, message.length);
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = message[at++];
      if (byte === undefined) throw new ProtobufError(at - 1);
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw new ProtobufError(at);
  };
  const take = (length: number): Uint8Array => {
    if (length > message.length - at) throw new ProtobufError(at);
    at += length;
    return message.subarray(at - length, at);
  };
  while (at < message.length) {
    const start = at;
    const tag = varint();
    const number = Number(tag >> 3n);
    switch (Number(tag & 7n)) {
      case 0:
        yield { number, value: varint() };
        break;
      case 1:
        take(8);
        yield { number, value: view.getBigUint64(at - 8, true) };
        break;
      case 2: {
        const length = varint();
        if (length > BigInt(message.length)) throw new ProtobufError(start);
        yield { number, value: take(Number(length)) };
        break;
      }
      case 5:
        take(4);
        yield { number, value: BigInt(view.getUint32(at - 4, true)) };
        break;
      default:
        throw new ProtobufError(start);
    }
  }
}
