import { createReadStream, openAsBlob } from 'node:fs';
import { lstat, opendir, stat } from 'node:fs/promises';
import path from 'node:path';
import { BlobReader, type Entry, type FileEntry, ZipReader } from '@zip.js/zip.js';
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
  bytes: number;
  members: number;
}

function newUnpacking({ limits, onNote }: InputOptions): Unpacking {
  return {
    limits: { ...DEFAULT_INPUT_LIMITS, ...limits },
    note: (note) => onNote?.(note),
    bytes: 0,
    members: 0,
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
  /** The file itself, where nothing had to be unpacked to get here: zip needs its end first. */
  readonly file: string | undefined;
}

async function* unpacked(
  chunks: AsyncIterable<Uint8Array>,
  layer: Layer,
  unpacking: Unpacking,
): AsyncGenerator<LogInput> {
  const { name, referenceMs, depth, file } = layer;
  const reader = byteReader(depth === 0 ? chunks : withoutDamage(chunks, name, unpacking));
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
  } else if (packing === 'zip' && file !== undefined) yield* zipInputs(file, layer, unpacking);
  else unpacking.note({ kind: 'packed', name, packing });
  await reader.close();
}

async function* zipInputs(file: string, layer: Layer, unpacking: Unpacking): AsyncGenerator<LogInput> {
  const { name, depth } = layer;
  const zip = new ZipReader(new BlobReader(await openAsBlob(file)), { useWebWorkers: false });
  let entries: Entry[];
  try {
    entries = await zip.getEntries();
  } catch {
    unpacking.note({ kind: 'cut', name });
    return;
  }
  for (const entry of entries) {
    if (entry.directory) continue;
    if (!countMember(name, unpacking)) break;
    const below = memberName(name, entry.filename);
    if (entry.encrypted) {
      unpacking.note({ kind: 'packed', name: below, packing: 'zip with a password' });
      continue;
    }
    const inner = {
      name: below,
      referenceMs: entry.lastModDate.getTime(),
      depth: depth + 1,
      file: undefined,
    };
    yield* unpacked(entryChunks(entry), inner, unpacking);
  }
  await zip.close();
}

async function* entryChunks(entry: FileEntry): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const done = entry.getData(writable, { useWebWorkers: false, checkSignature: true });
  // Awaited below; whoever stops reading early is told nothing.
  done.catch(() => undefined);
  for await (const chunk of readable) yield chunk;
  await done;
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
      if (unpacking.bytes > unpacking.limits.maxUnpackedBytes) {
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
