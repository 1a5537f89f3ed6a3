/** What kind of oddity a reader met. Stable, kebab, namespaced; words live in `knowledge`. */
export type ReadNoteCode = `${'file' | 'json' | 'log' | 'entry' | 'saz' | 'zip'}/${string}`;

/**
 * One oddity of the input: what was there, what the reader assumed instead. Reading goes
 * on; nothing is repaired silently. A note never repeats captured values that could be a
 * credential: `found` names types, shapes and numbers.
 */
export interface ReadNote {
  readonly code: ReadNoteCode;
  /** JSON pointer into the HAR (RFC 6901), or a member path of an archive. */
  readonly path: string;
  /** What was found, e.g. `string "200"`, `null`, `-3490189`. */
  readonly found: string;
  /** What was assumed, e.g. `number 200`, `not known`. */
  readonly assumed: string;
  /** Exporters known to write this, e.g. `Firefox 54`. */
  readonly seenIn?: string;
  /** Absolute position in the bytes that were scanned. */
  readonly byteOffset?: number;
  /** 1-based line of `byteOffset`. */
  readonly line?: number;
  readonly entryIndex?: number;
  /** How often this note was met, when equal ones were folded into one. */
  readonly count?: number;
}
