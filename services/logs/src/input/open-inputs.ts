import { createReadStream } from 'node:fs';
import { lstat, opendir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ByteSource } from '@harrier/har';
import { fileSource, nodeSpool } from '@harrier/har/node';
import { byteReader } from './byte-reader.ts';
import {
  DEFAULT_INPUT_LIMITS,
  type InputLimits,
  type InputNote,
  type InputOptions,
  type LogInput,
  LogInputError,
} from './log-input.ts';
import { packingOf, SNIFFED_BYTES, wideOrder } from './packing.ts';
import { tarMembers } from './tar.ts';
import { gunzip, narrow, unzstd } from './unpack.ts';
import { type ZipMember, zipMembers } from './zip-members.ts';

/** Larger reads than Node's 64 KiB are several times faster; more than this gains nothing. */
const READ_BYTES = 256 * 1024;

/**
 * Every log under some paths: files, folders with all below them (in the order of their names), `-` for standard input,
 * and what gzip, zstd, tar and zip files hold, by content and not by name. Error: {@link LogInputError} for a path that
 * was asked for and cannot be read; trouble below it is a note.
 */
export async function* openInputs(
  paths: readonly string[],
  options: InputOptions = {},
): AsyncGenerator<LogInput> {
  for (const wanted of paths) {
    const unpacking = newUnpacking(options);
    if (wanted === '-') {
      yield* unpacked(
        options.stdin ?? process.stdin,
        { name: '-', referenceMs: Date.now(), depth: 0, file: undefined },
        unpacking,
      );
      continue;
    }
    let isFolder: boolean;
    try {
      isFolder = (await stat(wanted)).isDirectory();
    } catch (cause) {
      throw new LogInputError(wanted, cause);
    }
    if (isFolder) yield* folderInputs(wanted, '', options);
    else yield* fileInputs(wanted, path.basename(wanted), unpacking, 'asked');
  }
}

/** What is counted over one file of the file system. */
interface Unpacking {
  readonly limits: InputLimits;
  readonly note: (note: InputNote) => void;
  /** Of the file itself, as far as it was read. */
  packedBytes: number;
  /** Of what it unfolds to, over all layers. */
  bytes: number;
  members: number;
  /** Of the zips that lie on the disk now. */
  zipBytes: number;
}

/** Less than this is never a bomb, however good the ratio. */
const RATIO_FROM_BYTES = 16 * 1024 * 1024;

/** The most that a file may unfold to. */
function mostUnpacked({ limits, packedBytes }: Unpacking): number {
  return Math.min(limits.maxUnpackedBytes, Math.max(RATIO_FROM_BYTES, packedBytes * limits.maxRatio));
}

function newUnpacking({ limits, onNote }: InputOptions): Unpacking {
  return {
    limits: { ...DEFAULT_INPUT_LIMITS, ...limits },
    note: (note) => onNote?.(note),
    packedBytes: 0,
    bytes: 0,
    members: 0,
    zipBytes: 0,
  };
}

async function* folderInputs(folder: string, below: string, options: InputOptions): AsyncGenerator<LogInput> {
  const unpacking = newUnpacking(options);
  const names: string[] = [];
  try {
    for await (const item of await opendir(path.join(folder, below))) names.push(item.name);
  } catch {
    unpacking.note({ kind: 'unreadable', name: below });
    return;
  }
  for (const item of names.sort()) {
    const name = below === '' ? item : `${below}/${item}`;
    const full = path.join(folder, name);
    const what = await lstat(full).catch(() => undefined);
    if (what === undefined) unpacking.note({ kind: 'unreadable', name });
    else if (what.isSymbolicLink()) unpacking.note({ kind: 'link', name });
    else if (what.isDirectory()) yield* folderInputs(folder, name, options);
    else if (what.isFile()) yield* fileInputs(full, name, newUnpacking(options), 'found');
  }
}

async function* fileInputs(
  file: string,
  name: string,
  unpacking: Unpacking,
  why: 'asked' | 'found',
): AsyncGenerator<LogInput> {
  try {
    const { mtimeMs } = await stat(file);
    const chunks = createReadStream(file, { highWaterMark: READ_BYTES });
    yield* unpacked(chunks, { name, referenceMs: mtimeMs, depth: 0, file }, unpacking);
  } catch (cause) {
    if (why === 'asked') throw new LogInputError(file, cause);
    unpacking.note({ kind: 'unreadable', name });
  }
}

interface Layer {
  readonly name: string;
  readonly referenceMs: number;
  readonly depth: number;
  /** The file itself, where nothing had to be unpacked to get here: a zip, which needs its end first, is read from there. */
  readonly file: string | undefined;
}

