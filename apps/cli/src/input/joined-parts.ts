import { stat } from 'node:fs/promises';
import type { ByteSource } from '@harrier/har';
import { fileSource } from '@harrier/har/node';
import type { CliIo } from '../io.ts';
import { partPath } from '../output/split-file.ts';
import { openInputSource } from './input-source.ts';

const firstPart = /\.001$/;

/** The bytes of a file; of `name.001` those of all parts that follow it. Errors: those of {@link openInputSource}. */
export async function openJoined(
  io: CliIo,
  file: string,
): Promise<Pick<ByteSource, 'sizeBytes' | 'stream' | 'close'>> {
  if (!firstPart.test(file)) return await openInputSource(io, file);
  const parts: ByteSource[] = [];
  for (let number = 1; ; number++) {
    const part = partPath(file.replace(firstPart, ''), number);
    if (number > 1 && (await stat(part).catch(() => undefined)) === undefined) break;
    parts.push(fileSource(part));
  }
  return {
    sizeBytes: parts.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    async *stream(chunkBytes, signal) {
      for (const part of parts) yield* part.stream(chunkBytes, signal);
    },
    async close() {
      for (const part of parts) await part.close?.();
    },
  };
}
