import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Bytes that are gathered before a file is touched. */
const flushChars = 256 * 1024;

/** Files of whole lines, up to a number of lines in all. */
export interface LogFiles {
  /** Lines that may still be written. */
  readonly left: number;
  /** Appends to `<machine>.log`; what goes beyond the last line is dropped, even inside an event. */
  write(machine: string, text: string): void;
  /** Writes what is left and closes. */
  close(): { readonly files: readonly string[]; readonly bytes: number };
}

export function openLogFiles(directory: string, lines: number): LogFiles {
  mkdirSync(directory, { recursive: true });
  const files = new Map<string, { readonly handle: number; pieces: string[]; chars: number }>();
  let left = lines;
  let bytes = 0;
  const flush = (file: { handle: number; pieces: string[]; chars: number }) => {
    bytes += writeSync(file.handle, file.pieces.join(''));
    file.pieces = [];
    file.chars = 0;
  };
  return {
    get left() {
      return left;
    },
    write(machine, text) {
      const taken = takeLines(text, left);
      if (taken.lines === 0) return;
      left -= taken.lines;
      let file = files.get(machine);
      if (file === undefined) {
        file = { handle: openSync(path.join(directory, `${machine}.log`), 'w'), pieces: [], chars: 0 };
        files.set(machine, file);
      }
      file.pieces.push(taken.text);
      file.chars += taken.text.length;
      if (file.chars > flushChars) flush(file);
    },
    close() {
      for (const file of files.values()) {
        flush(file);
        closeSync(file.handle);
      }
      return { files: [...files.keys()].sort().map((machine) => `${machine}.log`), bytes };
    },
  };
}

/** The first lines of a text that ends in a line feed, at most `most` of them. */
function takeLines(text: string, most: number): { readonly text: string; readonly lines: number } {
  let lines = 0;
  let end = 0;
  while (lines < most) {
    const next = text.indexOf('\n', end);
    if (next === -1) break;
    end = next + 1;
    lines++;
  }
  return { text: end === text.length ? text : text.slice(0, end), lines };
}
