import { closeSync, mkdtempSync, openSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HarReadError } from '../../notes/har-read-error.ts';
import type { ByteSource, Spool, SpoolFactory } from '../../source/byte-source.ts';
import { memorySpool } from '../../source/memory-spool.ts';
import { descriptorSource } from './descriptor-source.ts';

/** Settings of {@link nodeSpool}. */
export interface NodeSpoolOptions {
  /** Up to here everything stays in memory. Default 32 MiB: most captures never touch the disk. */
  readonly memoryBytes?: number;
  /** Where the temporary file lives; default the system's temporary directory. */
  readonly directory?: string;
}

/**
 * Makes spools that stay in memory while they are small and go on in a temporary file once they are
 * not. A capture is full of credentials, so the file is readable by its owner only, lies in a private
 * directory, and is deleted as soon as it is open: nothing is left even if the process is killed.
 * Where the system will not delete an open file (Windows), it goes when the source is closed.
 */
export function nodeSpool(options: NodeSpoolOptions = {}): SpoolFactory {
  const memoryBytes = options.memoryBytes ?? 32 * 1024 * 1024;
  const directory = options.directory ?? tmpdir();
  return () => {
    let memory: Spool | undefined = memorySpool();
    let file: TemporaryFile | undefined;
    let writtenBytes = 0;

    const moveToFile = async (): Promise<TemporaryFile> => {
      const opened = openTemporaryFile(directory);
      try {
        const source = await memory!.finish();
        for await (const piece of source.stream(1024 * 1024)) writeAll(opened.descriptor, piece);
        memory = undefined;
        return opened;
      } catch (error) {
        opened.remove();
        throw error;
      }
    };

    return {
      async write(bytes) {
        if (file === undefined && memory !== undefined && writtenBytes + bytes.length > memoryBytes) {
          file = await moveToFile();
        }
        writtenBytes += bytes.length;
        if (file === undefined) await memory!.write(bytes);
        else writeAll(file.descriptor, bytes);
      },
      async finish(): Promise<ByteSource> {
        if (file === undefined) return memory!.finish();
        const { descriptor, removeName } = file;
        return descriptorSource(descriptor, writtenBytes, undefined, removeName);
      },
      async discard() {
        file?.remove();
        await memory?.discard();
      },
    };
  };
}

interface TemporaryFile {
  readonly descriptor: number;
  /** Deletes what is left of the name, after the descriptor was closed. */
  readonly removeName: () => void;
  /** Closes and deletes. */
  readonly remove: () => void;
}

function openTemporaryFile(parent: string): TemporaryFile {
  let directory: string | undefined;
  try {
    // mkdtemp makes the directory for its owner only (0700).
    directory = mkdtempSync(join(parent, 'harrier-'));
    const path = join(directory, 'spool');
    // wx+: never follows or reuses what somebody else put there.
    const descriptor = openSync(path, 'wx+', 0o600);
    const folder = directory;
    const removeName = () => rmSync(folder, { recursive: true, force: true });
    const remove = () => {
      closeSync(descriptor);
      removeName();
    };
    if (!deletedWhileOpen(path, folder)) return { descriptor, removeName, remove };
    return { descriptor, removeName: () => {}, remove: () => closeSync(descriptor) };
  } catch (cause) {
    if (directory !== undefined) rmSync(directory, { recursive: true, force: true });
    throw new HarReadError(
      'har/source-failed',
      'A temporary file could not be made for the inflated capture.',
      {
        cause,
        nextStep: 'Check the free space and the permissions of the temporary directory.',
      },
    );
  }
}

function deletedWhileOpen(path: string, directory: string): boolean {
  try {
    unlinkSync(path);
    rmSync(directory, { recursive: true });
    return true;
  } catch {
    return false;
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  try {
    for (let from = 0; from < bytes.length; ) from += writeSync(descriptor, bytes, from);
  } catch (cause) {
    throw new HarReadError('har/source-failed', 'The inflated capture could not be written to the disk.', {
      cause,
      nextStep: 'Free some space in the temporary directory and try again.',
    });
  }
}
