import type { ReadNote } from '../notes/read-note.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { LineCounter } from './locate-line.ts';

/** A file that is damaged everywhere must not fill memory with notes about it. */
const MAX_NOTES = 1000;

/** Collects the notes of one scan and finds the lines of their places. */
export class NoteTaker {
  readonly notes: ReadNote[] = [];
  readonly #lines: LineCounter;

  constructor(source: ByteSource) {
    this.#lines = new LineCounter(source);
  }

  add(note: ReadNote): void {
    if (this.notes.length < MAX_NOTES) this.notes.push(note);
  }

  /** A note about a place in the file. */
  async addAt(
    code: ReadNote['code'],
    byteOffset: number,
    found: string,
    assumed: string,
    entryIndex?: number,
  ): Promise<void> {
    if (this.notes.length >= MAX_NOTES) return;
    const { line } = await this.#lines.locate(byteOffset);
    const path = entryIndex === undefined ? '' : `/log/entries/${entryIndex}`;
    this.notes.push({
      code,
      path,
      found,
      assumed,
      byteOffset,
      line,
      ...(entryIndex === undefined ? {} : { entryIndex }),
    });
  }
}
