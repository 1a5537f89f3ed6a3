import type { ByteSource } from '../source/byte-source.ts';
import type { EntryRecorder } from './entry-recorder.ts';
import type { Damage, Kernel, KernelStart } from './entry-sink.ts';
import { findEntriesArray, findEntryStart } from './find-entry.ts';
import { parseLenientJson } from './lenient-json.ts';
import type { NoteTaker } from './note-taker.ts';
import { recordValue } from './record-value.ts';

/** First of the windows that are looked through: most damage ends within one entry. Later ones grow. */
const FIRST_WINDOW_BYTES = 16 * 1024;
const MAX_SEARCH_WINDOW_BYTES = 1024 * 1024;
const MAX_LENIENT_WINDOW_BYTES = 256 * 1024 * 1024;
/** A damaged beginning longer than this is not read for its creator and pages. */
const MAX_HEAD_BYTES = 16 * 1024 * 1024;
/** Longer than any mark that is searched for, with what has to be seen behind it. */
const SEARCH_OVERLAP_BYTES = 4096;

/** Where a walk goes on after damage. */
export interface Resume {
  readonly at: number;
  readonly start: KernelStart;
}

/** Finds a mark that begins in [from, to): its index, or -1. */
type Find = (bytes: Uint8Array, from: number, to: number) => number;

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
  /** Absolute range in which a mark was looked for in vain: damage everywhere must not mean looking again and again. */
  readonly #barren = new Map<Find, { readonly from: number; readonly to: number }>();

  constructor(source: ByteSource, notes: NoteTaker, giveTurn: (at: number) => Promise<void>) {
    this.#source = source;
    this.#notes = notes;
    this.#giveTurn = giveTurn;
  }

  /** What to do about damage that a walk from `walkedFrom` met: told as a note; where the walk goes on, if it can. */
  async recover(
    kernel: Kernel,
    recorder: EntryRecorder,
    damage: Damage,
    walkedFrom: number,
  ): Promise<Resume | undefined> {
    this.firstDamage ??= damage;
    this.#recorder = recorder;
    if (kernel.done) return await this.#readOn(damage);
    switch (kernel.place) {
      case 'in-entry':
        return await this.#readLeniently(damage, recorder.openEntryStart);
      case 'between-entries':
        return await this.#findNextEntry(damage, walkedFrom);
      case 'before-entries':
        return await this.#findEntries(damage);
      case 'after-entries':
        return await this.#goOnBehindEntries(damage);
    }
  }

  /** Damage behind the entries. A bracket too many in an entry closes their array early: others may follow. */
  async #goOnBehindEntries(damage: Damage): Promise<Resume | undefined> {
    const next = await this.#search(damage.offset, findEntryStart);
    await this.#notes.addAt(
      'json/damaged',
      damage.offset,
      damage.reason,
      next === undefined ? 'what follows the entries was left out' : 'reading went on at the next entry',
    );
    return next === undefined ? undefined : { at: next, start: 'before-entry' };
  }

  /** Something stands behind the end of the document. */
  async #readOn(damage: Damage): Promise<Resume | undefined> {
    const { sizeBytes } = this.#source;
    for (let at = damage.offset; at < sizeBytes; ) {
      const bytes = await this.#source.read(at, Math.min(FIRST_WINDOW_BYTES, sizeBytes - at));
      const first = bytes.findIndex(
        (byte) => byte !== 0 && byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09,
      );
      if (first >= 0) {
        // Brackets too many end the document early: its other entries follow.
        const next = bytes[first];
        const isEntry = findEntryStart(bytes, first, first + 1) >= 0;
        const isDocument = !isEntry && (next === 0x7b || next === 0x5b);
        const entry = isDocument ? undefined : await this.#search(at + first, findEntryStart);
        if (entry !== undefined) {
          await this.#notes.addAt(
            'json/damaged',
            damage.offset,
            damage.reason,
            'reading went on at the next entry',
          );
          return { at: entry, start: 'before-entry' };
        }
        if (!isDocument) {
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

  /** An entry that is damaged is read leniently, up to where the next one seems to begin. */
  async #readLeniently(damage: Damage, start: number): Promise<Resume | undefined> {
    const recorder = this.#recorder;
    const { sizeBytes } = this.#source;
    const searchFrom = Math.max(damage.offset, start + 1);
    recorder.abandonEntry();
    for (let size = FIRST_WINDOW_BYTES; ; size *= 4) {
      const bytes = await this.#source.read(start, Math.min(size, sizeBytes - start));
      const whole = start + bytes.length >= sizeBytes || size >= MAX_LENIENT_WINDOW_BYTES;
      if (!whole && searchFrom - start >= bytes.length) continue;
      const next = this.#findIn(findEntryStart, bytes, start, searchFrom, whole);
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
      // Where no bracket closed it, what follows is still a part of it: fields, not entries.
      const isClosed = bytes[result.end - 1] === 0x7d && result.end !== next;
      return next < 0 || isClosed
        ? { at: end, start: 'behind-entry' }
        : { at: start + next, start: 'before-entry' };
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
  async #findNextEntry(damage: Damage, walkedFrom: number): Promise<Resume | undefined> {
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
    const [byte] = await this.#source.read(damage.offset, 1);
    // The entry itself is beyond the limit of nesting: the kernel would refuse it again.
    if (byte === 0x7b && damage.offset === walkedFrom)
      return await this.#readLeniently(damage, damage.offset);
    await this.#notes.addAt(
      'json/damaged',
      damage.offset,
      damage.reason,
      'reading went on at the next entry',
    );
    if (byte === 0x5d) return { at: damage.offset + 1, start: 'behind-entries' };
    if (byte === 0x7b) return { at: damage.offset, start: 'before-entry' };
    const next = await this.#search(damage.offset, findEntryStart);
    return next === undefined ? undefined : { at: next, start: 'before-entry' };
  }

  /** Damage before the entries (creator, pages): look for the array itself. */
  async #findEntries(damage: Damage): Promise<Resume | undefined> {
    const array = await this.#search(damage.offset, findEntriesArray);
    const next = array ?? (await this.#search(damage.offset, findEntryStart));
    if (next === undefined) {
      // A log without entries opens; what is damaged must not look whole to those who rely on all of it being read.
      const isCut = damage.offset >= this.#source.sizeBytes;
      await this.#notes.addAt(
        isCut ? 'file/truncated' : 'json/damaged',
        damage.offset,
        isCut ? 'the file ends before its entries' : damage.reason,
        'no entry stands behind it',
      );
      return undefined;
    }
    await this.#notes.addAt(
      'json/damaged',
      damage.offset,
      damage.reason,
      'what stands before the entries was read leniently',
    );
    const isFirst = this.#recorder.entriesDepth === 0 && this.#recorder.length === 0;
    if (isFirst && next <= MAX_HEAD_BYTES)
      this.head = parseLenientJson(await this.#source.read(0, next)).value;
    if (array === undefined) return { at: next, start: 'before-entry' };
    this.#recorder.entriesFound('array', array, 3);
    return { at: array + 1, start: 'before-entry' };
  }

  /** First hit of `find` from `from` on, over windows that overlap. */
  async #search(from: number, find: Find): Promise<number | undefined> {
    const { sizeBytes } = this.#source;
    let windowBytes = FIRST_WINDOW_BYTES;
    for (let at = this.#behindBarren(find, from); at < sizeBytes; at = this.#behindBarren(find, at)) {
      const bytes = await this.#source.read(at, Math.min(windowBytes, sizeBytes - at));
      const isLast = bytes.length === 0 || at + bytes.length >= sizeBytes;
      const hit = this.#findIn(find, bytes, at, at, isLast);
      if (hit >= 0) return at + hit;
      if (isLast) return undefined;
      windowBytes = Math.min(2 * windowBytes, MAX_SEARCH_WINDOW_BYTES);
      await this.#giveTurn(at);
    }
    return undefined;
  }

  /**
   * Index of the first hit in `bytes`, which lie at offset `base`, from offset `from` on; -1 where there is none, or
   * none that is sure before more bytes are seen (unless `isLast`: there are no more).
   */
  #findIn(find: Find, bytes: Uint8Array, base: number, from: number, isLast: boolean): number {
    const start = this.#behindBarren(find, from);
    const sureEnd = base + bytes.length - (isLast ? 0 : SEARCH_OVERLAP_BYTES);
    if (start >= sureEnd) return -1;
    const hit = find(bytes, start - base, sureEnd - base);
    const barren = this.#barren.get(find);
    const widens = barren !== undefined && from >= barren.from && from <= barren.to;
    this.#barren.set(find, { from: widens ? barren.from : from, to: hit < 0 ? sureEnd : base + hit });
    return hit;
  }

  /** Where looking makes sense again, from `from` on. */
  #behindBarren(find: Find, from: number): number {
    const barren = this.#barren.get(find);
    return barren !== undefined && from >= barren.from && from < barren.to ? barren.to : from;
  }
}
