import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { ByteSource } from '@harrier/har';
import { fileSource, nodeSpool, stdinSource } from '@harrier/har/node';
import type { CliIo } from '../io.ts';

/** The bytes of a file; of `-` standard input; of a pipe (`<(zcat …)`) whatever comes out of it. */
export async function openInputSource(io: CliIo, file: string): Promise<ByteSource> {
  if (file === '-') return await readStream(io, io.stdin);
  return (await isPipe(file)) ? await readStream(io, createReadStream(file)) : fileSource(file);
}

/** Reads to the end; waiting for a writer that never comes ends with Ctrl-C. */
async function readStream(io: CliIo, stream: Readable): Promise<ByteSource> {
  const stop = () => stream.destroy();
  // It may have been pressed before anybody listened.
  if (io.signal.aborted) stop();
  io.signal.addEventListener('abort', stop, { once: true });
  try {
    return await stdinSource(nodeSpool(), stream);
  } finally {
    io.signal.removeEventListener('abort', stop);
  }
}

async function isPipe(file: string): Promise<boolean> {
  try {
    const there = await stat(file);
    return there.isFIFO() || there.isSocket() || there.isCharacterDevice();
  } catch {
    return false;
  }
}
