import { createHash, type Hash } from 'node:crypto';
import { readdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../arguments/usage-error.ts';
import { createOutputFile, OutputFailedError, type OutputFile } from './output-file.ts';

/** One of the files that belong together, in order. */
export interface FilePart {
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** Files that are one when they are put behind each other. */
export interface SplitFile extends OutputFile {
  /** What was written, once it was prepared. */
  readonly parts: readonly FilePart[];
}

/** Three digits, so that `cat name.*` puts them in order. */
const MOST_PARTS = 999;

/** The name of a part, from 1. */
export function partPath(file: string, number: number): string {
  return `${file}.${String(number).padStart(3, '0')}`;
}

/** The list of the parts, as `sha256sum --check` reads it. Its name does not match `name.*`. */
export function partListPath(file: string): string {
  return `${file}-parts.sha256`;
}

interface OpenPart {
  readonly path: string;
  readonly file: OutputFile;
  readonly hash: Hash;
  sizeBytes: number;
}

/**
 * Writes `<file>.001`, `.002` … of so many bytes at most, and a list of their digests. None of them appears before all are written and
 * synced, and no part of an earlier file goes before all have appeared. Only a rename that fails in the middle leaves some parts of this
 * file, beside those of the earlier one that they did not replace: the list comes last, so until then it is missing or fits no such mixture.
 * Errors: those of {@link createOutputFile} for each of them; {@link UsageError} where a part of another file would follow, or where
 * there were too many.
 */
export async function createSplitFile(
  file: string,
  inputPath: string | undefined,
  replace: 'replace' | 'refuse',
  partBytes: number,
): Promise<SplitFile> {
  const open: OpenPart[] = [];
  const parts: FilePart[] = [];
  const nextPart = async (): Promise<OpenPart> => {
    if (open.length === MOST_PARTS) throw tooManyParts(partBytes);
    const own = partPath(file, open.length + 1);
    const part = {
      path: own,
      file: await createOutputFile(own, inputPath, replace),
      hash: createHash('sha256'),
      sizeBytes: 0,
    };
    open.push(part);
    return part;
  };
  // What is in the way is told before anything is made.
  const list = await createOutputFile(partListPath(file), inputPath, replace);
  try {
    await nextPart();
  } catch (error) {
    await list.discard();
    throw error;
  }
  const prepare = async (): Promise<void> => {
    if (parts.length > 0) return;
    const [rest] = await partsBehind(file, open.length);
    if (rest !== undefined && replace === 'refuse')
      throw new UsageError({ kind: 'output-exists', path: rest });
    for (const part of open) {
      await part.file.prepare();
      parts.push({ path: part.path, sizeBytes: part.sizeBytes, sha256: part.hash.digest('hex') });
    }
    const lines = parts.map((part) => `${part.sha256}  ${path.basename(part.path)}\n`);
    await list.write(new TextEncoder().encode(lines.join('')));
    await list.prepare();
  };
  return {
    parts,
    async write(bytes) {
      for (let at = 0; at < bytes.length; ) {
        const last = open.at(-1);
        const part = last === undefined || last.sizeBytes === partBytes ? await nextPart() : last;
        const piece = bytes.subarray(at, at + partBytes - part.sizeBytes);
        await part.file.write(piece);
        part.hash.update(piece);
        part.sizeBytes += piece.length;
        at += piece.length;
      }
    },
    prepare,
    async commit() {
      await prepare();
      for (const part of open) await part.file.commit();
      await list.commit();
      for (const rest of await partsBehind(file, open.length))
        await unlink(rest).catch((error: unknown) => {
          throw new OutputFailedError(rest, error);
        });
    },
    async discard() {
      for (const part of open) await part.file.discard();
      await list.discard();
    },
  };
}

/** Parts of an earlier, longer file: `cat name.*` would take them for parts of this one, behind a gap or not. */
async function partsBehind(file: string, count: number): Promise<readonly string[]> {
  const folder = path.dirname(file);
  const start = `${path.basename(file)}.`;
  return (await readdir(folder))
    .filter((name) => name.startsWith(start) && /^\d{3}$/.test(name.slice(start.length)))
    .filter((name) => Number(name.slice(start.length)) > count)
    .sort()
    .map((name) => path.join(folder, name));
}

function tooManyParts(partBytes: number): UsageError {
  return new UsageError({
    kind: 'not-one-of',
    option: '--split',
    given: `${partBytes} B`,
    oneOf: [`≤ ${MOST_PARTS} parts`],
    meant: undefined,
  });
}
