import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, unlink } from 'node:fs/promises';
import path from 'node:path';

/** The system would not take a file. */
export class WriteError extends Error {
  readonly file: string;
  /** The system's word for it, e.g. `ENOSPC`. */
  readonly systemCode: string;

  constructor(file: string, cause: unknown) {
    super(`could not write ${file}`, { cause });
    this.name = 'WriteError';
    this.file = file;
    this.systemCode = (cause as { code?: string } | undefined)?.code ?? '';
  }
}

/** Writes a file that appears whole under its name or not at all, readable by its owner alone. Error: {@link WriteError}. */
export async function writeWhole(file: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const partial = path.join(
    path.dirname(file),
    `.${path.basename(file)}.${randomBytes(6).toString('hex')}.partial`,
  );
  const handle = await attempt(file, () => open(partial, 'wx', 0o600));
  try {
    for await (const piece of pieces) await attempt(file, () => writeAll(handle, piece));
    await attempt(file, async () => {
      await handle.sync();
      await handle.close();
      await rename(partial, file);
    });
  } catch (error) {
    await handle.close().catch(() => {});
    await unlink(partial).catch(() => {});
    throw error;
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten;
}

async function attempt<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw new WriteError(file, cause);
  }
}
