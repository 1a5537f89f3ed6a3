import { closeSync, fstatSync, openSync } from 'node:fs';
import { basename } from 'node:path';
import { HarReadError } from '../../notes/har-read-error.ts';
import type { ByteSource } from '../../source/byte-source.ts';
import { descriptorSource } from './descriptor-source.ts';

/** What the operating system says, and what a person can do about it. */
const TROUBLE: Readonly<Record<string, readonly [message: string, nextStep: string]>> = {
  ENOENT: ['There is no such file', 'Check the path.'],
  ENOTDIR: ['There is no such file', 'Check the path.'],
  EACCES: ['No permission to read', 'Ask its owner, or copy it to a place where you may read it.'],
  EPERM: ['No permission to read', 'Ask its owner, or copy it to a place where you may read it.'],
  EISDIR: ['This is a directory', 'Name the capture file inside it.'],
  EMFILE: ['Too many files are open', 'Close some and try again.'],
  ENAMETOOLONG: ['The file name is too long', 'Check the path.'],
  EIO: ['The disk could not read', 'Copy the file to another disk and try again.'],
};

/**
 * A file on disk, held open until `close`. It is never read into memory as a whole. Pipes and devices
 * have no random access: use `stdinSource`. Error: `har/source-failed`.
 */
export function fileSource(path: string): ByteSource {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'r');
    const status = fstatSync(descriptor);
    if (status.isDirectory()) throw Object.assign(new Error('directory'), { code: 'EISDIR' });
    if (!status.isFile()) {
      throw new HarReadError('har/source-failed', `Not a regular file: ${path}`, {
        nextStep: 'Write it to a file first, or pipe it in and name the file "-".',
      });
    }
    return descriptorSource(descriptor, status.size, basename(path));
  } catch (cause) {
    if (descriptor !== undefined) closeSync(descriptor);
    if (cause instanceof HarReadError) throw cause;
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    const [message, nextStep] = TROUBLE[code] ?? ['The file could not be opened', `The system says ${code}.`];
    throw new HarReadError('har/source-failed', `${message}: ${path}`, { cause, nextStep });
  }
}
