import { createHash } from 'node:crypto';

/** What bytes were: enough to know them again. */
export interface ByteDigest {
  readonly sizeBytes: number;
  /** SHA-256, 64 small hex digits. */
  readonly sha256: string;
}

/** Lets bytes through and knows afterwards what they were. */
export interface DigestTap {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** How much has gone through so far. */
  sizeBytes(): number;
  /** Of what has gone through so far; the last word only once `bytes` has ended. */
  digest(): ByteDigest;
}

export function tapDigest(source: AsyncIterable<Uint8Array>): DigestTap {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  return {
    bytes: (async function* () {
      for await (const bytes of source) {
        hash.update(bytes);
        sizeBytes += bytes.length;
        yield bytes;
      }
    })(),
    sizeBytes: () => sizeBytes,
    digest: () => ({ sizeBytes, sha256: hash.copy().digest('hex') }),
  };
}
