import type { OpenOptions } from '../capture.ts';
import { EntryFlag, type EntryIndex, NO_RANGE } from '../entry-index/entry-index.ts';
import { HarReadError } from '../notes/har-read-error.ts';
import type { ReadNote } from '../notes/read-note.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { createKernel } from './create-kernel.ts';
import { EntryRecorder, type MemberRange } from './entry-recorder.ts';
import { type Damage, KEEP_BYTES, type Kernel, type KernelStart } from './entry-sink.ts';
import { findEntriesArray, findEntryStart } from './find-entry.ts';
import { parseLenientJson } from './lenient-json.ts';
import { locateLine } from './locate-line.ts';
import { ReadAhead } from './read-ahead.ts';
import { recordValue } from './record-value.ts';
import { describeNoCapture, type HarShape, isLoadTestScript, judgeShape } from './shape.ts';
import { unescapeBytes } from './unescape-bytes.ts';

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

const DEFAULT_CHUNK_BYTES = 256 * 1024;
const SMALLEST_CHUNK_BYTES = 64;
const DEFAULT_MAX_DEPTH = 1024;
/** How long the scan keeps the thread before others get a turn: half a frame. */
const TURN_MS = 8;
/** Beginning of the window that the lenient reader gets; it grows until the entry's end is inside. */
const LENIENT_WINDOW_BYTES = 64 * 1024;
const MAX_LENIENT_WINDOW_BYTES = 256 * 1024 * 1024;
/** A damaged beginning longer than this is not read for its creator and pages. */
const MAX_HEAD_BYTES = 16 * 1024 * 1024;
/** Longer than any mark that is searched for. */
const SEARCH_OVERLAP_BYTES = 4096;
/** A file that is damaged everywhere must not fill memory with notes about it. */
const MAX_NOTES = 1000;

/** Members of root and log that are told; more can only be rubbish. */
const MAX_MEMBERS = 1000;

/** Where a walk goes on after damage. */
interface Resume {
  readonly at: number;
  readonly start: KernelStart;
}

/**
 * Indexes the entries of a HAR. Strict and fast where the file is JSON, lenient for the entry where it is not;
 * every oddity is a note. Errors: `har/empty`, `har/not-json`, `har/not-a-capture`, `har/cancelled`, `har/too-large`.
 */
export async function indexHar(source: ByteSource, options: IndexOptions = {}): Promise<HarScan> {
  const scan = new Scan(source, options);
  return await scan.run();
}

class Scan {
  readonly #source: ByteSource;
  readonly #options: IndexOptions;
  #recorder = new EntryRecorder();
  readonly #notes: ReadNote[] = [];
  readonly #kernel: Kernel;
  readonly #ahead: ReadAhead;
  #rowsTold = 0;
  #turnStarted = now();
  #firstDamage: Damage | undefined;
  #head: unknown;

  constructor(source: ByteSource, options: IndexOptions) {
    this.#source = source;
    this.#options = options;
    this.#ahead = new ReadAhead(source);
    this.#kernel = createKernel(options.engine ?? 'auto', {
      chunkBytes: Math.max(SMALLEST_CHUNK_BYTES, options.chunkBytes ?? DEFAULT_CHUNK_BYTES),
      maxDepth: options.limits?.maxDepth ?? DEFAULT_MAX_DEPTH,
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
      // A single entry without log: walk it again as what it is.
      this.#recorder = new EntryRecorder();
      await this.#walkDocuments('bare-entry');
      members = [];
    } else if (shape === undefined) shape = await this.#refuse(members);
    this.#tellOddities();
    this.#tellRows(true);
    return {
      index: this.#recorder,
      engine: this.#kernel.engine,
      notes: this.#notes,
      shape,
      members,
      ...(this.#head === undefined ? {} : { head: this.#head }),
    };
  }

  /** Walks the file from its beginning, around whatever damage there is. */
  async #walkDocuments(first: KernelStart): Promise<void> {
    let at = 0;
    let start = first;
    const kernel = this.#kernel;
    while (at < this.#source.sizeBytes) {
      kernel.restart(start, this.#recorder);
      await this.#walk(at);
      if (kernel.damage === undefined) return;
      const next = await this.#recover(kernel, kernel.damage);
      if (next === undefined) return;
      at = next.at;
      start = next.start;
    }
  }

