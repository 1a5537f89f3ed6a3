import type { ByteSource } from '@harrier/har';
import { type FileEntry, Reader, ZipReader } from '@zip.js/zip.js';

/** One file of a zip. */
export interface ZipMember {
  /** As the archive has it; may lead anywhere. */
  readonly name: string;
  readonly modifiedMs: number;
  /** What the archive says it unfolds to. */
  readonly declaredBytes: number;
  readonly isProtected: boolean;
  /** Error: damage; what came before it was given. */
  chunks(): AsyncGenerator<Uint8Array>;
}

/** The directory is read at once: a million names. */
const MOST_AT_ONCE_BYTES = 64 * 1024 * 1024;

/** The files of a zip, in the order of its directory, which stands at its end. Error: it has none that can be read. */
export async function* zipMembers(source: ByteSource): AsyncGenerator<ZipMember> {
  const zip = new ZipReader(new SourceReader(source), {
    useWebWorkers: false,
    // Names are shown and lead nowhere; the rest of its checks stop at oddities that real writers produce.
    strictness: 'tolerant',
    filenameValidation: 'tolerant',
  });
  for await (const entry of zip.getEntriesGenerator()) {
    if (entry.directory) continue;
    yield {
      name: entry.filename,
      modifiedMs: entry.lastModDate.getTime(),
      declaredBytes: entry.uncompressedSize,
      isProtected: entry.encrypted,
      chunks: () => chunksOf(entry),
    };
  }
}

async function* chunksOf(entry: FileEntry): AsyncGenerator<Uint8Array> {
  let fail: (error: unknown) => void = () => {};
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
    start: (controller) => {
      fail = (error) => controller.error(error);
    },
  });
  // Members that share their packed bytes are how a small zip unfolds to terabytes.
  const options = { useWebWorkers: false, checkSignature: true, checkOverlappingEntry: true };
  const done = entry.getData(writable, options);
  // A member that is refused at once leaves the stream open, and its reader waiting.
  done.catch(fail);
  for await (const chunk of readable) yield chunk;
  await done;
}

class SourceReader extends Reader<ByteSource> {
  readonly #source: ByteSource;

  constructor(source: ByteSource) {
    super(source);
    this.#source = source;
    this.size = source.sizeBytes;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    if (length > MOST_AT_ONCE_BYTES) throw new RangeError('the directory of the zip is too long');
    // zip.js keeps views of what it gets.
    return (await this.#source.read(index, length)).slice();
  }
}
