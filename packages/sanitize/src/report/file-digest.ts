import type { ByteSource } from '@harrier/har';
import { sha256 } from '@noble/hashes/sha2.js';
import type { FileDigest } from './sanitize-report.ts';

const CHUNK_BYTES = 1 << 20;

/** The digest of a source's content, read from its beginning to its end. */
export async function fileDigest(source: ByteSource, name?: string): Promise<FileDigest> {
  const hash = sha256.create();
  for await (const piece of source.stream(CHUNK_BYTES)) hash.update(piece);
  const hex = Array.from(hash.digest(), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { ...(name === undefined ? {} : { name }), sizeBytes: source.sizeBytes, sha256: hex };
}
