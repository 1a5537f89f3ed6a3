import { packetOf } from './partial-lengths.ts';

const tag = 11;

/**
 * Plain bytes as a packet. The places for a file name and a time stay empty: they would stand in the sealed file, and no
 * reader has to believe them.
 * Spec: RFC 9580 §5.9.
 */
export function literalData(plain: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return packetOf(tag, bodyOf(plain));
}

async function* bodyOf(plain: AsyncIterable<Uint8Array>) {
  const nameBytes = 0;
  yield Uint8Array.of('b'.charCodeAt(0), nameBytes, 0, 0, 0, 0);
  yield* plain;
}
