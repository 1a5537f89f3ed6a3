import type { OpenOptions } from '../capture.ts';
import type { EntryIndex } from '../entry-index/entry-index.ts';
import { HarReadError } from '../notes/har-read-error.ts';
import type { ReadNote } from '../notes/read-note.ts';
import { DEFAULT_LIMITS } from '../read/limits.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { createKernel } from './create-kernel.ts';
import { EntryRecorder, type MemberRange } from './entry-recorder.ts';
import type { Kernel, KernelStart } from './entry-sink.ts';
import { locateLine } from './locate-line.ts';
import { NoteTaker } from './note-taker.ts';
import { ReadAhead } from './read-ahead.ts';
import { Recovery } from './recovery.ts';
import { describeNoCapture, type HarShape, isLoadTestScript, judgeShape } from './shape.ts';
import { tellOddities } from './tell-oddities.ts';
import { unescapeText } from './unescape-bytes.ts';

/** What indexing a HAR gives. */
export interface HarScan {
  readonly index: EntryIndex;
  readonly engine: 'wasm' | 'typescript';
  readonly notes: readonly ReadNote[];
  readonly shape: HarShape;
  /** Where the other members of root and log lie. */
  readonly members: readonly MemberRange[];
  /** The file's beginning up to the entries, read leniently because it is damaged. */
  readonly head?: unknown;
}

export type IndexOptions = Pick<
  OpenOptions,
  'engine' | 'chunkBytes' | 'signal' | 'onRows' | 'onProgress' | 'limits'
>;

/**
 * The kernel's memory is eight times this. 64 KiB to 1 MiB walk equally fast, but with 256 KiB V8 collected all garbage once during the
 * first scan of a process in three runs of three, with 128 KiB in one of seven.
 */
const DEFAULT_CHUNK_BYTES = 128 * 1024;
const SMALLEST_CHUNK_BYTES = 64;
/** Larger ones gain nothing, and the kernel's memory grows with them. */
const LARGEST_CHUNK_BYTES = 64 * 1024 * 1024;
/** Behind damage more damage is likely: what was read beyond it is read again. */
const CHUNK_BYTES_BEHIND_DAMAGE = 2048;
/** The kernels keep a few bytes for each open bracket. */
const LARGEST_MAX_DEPTH = 60_000;
/** How long the scan keeps the thread before others get a turn: half a frame. */
const TURN_MS = 8;
/** As many as fill a window are told at once, also behind a few that were told before. */
const FIRST_ROWS = 50;

/** Members of root and log that are told; more can only be rubbish. */
const MAX_MEMBERS = 1000;

/**
 * Indexes the entries of a HAR. Strict and fast where the file is JSON, lenient for the entry where it is not;
 * every oddity is a note. Errors: `har/empty`, `har/not-json`, `har/not-a-capture`, `har/cancelled`, `har/too-large`.
 */
export async function indexHar(source: ByteSource, options: IndexOptions = {}): Promise<HarScan> {
  const scan = new Scan(source, options);
  return await scan.run();
}

/** A longer key's member is left in the file: half a key is another one, or ends inside an escape. */
const MAX_KEY_BYTES = 64 * 1024;

class Scan {
  readonly #source: ByteSource;
  readonly #options: IndexOptions;
  #recorder: EntryRecorder;
  readonly #notes: NoteTaker;
  readonly #recovery: Recovery;
  readonly #kernel: Kernel;
  readonly #ahead: ReadAhead;
  readonly #chunkBytes: number;
  #rowsTold = 0;
  #turnStarted = now();

