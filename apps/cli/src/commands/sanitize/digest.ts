import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { ByteSource } from '@harrier/har';
import type { FileDigest } from '@harrier/sanitize';

const CHUNK_BYTES = 1024 * 1024;

/** Size and SHA-256 of the bytes that pass by. */
export class FileDigester {
  readonly #hash = createHash('sha256');
  #sizeBytes = 0;

  add(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#sizeBytes += bytes.length;
  }

  /** Called once, behind the last byte. `name` loses its folders, which are nobody's business; `-` is none. */
  digest(name: string): FileDigest {
    return {
      ...(name === '-' ? {} : { name: basename(name) }),
      sizeBytes: this.#sizeBytes,
      sha256: this.#hash.digest('hex'),
    };
  }
}

/** Size and SHA-256 of a whole file. */
export async function digestOf(source: ByteSource, name: string, signal: AbortSignal): Promise<FileDigest> {
  const digester = new FileDigester();
  for await (const piece of source.stream(CHUNK_BYTES, signal)) digester.add(piece);
  return digester.digest(name);
}
