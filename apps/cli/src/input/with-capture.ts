import { type ByteSource, type Capture, openCapture } from '@harrier/har';
import { nodeSpool } from '@harrier/har/node';
import type { Options } from '../arguments/option-table.ts';
import type { CliIo } from '../io.ts';
import { startProgress } from '../terminal/progress.ts';
import type { AllWords } from '../words/for-language.ts';
import { InputError } from './input-error.ts';
import { openInputSource } from './input-source.ts';

/**
 * Opens `file` (`-`: standard input), runs `use` on the capture and the file's own bytes, and closes both whatever happens. While
 * the file is being read a progress line stands on standard error.
 * Error: {@link InputError} around whatever kept the file from being read.
 */
export async function withCapture<Result>(
  io: CliIo,
  file: string,
  options: Pick<Options, 'password' | 'member' | 'engine'>,
  words: AllWords,
  use: (capture: Capture, source: ByteSource) => Promise<Result>,
): Promise<Result> {
  const progress = startProgress(io.stderr, io.clock);
  let source: ByteSource | undefined;
  let capture: Capture | undefined;
  try {
    try {
      source = await openInputSource(io, file);
      const password = options.password ?? io.env.HARRIER_PASSWORD;
      capture = await openCapture(source, {
        spool: nodeSpool(),
        signal: io.signal,
        onProgress: ({ readBytes, totalBytes, entries }) => {
          const fraction = totalBytes > 0 ? readBytes / totalBytes : 0;
          progress.update(fraction, words.progress.reading(Math.floor(fraction * 100), entries));
        },
        ...(password ? { password } : {}),
        ...(options.member === undefined ? {} : { member: options.member }),
        ...(options.engine === undefined ? {} : { engine: options.engine }),
      });
    } catch (error) {
      throw io.signal.aborted ? error : new InputError(file, error);
    } finally {
      await progress.clear();
    }
    return await use(capture, source);
  } finally {
    await capture?.close();
    await source?.close?.();
  }
}