async function* unpacked(
  chunks: AsyncIterable<Uint8Array>,
  layer: Layer,
  unpacking: Unpacking,
): AsyncGenerator<LogInput> {
  const { name, referenceMs, depth } = layer;
  const reader = byteReader(depth === 0 ? packed(chunks, unpacking) : withoutDamage(chunks, name, unpacking));
  const first = await reader.peek(SNIFFED_BYTES);
  const packing = packingOf(first);
  const all = reader.stream(Number.POSITIVE_INFINITY);
  const inner = { referenceMs, depth: depth + 1, file: undefined };
  if (packing === undefined) {
    const order = wideOrder(first);
    yield { name, referenceMs, chunks: order === undefined ? all : narrow(all, order) };
  } else if (packing === 'binary') unpacking.note({ kind: 'binary', name });
  else if (depth >= unpacking.limits.maxNesting) unpacking.note({ kind: 'limit', name });
  else if (packing === 'gzip')
    yield* unpacked(gunzip(all), { ...inner, name: withoutEnding(name, /\.(?:gz|tgz)$/i) }, unpacking);
  else if (packing === 'zstd')
    yield* unpacked(unzstd(all), { ...inner, name: withoutEnding(name, /\.(?:zst|tzst)$/i) }, unpacking);
  else if (packing === 'tar') {
    try {
      for await (const member of tarMembers(reader)) {
        if (!countMember(name, unpacking)) break;
        const below = { name: memberName(name, member.name), referenceMs: member.modifiedMs };
        yield* unpacked(member.chunks, { ...inner, ...below }, unpacking);
      }
    } catch {
      unpacking.note({ kind: 'cut', name });
    }
  } else if (packing === 'zip') yield* zipInputs(all, layer, unpacking);
  else unpacking.note({ kind: 'packed', name, packing });
  await reader.close();
}

async function* zipInputs(
  all: AsyncIterable<Uint8Array>,
  layer: Layer,
  unpacking: Unpacking,
): AsyncGenerator<LogInput> {
  const { name, depth, file } = layer;
  const source = file === undefined ? await spooled(all, unpacking) : fileSource(file);
  if (source === undefined) {
    unpacking.note({ kind: 'limit', name });
    return;
  }
  try {
    if (file !== undefined) unpacking.packedBytes = source.sizeBytes;
    const members: ZipMember[] = [];
    let declaredBytes = unpacking.bytes;
    try {
      for await (const member of zipMembers(source)) {
        if (!countMember(name, unpacking)) break;
        // What says itself that it is too much is not begun.
        declaredBytes += member.declaredBytes;
        if (declaredBytes > mostUnpacked(unpacking)) {
          unpacking.note({ kind: 'limit', name });
          return;
        }
        members.push(member);
      }
    } catch {
      unpacking.note({ kind: 'cut', name });
    }
    for (const member of members) {
      const below = memberName(name, member.name);
      if (member.isProtected) {
        unpacking.note({ kind: 'packed', name: below, packing: 'zip with a password' });
        continue;
      }
      const inner = { name: below, referenceMs: member.modifiedMs, depth: depth + 1, file: undefined };
      yield* unpacked(member.chunks(), inner, unpacking);
    }
  } finally {
    if (file === undefined) unpacking.zipBytes -= source.sizeBytes;
    await source.close?.();
  }
}

/**
 * A stream as something that can be read at random: in memory while it is small, else in a file that has no name. Gives nothing where
 * that takes more than the limit.
 */
async function spooled(
  chunks: AsyncIterable<Uint8Array>,
  unpacking: Unpacking,
): Promise<ByteSource | undefined> {
  const spool = nodeSpool()();
  const before = unpacking.zipBytes;
  try {
    for await (const chunk of chunks) {
      unpacking.zipBytes += chunk.length;
      if (unpacking.zipBytes > unpacking.limits.maxZipBytes) {
        unpacking.zipBytes = before;
        await spool.discard();
        return undefined;
      }
      await spool.write(chunk);
    }
    return await spool.finish();
  } catch (error) {
    await spool.discard();
    throw error;
  }
}

/** Counts the bytes of the file itself. */
async function* packed(chunks: AsyncIterable<Uint8Array>, unpacking: Unpacking): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    unpacking.packedBytes += chunk.length;
    yield chunk;
  }
}

/** Gives what came before damage, and counts. */
async function* withoutDamage(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  unpacking: Unpacking,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of chunks) {
      unpacking.bytes += chunk.length;
      if (unpacking.bytes > mostUnpacked(unpacking)) {
        unpacking.note({ kind: 'limit', name });
        return;
      }
      yield chunk;
    }
  } catch {
    unpacking.note({ kind: 'cut', name });
  }
}

function countMember(name: string, unpacking: Unpacking): boolean {
  if (++unpacking.members <= unpacking.limits.maxMembers) return true;
  unpacking.note({ kind: 'limit', name });
  return false;
}

function withoutEnding(name: string, ending: RegExp): string {
  const plain = name.replace(ending, '');
  return plain === '' ? name : plain;
}

/** Names in archives lead nowhere here, but they are shown. */
function memberName(archive: string, member: string): string {
  const parts = member.split(/[/\\]/).filter((part) => part !== '' && part !== '.' && part !== '..');
  return `${archive}/${parts.join('/')}`;
}
