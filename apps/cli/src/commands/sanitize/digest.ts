import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { ByteSource } from '@harrier/har';
import type { FileDigest } from '@harrier/sanitize';

const CHUNK_BYTES = 1024 * 1024;

/** Size and SHA-256 of a file; `name` loses its folders, which are nobody's business. */
export async function digestOf(source: ByteSource, name: string, signal: AbortSignal): Promise<FileDigest> {
  const hash = createHash('sha256');
  for await (const piece of source.stream(CHUNK_BYTES, signal)) hash.update(piece);
  return {
    ...(name === '-' ? {} : { name: basename(name) }),
    sizeBytes: source.sizeBytes,
    sha256: hash.digest('hex'),
  };
}
