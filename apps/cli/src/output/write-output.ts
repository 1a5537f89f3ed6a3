import type { CliIo } from '../io.ts';
import { createOutputFile } from './output-file.ts';

export interface OutputPlace {
  /** A path; `-` is standard output. */
  readonly output: string;
  /** The input's path, which is never written to; `-` is standard input. */
  readonly input: string;
  /** Whether an existing file may be replaced. */
  readonly force: boolean;
}

/**
 * Runs `produce` into a file that appears whole or not at all, or into standard output. When `produce`
 * throws or the user stops it, the file that was begun goes away and an older one is still there.
 */
export async function writeOutput<Result>(
  io: CliIo,
  { output, input, force }: OutputPlace,
  produce: (write: (bytes: Uint8Array) => Promise<void>) => Promise<Result>,
): Promise<Result> {
  if (output === '-') {
    return await produce(async (bytes) => {
      io.signal.throwIfAborted();
      await io.stdout.write(bytes);
    });
  }
  const file = await createOutputFile(
    output,
    input === '-' ? undefined : input,
    force ? 'replace' : 'refuse',
  );
  try {
    const result = await produce(async (bytes) => {
      io.signal.throwIfAborted();
      await file.write(bytes);
    });
    io.signal.throwIfAborted();
    await file.commit();
    return result;
  } finally {
    await file.discard();
  }
}