  async #walk(from: number): Promise<void> {
    const { buffer, capacity } = this.#kernel;
    const { sizeBytes } = this.#source;
    const chunkBytes = Math.max(SMALLEST_CHUNK_BYTES, this.#options.chunkBytes ?? DEFAULT_CHUNK_BYTES);
    let base = from;
    let kept = 0;
    for (;;) {
      const offset = base + kept;
      const wanted = Math.min(chunkBytes, capacity - kept, sizeBytes - offset);
      const read = await this.#fill(offset, buffer.subarray(kept, kept + wanted));
      const length = kept + read;
      // A file that turns out shorter than it said ends where it ends.
      const final = base + length >= sizeBytes || (read === 0 && wanted > 0);
      const used = this.#kernel.walk(length, base, final);
      if (this.#kernel.damage !== undefined) return;
      buffer.copyWithin(0, used, length);
      kept = length - used;
      base += used;
      if (final && kept === 0) return;
      await this.#giveTurn(base);
    }
  }

  /** What to do about damage: told as a note; where the walk goes on, if it can. */
  async #recover(kernel: Kernel, damage: Damage): Promise<Resume | undefined> {
    this.#firstDamage ??= damage;
    if (kernel.done) return await this.#readOn(damage);
    switch (kernel.place) {
      case 'in-entry':
        return await this.#readLeniently(damage);
      case 'between-entries':
        return await this.#findNextEntry(damage);
      case 'before-entries':
        return await this.#findEntries(damage);
      case 'after-entries':
        await this.#note(
          'json/damaged',
          damage.offset,
          damage.reason,
          'what follows the entries was left out',
        );
        return undefined;
    }
  }

  /** Something stands behind the end of the document. */
  async #readOn(damage: Damage): Promise<Resume | undefined> {
    const { sizeBytes } = this.#source;
    for (let at = damage.offset; at < sizeBytes; ) {
      const bytes = await this.#source.read(at, Math.min(LENIENT_WINDOW_BYTES, sizeBytes - at));
      const first = bytes.findIndex(
        (byte) => byte !== 0 && byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09,
      );
      if (first >= 0) {
        const next = bytes[first];
        if (next !== 0x7b && next !== 0x5b) {
          await this.#note(
            'file/trailing-data',
            at + first,
            `${sizeBytes - at - first} bytes behind the end`,
            'not part of the capture',
          );
          return undefined;
        }
        await this.#note(
          'file/concatenated',
          at + first,
          'a second document behind the first',
          'its entries were added',
        );
        return { at: at + first, start: 'document' };
      }
      if (bytes.length === 0) break;
      at += bytes.length;
    }
    await this.#note(
      'file/padding',
      damage.offset,
      `${sizeBytes - damage.offset} NUL bytes behind the end`,
      'padding',
    );
    return undefined;
  }

  /** Damage inside an entry: that entry is read leniently, up to where the next one seems to begin. */
  async #readLeniently(damage: Damage): Promise<Resume | undefined> {
    const recorder = this.#recorder;
    const { sizeBytes } = this.#source;
    const start = recorder.openEntryStart;
    recorder.abandonEntry();
    for (let size = LENIENT_WINDOW_BYTES; ; size *= 4) {
      const bytes = await this.#source.read(start, Math.min(size, sizeBytes - start));
      const whole = start + bytes.length >= sizeBytes || size >= MAX_LENIENT_WINDOW_BYTES;
      const next = findEntryStart(bytes, damage.offset - start);
      if (next < 0 && !whole && damage.offset - start >= bytes.length) continue;
      const result = parseLenientJson(bytes, 0, next < 0 ? bytes.length : next);
      if (result.cut && next < 0) {
        if (!whole) continue;
        await this.#noteTruncated(start, damage);
        return undefined;
      }
      const end = start + result.end;
      await this.#note(
        'json/damaged',
        damage.offset,
        damage.reason,
        'this entry was read leniently',
        recorder.length,
      );
      recordValue(recorder, result.value, start, end);
      return { at: end, start: 'behind-entry' };
    }
  }

  async #noteTruncated(from: number, damage: Damage): Promise<void> {
    const dropped = this.#source.sizeBytes - from;
    await this.#note(
      'file/truncated',
      damage.offset,
      'the file ends inside an entry',
      `whole entries only; the last ${dropped} bytes were left out`,
    );
  }

  /** Damage between two entries: a comma too many or too few, or rubbish. */
  async #findNextEntry(damage: Damage): Promise<Resume | undefined> {
    const { sizeBytes } = this.#source;
    if (damage.offset >= sizeBytes) {
      await this.#note(
        'file/truncated',
        damage.offset,
        'the file ends between entries',
        'every entry before is whole',
      );
      return undefined;
    }
    await this.#note('json/damaged', damage.offset, damage.reason, 'reading went on at the next entry');
    const [byte] = await this.#source.read(damage.offset, 1);
    if (byte === 0x5d) return { at: damage.offset + 1, start: 'behind-entries' };
    if (byte === 0x7b) return { at: damage.offset, start: 'before-entry' };
    const next = await this.#search(damage.offset, findEntryStart);
    return next === undefined ? undefined : { at: next, start: 'before-entry' };
  }

  /** Damage before the entries (creator, pages): look for the array itself. */
  async #findEntries(damage: Damage): Promise<Resume | undefined> {
    const array = await this.#search(damage.offset, findEntriesArray);
    const next = array ?? (await this.#search(damage.offset, findEntryStart));
    if (next === undefined) return undefined;
    await this.#note(
      'json/damaged',
      damage.offset,
      damage.reason,
      'what stands before the entries was read leniently',
    );
    if (next <= MAX_HEAD_BYTES) this.#head = parseLenientJson(await this.#source.read(0, next)).value;
    if (array === undefined) return { at: next, start: 'before-entry' };
    this.#recorder.entriesFound('array', array, 3);
    return { at: array + 1, start: 'before-entry' };
  }

  /** First hit of `find` from `from` on, over windows that overlap. */
  async #search(
    from: number,
    find: (bytes: Uint8Array, from: number) => number,
  ): Promise<number | undefined> {
    const { sizeBytes } = this.#source;
    const windowBytes = 16 * LENIENT_WINDOW_BYTES;
    for (let at = from; at < sizeBytes; at += windowBytes - SEARCH_OVERLAP_BYTES) {
      const bytes = await this.#source.read(at, Math.min(windowBytes, sizeBytes - at));
      const hit = find(bytes, 0);
      if (hit >= 0) return at + hit;
      if (at + bytes.length >= sizeBytes) return undefined;
      await this.#giveTurn(at);
    }
    return undefined;
  }

  #tellOddities(): void {
    const { oddities, length, columns } = this.#recorder;
    for (const { kind, offset, found, entryIndex } of oddities.slice(0, MAX_NOTES)) {
      const common = { path: '/log/entries', byteOffset: offset, found };
      if (kind === 'element-no-object')
        this.#notes.push({
          ...common,
          code: 'entry/no-object',
          assumed: 'not an entry',
          ...(entryIndex === undefined ? {} : { entryIndex }),
        });
      else if (kind === 'entries-again')
        this.#notes.push({ ...common, code: 'log/entries-again', assumed: 'its entries were added' });
      else this.#notes.push({ ...common, code: 'log/entries-no-array', assumed: 'no entries' });
    }
    if (this.#recorder.sawLog && this.#recorder.entriesDepth === 0) {
      this.#notes.push({
        code: 'log/no-entries',
        path: '/log/entries',
        found: 'missing',
        assumed: 'no entries',
      });
    }
    let withoutRequest = 0;
    let duplicates = 0;
    for (let row = 0; row < length; row++) {
      const flags = columns.flags[row] as number;
      if ((flags & EntryFlag.duplicateKey) !== 0) duplicates++;
      if (
        columns.method[row] === 0 &&
        columns.urlLength[row] === NO_RANGE &&
        (flags & EntryFlag.damaged) === 0
      )
        withoutRequest++;
    }
    if (duplicates > 0)
      this.#notes.push({
        code: 'entry/duplicate-key',
        path: '/log/entries',
        found: 'the same key twice in one object',
        assumed: 'the last one',
        count: duplicates,
      });
    if (withoutRequest > 0)
      this.#notes.push({
        code: 'entry/no-request',
        path: '/log/entries',
        found: 'no request',
        assumed: 'kept as it is',
        count: withoutRequest,
      });
  }

  async #note(
    code: ReadNote['code'],
    byteOffset: number,
    found: string,
    assumed: string,
    entryIndex?: number,
  ): Promise<void> {
    if (this.#notes.length >= MAX_NOTES) return;
    const { line } = await locateLine(this.#source, byteOffset);
    const path = entryIndex === undefined ? '' : `/log/entries/${entryIndex}`;
    this.#notes.push({
      code,
      path,
      found,
      assumed,
      byteOffset,
      line,
      ...(entryIndex === undefined ? {} : { entryIndex }),
    });
  }

  /** Nothing that could be a capture was found: say what it is instead. */
  async #refuse(members: readonly MemberRange[]): Promise<never> {
    const damage = this.#firstDamage;
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

  async #fill(offset: number, target: Uint8Array): Promise<number> {
    if (this.#source.readSync !== undefined) {
      let filled = 0;
      while (filled < target.length) {
        const read = this.#source.readSync(offset + filled, target.subarray(filled));
        if (read === 0) break;
        filled += read;
      }
      return filled;
    }
    const bytes = await this.#ahead.read(offset, target.length);
    target.set(bytes);
    return bytes.length;
  }

  /** Keys of the members of root and log; their values stay in the file. */
  async #readMemberKeys(): Promise<MemberRange[]> {
    const members: MemberRange[] = [];
    for (const { inLog, keyStart, keyEnd, start, end } of this.#recorder.memberKeys.slice(0, MAX_MEMBERS)) {
      const bytes = await this.#source.read(keyStart, Math.min(keyEnd - keyStart, KEEP_BYTES));
      members.push({
        inLog,
        key: new TextDecoder().decode(unescapeBytes(bytes, 0, bytes.length)),
        start,
        end,
      });
    }
    return members;
  }

  async #giveTurn(readBytes: number): Promise<void> {
    if (this.#options.signal?.aborted === true)
      throw new HarReadError('har/cancelled', 'Reading was cancelled.');
    const first = this.#rowsTold === 0 && this.#recorder.length >= 50;
    if (!first && now() - this.#turnStarted < TURN_MS) return;
    this.#tellRows(false);
    this.#options.onProgress?.({
      readBytes,
      totalBytes: this.#source.sizeBytes,
      entries: this.#recorder.length,
    });
    await nextTurn();
    this.#turnStarted = now();
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
