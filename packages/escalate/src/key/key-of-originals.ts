import type { ByteSource } from '@harrier/har';
import { scrypt } from '@noble/hashes/scrypt.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { inKeyOrder } from '../answers/answers.ts';
import type { Companions } from '../clean/clean-together.ts';

const CHUNK_BYTES = 1024 * 1024;

/** 16 MiB of memory, some 50 ms (RFC 7914 §2). */
const COST = { N: 2 ** 14, r: 8, p: 1, dkLen: 32 };

/** The digest that {@link keyOfOriginals} wants. `source` is the file's own bytes. */
export async function originalsDigest(source: ByteSource, signal?: AbortSignal): Promise<Uint8Array> {
  const hash = sha256.create();
  for await (const piece of source.stream(CHUNK_BYTES, signal)) hash.update(piece);
  return hash.digest();
}

/**
 * A key that comes out of the originals, so that two runs give equal bytes, wherever they run. Nobody has it who has not all of
 * them; and whoever guesses at the secrets that they lack has to pay scrypt for each guess. A package never tells a digest of the
 * originals.
 */
export function keyOfOriginals(digest: Uint8Array, { answers, records }: Companions): Uint8Array {
  const hash = sha256.create().update(digest);
  for (const part of [inKeyOrder(answers), records ?? null])
    hash.update(sha256(new TextEncoder().encode(JSON.stringify(part))));
  return scrypt(hash.digest(), new TextEncoder().encode('harrier escalation'), COST);
}