  constructor(source: ByteSource, options: IndexOptions) {
    this.#source = source;
    this.#options = options;
    this.#recorder = new EntryRecorder(options.limits?.maxEntryBytes);
    this.#ahead = new ReadAhead(source);
    this.#notes = new NoteTaker(source);
    this.#recovery = new Recovery(source, this.#notes, (at) => this.#giveTurn(at));
    this.#chunkBytes = wholeNumber(
      options.chunkBytes,
      DEFAULT_CHUNK_BYTES,
      SMALLEST_CHUNK_BYTES,
      LARGEST_CHUNK_BYTES,
    );
    this.#kernel = createKernel(options.engine ?? 'auto', {
      chunkBytes: this.#chunkBytes,
      maxDepth: wholeNumber(options.limits?.maxDepth, DEFAULT_LIMITS.maxDepth, 1, LARGEST_MAX_DEPTH),
    });
  }

  async run(): Promise<HarScan> {
    if (this.#source.sizeBytes === 0) {
      throw new HarReadError('har/empty', 'The file is empty.', { nextStep: 'Export the capture again.' });
    }
    await this.#walkDocuments('document');
    let members = await this.#readMemberKeys();
    let shape = judgeShape(this.#recorder, members);
    if (shape === 'entry') {
      // A single entry without log: walk it again as what it is, and tell its damage once.
      this.#notes.notes.length = 0;
      this.#rowsTold = 0;
      this.#recorder = new EntryRecorder(this.#options.limits?.maxEntryBytes);
      await this.#walkDocuments('bare-entry');
      members = [];
    } else if (shape === undefined) shape = await this.#refuse(members);
    this.#checkEntryCount();
    tellOddities(this.#recorder, this.#notes);
    this.#recorder.finish();
    this.#tellRows(true);
    return {
      index: this.#recorder,
      engine: this.#kernel.engine,
      notes: this.#notes.notes,
      shape,
      members,
      ...(this.#recovery.head === undefined ? {} : { head: this.#recovery.head }),
    };
  }

  /** Walks the file from its beginning, around whatever damage there is. */
  async #walkDocuments(first: KernelStart): Promise<void> {
    let at = 0;
    let start = first;
    let chunkBytes = this.#chunkBytes;
    const kernel = this.#kernel;
    while (at < this.#source.sizeBytes) {
      kernel.restart(start, this.#recorder);
      await this.#walk(at, chunkBytes);
      if (kernel.damage === undefined) return;
      const next = await this.#recovery.recover(kernel, this.#recorder, kernel.damage, at);
      if (next === undefined) return;
      at = next.at;
      start = next.start;
      chunkBytes = Math.min(CHUNK_BYTES_BEHIND_DAMAGE, this.#chunkBytes);
      await this.#giveTurn(at);
    }
  }

  /** Walks from `from` to the end or to damage, in chunks that begin with `chunkBytes` and grow to what was asked for. */
  async #walk(from: number, chunkBytes: number): Promise<void> {
    const { buffer, capacity } = this.#kernel;
    const { sizeBytes } = this.#source;
    let wantedBytes = chunkBytes;
    let base = from;
    let kept = 0;
    for (;;) {
      const offset = base + kept;
      const wanted = Math.min(wantedBytes, capacity - kept, sizeBytes - offset);
      const target = buffer.subarray(kept, kept + wanted);
      const read = this.#readNow(offset, target) ?? (await this.#readLater(offset, target));
      const length = kept + read;
      // A file that turns out shorter than it said ends where it ends.
      const final = base + length >= sizeBytes || (read === 0 && wanted > 0);
      const used = this.#kernel.walk(length, base, final);
      if (this.#kernel.damage !== undefined) return;
      buffer.copyWithin(0, used, length);
      kept = length - used;
      base += used;
      if (final && kept === 0) return;
      wantedBytes = Math.min(2 * wantedBytes, this.#chunkBytes);
      if (this.#isTurnOver()) await this.#pause(base);
    }
  }

  /** Nothing that could be a capture was found: say what it is instead. */
  async #refuse(members: readonly MemberRange[]): Promise<never> {
    const damage = this.#recovery.firstDamage;
    if (damage === undefined || isLoadTestScript(this.#recorder, members)) {
      throw new HarReadError('har/not-a-capture', describeNoCapture(this.#recorder, members), {
        nextStep: 'Export the capture as HAR from the browser (Network panel) or as SAZ from Fiddler.',
      });
    }
    const { line, column } = await locateLine(this.#source, damage.offset);
    throw new HarReadError(
      'har/not-json',
      `This is not JSON: ${damage.reason} at byte ${damage.offset} (line ${line}, column ${column}), and no entry could be found.`,
      {
        byteOffset: damage.offset,
        line,
        column,
        nextStep: 'Export the capture again; do not edit it by hand.',
      },
    );
  }

  /** undefined: the source has to be waited for. */
  #readNow(offset: number, target: Uint8Array): number | undefined {
    if (this.#source.readSync === undefined) return undefined;
    let filled = 0;
    while (filled < target.length) {
      const read = this.#source.readSync(offset + filled, filled === 0 ? target : target.subarray(filled));
      if (read === 0) break;
      filled += read;
    }
    return filled;
  }

  async #readLater(offset: number, target: Uint8Array): Promise<number> {
    const bytes = await this.#ahead.read(offset, target.length);
    target.set(bytes);
    return bytes.length;
  }

  /** Keys of the members of root and log; their values stay in the file. */
  async #readMemberKeys(): Promise<MemberRange[]> {
    const members: MemberRange[] = [];
    for (const { inLog, keyStart, keyEnd, start, end } of this.#recorder.memberKeys.slice(0, MAX_MEMBERS)) {
      if (keyEnd - keyStart > MAX_KEY_BYTES) continue;
      const key = unescapeText(await this.#source.read(keyStart, keyEnd - keyStart));
      members.push({ inLog, key, start, end });
    }
    return members;
  }

  async #giveTurn(readBytes: number): Promise<void> {
    if (this.#isTurnOver()) await this.#pause(readBytes);
  }

  /** Whether others have to get a turn, and the first rows to be seen. Throws where the scan may not go on. */
  #isTurnOver(): boolean {
    if (this.#options.signal?.aborted === true)
      throw new HarReadError('har/cancelled', 'Reading was cancelled.');
    this.#checkEntryCount();
    return (
      (this.#rowsTold < FIRST_ROWS && this.#recorder.length >= FIRST_ROWS) ||
      now() - this.#turnStarted >= TURN_MS
    );
  }

  async #pause(readBytes: number): Promise<void> {
    this.#tellRows(false);
    this.#options.onProgress?.({
      readBytes,
      totalBytes: this.#source.sizeBytes,
      entries: this.#recorder.length,
    });
    await nextTurn();
    this.#turnStarted = now();
  }

  #checkEntryCount(): void {
    if (this.#recorder.length <= (this.#options.limits?.maxEntries ?? DEFAULT_LIMITS.maxEntries)) return;
    throw new HarReadError('har/too-large', 'The capture has more entries than the limit allows.', {
      nextStep: 'Split the capture, or raise the limit.',
    });
  }

  #tellRows(last: boolean): void {
    const { length } = this.#recorder;
    if (length > this.#rowsTold) this.#options.onRows?.(this.#recorder, this.#rowsTold, length);
    this.#rowsTold = length;
    if (last) {
      const { sizeBytes } = this.#source;
      this.#options.onProgress?.({ readBytes: sizeBytes, totalBytes: sizeBytes, entries: length });
    }
  }
}

/** An option as a whole number within its bounds; `usual` where it is none at all. */
function wholeNumber(value: number | undefined, usual: number, least: number, most: number): number {
  if (value === undefined || Number.isNaN(value)) return usual;
  return Math.min(most, Math.max(least, Math.trunc(value)));
}

function now(): number {
  return performance.now();
}

/** Lets other tasks run. A message needs some microseconds where a timer takes a millisecond or more. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
