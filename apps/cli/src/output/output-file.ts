import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../arguments/usage-error.ts';

/** The output would not take what was written to it. Exit code 5. */
export class OutputFailedError extends Error {
  /** The system's word for it, e.g. `ENOSPC`. */
  readonly systemCode: string | undefined;
  readonly path: string;

  constructor(file: string, cause: unknown) {
    super(`could not write ${file}`, { cause });
    this.name = 'OutputFailedError';
    this.path = file;
    this.systemCode = (cause as { code?: string } | undefined)?.code;
  }
}

export interface OutputFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Makes what was written durable, where nobody looks for it yet: all that can fail for lack of room fails here. */
  prepare(): Promise<void>;
  /** Makes what was written the file, at once and durably. */
  commit(): Promise<void>;
  /** Leaves no trace of what was written. Harmless after `commit`. */
  discard(): Promise<void>;
}

/**
 * A file that is whole or not there: written beside its place, synced, then renamed into it. New files
 * are readable by their owner alone, because captures hold credentials. A device or a pipe is written
 * to directly.
 * Error: {@link UsageError} when `file` is the input, a folder, or holds something and `replace` is
 * not `'replace'`; {@link OutputFailedError} when the system refuses.
 */
export async function createOutputFile(
  file: string,
  inputPath: string | undefined,
  replace: 'replace' | 'refuse',
): Promise<OutputFile> {
  const there = await statOf(file);
  if (there?.isDirectory()) throw new UsageError({ kind: 'output-is-folder', path: file });
  const input = inputPath === undefined ? undefined : await statOf(inputPath);
  if (there && input && there.dev === input.dev && there.ino === input.ino)
    throw new UsageError({ kind: 'output-is-input', path: file });
  if (there && !there.isFile()) return await directFile(file);
  // An empty file (`mktemp` makes one) holds nothing that could be lost.
  if (there && there.size > 0 && replace === 'refuse')
    throw new UsageError({ kind: 'output-exists', path: file });
  return await renamedFile(file, there === undefined ? file : await realpath(file));
}

async function renamedFile(file: string, target: string): Promise<OutputFile> {
  // In the same folder: a rename across file systems would be a copy, and a copy can end half-way.
  const partial = path.join(
    path.dirname(target),
    `.${path.basename(target)}.${randomBytes(6).toString('hex')}.partial`,
  );
  const handle = await attempt(file, () =>
    open(partial, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600),
  );
  let state: 'open' | 'prepared' | 'committed' | 'discarded' = 'open';
  const discard = async () => {
    if (state === 'committed' || state === 'discarded') return;
    state = 'discarded';
    await handle.close().catch(() => {});
    await unlink(partial).catch(() => {});
  };
  const prepare = async () => {
    if (state !== 'open') return;
    await attempt(file, async () => {
      await handle.sync();
      await handle.close();
    });
    state = 'prepared';
  };
  return {
    write: (bytes) => attempt(file, () => writeAll(handle, bytes)),
    prepare,
    commit: async () => {
      try {
        await prepare();
        await attempt(file, () => rename(partial, target));
      } catch (error) {
        await discard();
        throw error;
      }
      state = 'committed';
    },
    discard,
  };
}

async function directFile(file: string): Promise<OutputFile> {
  const handle = await attempt(file, () => open(file, 'w'));
  let isOpen = true;
  const close = async () => {
    if (!isOpen) return;
    isOpen = false;
    await handle.close();
  };
  return {
    write: (bytes) => attempt(file, () => writeAll(handle, bytes)),
    prepare: async () => {},
    commit: () => attempt(file, close),
    discard: () => close().catch(() => {}),
  };
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten;
}

async function statOf(file: string) {
  try {
    return await stat(file);
  } catch {
    return undefined;
  }
}

async function attempt<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new OutputFailedError(file, error);
  }
}
