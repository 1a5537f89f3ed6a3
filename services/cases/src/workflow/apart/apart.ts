import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ByteSource, HarReadError, SNIFF_BYTES, type Spool, sniff } from '@harrier/har';
import { SanitizeError } from '@harrier/sanitize';
import { IntakeTrouble } from '../intake-trouble.ts';
import type { ValueMap } from '../seal-map.ts';
import type { ChildWord } from './child-word.ts';

/** Below it the start of a process takes longer than the work, and the work takes next to no memory. */
const LEAST_BYTES = 4 * 1024 * 1024;
const CHUNK_BYTES = 256 * 1024;

/** A capture that nobody gets through must not hold up all others: a slow machine takes a fifth of this. */
const limitMsOf = (sizeBytes: number): number => 10 * 60_000 + sizeBytes / 500;

/** Kept small in a process that ends with its capture: what is left behind there is given back all at once. */
const execArgv = ['--max-semi-space-size=4'];

export interface ApartOptions {
  /** What runs in the process; it is built beside this file. */
  readonly script?: URL;
  /** The process is ended after so long. */
  readonly limitMs?: number;
}

/**
 * Whether a capture is worth a process of its own: it is large, or packed and may unfold to any size. What is none, a picture for
 * example, is known by its beginning alone, and need not be sent anywhere for that.
 */
export async function belongsApart(original: ByteSource): Promise<boolean> {
  const head = await original.read(0, Math.min(SNIFF_BYTES, original.sizeBytes));
  const { kind } = sniff(head, original.sizeBytes);
  if (kind === 'empty' || kind === 'other') return false;
  return original.sizeBytes >= LEAST_BYTES || kind !== 'har-json';
}

/** The last word of a process that did its work. */
export type Told = Exclude<ChildWord, { kind: 'values' | 'refused' | 'troubled' }>;

/**
 * Runs a script in a process of its own, with a capture as its standard input: whoever answers requests keeps its memory and its
 * time, and a capture that brings the process down brings down nothing else. The process gets bytes and gives bytes; it knows no
 * secret of the server, no database and no key. What it puts out goes to `output`. Errors: those that the script tells of; a
 * plain one where it ended without a word, or not by itself.
 */
export async function workApart(
  original: ByteSource,
  script: URL,
  output: Spool,
  limitMs = limitMsOf(original.sizeBytes),
): Promise<{ readonly told: Told; readonly values: ValueMap }> {
  const child = fork(script, {
    // Where temporary files go, and nothing else: secrets may stand in the environment.
    env: { TMPDIR: process.env.TMPDIR, TEMP: process.env.TEMP, TMP: process.env.TMP },
    execArgv,
    serialization: 'advanced',
    // What a crash prints may repeat captured text.
    stdio: ['pipe', 'pipe', 'ignore', 'ipc'],
  });
  const limit = setTimeout(() => child.kill('SIGKILL'), limitMs);
  try {
    const [word, unread] = await Promise.all([
      wordOf(child),
      send(original, child),
      fill(output, child.stdout as Readable),
    ]);
    if (unread !== undefined) throw unread;
    return word;
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    clearTimeout(limit);
  }
}

/** All that a process said until its end. Had it not ended by itself, of what it gave the end may be missing. */
async function wordOf(child: ChildProcess): Promise<{ readonly told: Told; readonly values: ValueMap }> {
  const values: ValueMap = new Map();
  let last: Exclude<ChildWord, { kind: 'values' }> | undefined;
  child.on('message', (word: ChildWord) => {
    if (word.kind === 'values') for (const [pseudonym, value] of word.values) values.set(pseudonym, value);
    else last = word;
  });
  // Messages that are on their way are delivered before the channel counts as closed.
  const [, [exitCode]] = await Promise.all([once(child, 'disconnect'), once(child, 'close')]);
  if (last === undefined || exitCode !== 0)
    throw new Error('the process of a capture ended without a word, or not by itself');
  if (last.kind === 'troubled') throw new IntakeTrouble(last.code, 'the capture cannot be examined');
  if (last.kind !== 'refused') return { told: last, values };
  throw last.room === 'har'
    ? new HarReadError(last.code, 'the capture cannot be read')
    : new SanitizeError(last.code, 'the capture cannot be made clean', '');
}

/** Gives an error where the process took no more: how it ended says why, and is what is told then. */
async function send(original: ByteSource, { stdin }: ChildProcess): Promise<unknown> {
  try {
    await pipeline(copies(original), stdin as Writable);
    return undefined;
  } catch (error) {
    if (!brokenPipe.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return error;
  }
}

const brokenPipe: ReadonlySet<string> = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE']);

/** A source may use its memory again for the next piece, and a pipe keeps several on their way. */
async function* copies(original: ByteSource): AsyncGenerator<Uint8Array> {
  for await (const piece of original.stream(CHUNK_BYTES)) yield piece.slice();
}

async function fill(spool: Spool, bytes: Readable): Promise<void> {
  for await (const piece of bytes) await spool.write(piece as Uint8Array);
}
