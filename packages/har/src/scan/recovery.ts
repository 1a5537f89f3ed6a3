import type { ByteSource } from '../source/byte-source.ts';
import type { EntryRecorder } from './entry-recorder.ts';
import type { Damage, Kernel, KernelStart } from './entry-sink.ts';
import { findEntriesArray, findEntryStart } from './find-entry.ts';
import { parseLenientJson } from './lenient-json.ts';
import type { NoteTaker } from './note-taker.ts';
import { recordValue } from './record-value.ts';

/** Beginning of the window that the lenient reader gets; it grows until the entry's end is inside. */
const LENIENT_WINDOW_BYTES = 64 * 1024;
const MAX_LENIENT_WINDOW_BYTES = 256 * 1024 * 1024;
/** A damaged beginning longer than this is not read for its creator and pages. */
const MAX_HEAD_BYTES = 16 * 1024 * 1024;
/** Longer than any mark that is searched for. */
const SEARCH_OVERLAP_BYTES = 4096;

/** Where a walk goes on after damage. */
export interface Resume {
  readonly at: number;
  readonly start: KernelStart;
}

/** Finds the way around damage: reads the damaged entry leniently, or looks for where entries go on. */
export class Recovery {
  /** The first damage of the file; why it could not be read, where nothing else could. */
  firstDamage: Damage | undefined;
  /** The file's beginning up to the entries, read leniently because it is damaged. */
  head: unknown;
  readonly #source: ByteSource;
  readonly #notes: NoteTaker;
  readonly #giveTurn: (at: number) => Promise<void>;
  #recorder!: EntryRecorder;

  constructor(source: ByteSource, notes: NoteTaker, giveTurn: (at: number) => Promise<void>) {
    this.#source = source;
    this.#notes = notes;
    this.#giveTurn = giveTurn;
  }

  /** What to do about damage: told as a note; where the walk goes on, if it can. */
  async recover(kernel: Kernel, recorder: EntryRecorder, damage: Damage): Promise<Resume | undefined> {
    this.firstDamage ??= damage;
    this.#recorder = recorder;
    if (kernel.done) return await this.#readOn(damage);
    switch (kernel.place) {
      case 'in-entry':
        return await this.#readLeniently(damage);
      case 'between-entries':
        return await this.#findNextEntry(damage);
      case 'before-entries':
        return await this.#findEntries(damage);
      case 'after-entries':
        await this.#notes.addAt(
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
          await this.#notes.addAt(
            'file/trailing-data',
            at + first,
            `${sizeBytes - at - first} bytes behind the end`,
            'not part of the capture',
          );
          return undefined;
        }
        await this.#notes.addAt(
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
    await this.#notes.addAt(
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
      await this.#notes.addAt(
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
    await this.#notes.addAt(
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
      // A bare entry, or several without an array around them, end as they should.
      if (this.#recorder.entriesDepth === 0) return undefined;
      await this.#notes.addAt(
        'file/truncated',
        damage.offset,
        'the file ends between entries',
        'every entry before is whole',
      );
      return undefined;
    }
    await this.#notes.addAt(
      'json/damaged',
      damage.offset,
      damage.reason,
      'reading went on at the next entry',
    );
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
    await this.#notes.addAt(
      'json/damaged',
      damage.offset,
      damage.reason,
      'what stands before the entries was read leniently',
    );
    if (next <= MAX_HEAD_BYTES) this.head = parseLenientJson(await this.#source.read(0, next)).value;
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
}
