import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ByteSource, HarReadError, SNIFF_BYTES, type Spool, sniff } from '@harrier/har';
import { SanitizeError } from '@harrier/sanitize';
import { type CleanOptions, cleanOriginal } from '../clean-original.ts';
import type { Cleaned } from '../context.ts';
import type { ChildWord } from './child-word.ts';

/** Below it the start of a process takes longer than the work, and the work takes next to no memory. */
const LEAST_BYTES = 4 * 1024 * 1024;
const CHUNK_BYTES = 256 * 1024;

/** A capture that nobody gets through must not hold up all others: a slow machine takes a fifth of this. */
const limitMsOf = (sizeBytes: number): number => 10 * 60_000 + sizeBytes / 500;

/** Kept small in a process that ends with its capture: what is left behind there is given back all at once. */
const execArgv = ['--max-semi-space-size=4'];

export interface CleanApartOptions extends Pick<CleanOptions, 'spool' | 'sealMap'> {
  /** What runs in the process; it is built beside this file. */
  readonly script?: URL;
  /** The process is ended after so long. */
  readonly limitMs?: number;
}

/**
 * {@link cleanOriginal} in a process of its own: whoever answers requests keeps its memory and its time, and a capture that brings
 * the process down brings down nothing else. The process gets bytes and gives bytes; it knows no secret of the server, no
 * database and no key. What pseudonyms stood for comes back through memory alone and is sealed here.
 */
export async function cleanApart(
  original: ByteSource,
  {
    spool,
    sealMap,
    script = new URL('./clean-child.js', import.meta.url),
    limitMs = limitMsOf(original.sizeBytes),
  }: CleanApartOptions,
): Promise<Cleaned> {
  if (original.sizeBytes < LEAST_BYTES && (await isPlain(original)))
    return await cleanOriginal(original, { spool, ...(sealMap === undefined ? {} : { sealMap }) });
  const child = fork(script, {
    // Where temporary files go, and nothing else: secrets may stand in the environment.
    env: { TMPDIR: process.env.TMPDIR, TEMP: process.env.TEMP, TMP: process.env.TMP },
    execArgv,
    serialization: 'advanced',
    // What a crash prints may repeat captured text.
    stdio: ['pipe', 'pipe', 'ignore', 'ipc'],
  });
  const output = spool(original.sizeBytes);
  const limit = setTimeout(() => child.kill('SIGKILL'), limitMs);
  try {
    const [{ told, values }] = await Promise.all([
      wordOf(child),
      send(original, child),
      fill(output, child.stdout as Readable),
    ]);
    if (told.isUnchanged) {
      await output.discard();
      return told.facts;
    }
    const sealedMap = values.size === 0 ? undefined : await sealMap?.(values);
    return {
      ...told.facts,
      output: await output.finish(),
      ...(sealedMap === undefined ? {} : { sealedMap }),
    };
  } catch (error) {
    child.kill('SIGKILL');
    await output.discard();
    throw error;
  } finally {
    clearTimeout(limit);
  }
}

/** Whether it is as large as it looks: what is packed may unfold to any size. */
async function isPlain(original: ByteSource): Promise<boolean> {
  const head = await original.read(0, Math.min(SNIFF_BYTES, original.sizeBytes));
  return sniff(head, original.sizeBytes).kind === 'har-json';
}

/**
 * All that a process said until its end. Errors: those of `cleanOriginal`; a plain one where it ended without a word, or not by
 * itself: of what it gave, the end may be missing then.
 */
async function wordOf(child: ChildProcess) {
  const values: Parameters<NonNullable<CleanOptions['sealMap']>>[0] = new Map();
  let last: Exclude<ChildWord, { kind: 'values' }> | undefined;
  child.on('message', (word: ChildWord) => {
    if (word.kind === 'values') for (const [pseudonym, value] of word.values) values.set(pseudonym, value);
    else last = word;
  });
  // Messages that are on their way are delivered before the channel counts as closed.
  const [, [exitCode]] = await Promise.all([once(child, 'disconnect'), once(child, 'close')]);
  if (last === undefined || exitCode !== 0)
    throw new Error('the process that sanitizes ended without a word, or not by itself');
  if (last.kind === 'cleaned') return { told: last, values };
  throw last.room === 'har'
    ? new HarReadError(last.code, 'the capture cannot be read')
    : new SanitizeError(last.code, 'the capture cannot be made clean', '');
}

async function send(original: ByteSource, { stdin }: ChildProcess): Promise<void> {
  await pipeline(copies(original), stdin as Writable);
}

/** A source may use its memory again for the next piece, and a pipe keeps several on their way. */
async function* copies(original: ByteSource): AsyncGenerator<Uint8Array> {
  for await (const piece of original.stream(CHUNK_BYTES)) yield piece.slice();
}

async function fill(spool: Spool, bytes: Readable): Promise<void> {
  for await (const piece of bytes) await spool.write(piece as Uint8Array);
}
