import type { Head } from './head.ts';
import type { LogFormat } from './log-format.ts';
import type { ClockContext } from './time-zone.ts';

/** A format ready to read lines. */
export interface CompiledFormat {
  readonly format: LogFormat;
  /** ASCII characters that its lines begin with; undefined = any. */
  readonly first: ReadonlySet<number> | undefined;
  /** What the line says as the first of a record; undefined = it is none of this format. */
  recognise(line: string, context: FileContext): Head | undefined;
  /** The same with reasons; slower, for people. */
  explain(line: string, context: FileContext): PatternVerdict[];
  /** Reads the whole record once its last line is known: blocks, and patterns on the message. */
  finish(head: Head, body: string, context: FileContext): void;
}

/** How a line fared with one pattern of a format. */
export interface PatternVerdict {
  readonly format: string;
  readonly pattern: string;
  readonly fits: boolean;
  /** How many characters of the line fitted. */
  readonly matchedChars: number;
  /** What was expected there: a piece of the pattern, a key, a sign of a time layout. `''` when all fitted. */
  readonly expected: string;
}

/** What formats remember while a file is read. */
export interface FileContext {
  readonly clock: ClockContext;
  /** Names of the last `#Fields:` line. */
  columns: readonly string[] | undefined;
  /** The values of a line that is one JSON object, flat; undefined = it is none. The last line is remembered. */
  readonly json: (line: string) => ReadonlyMap<string, string> | undefined;
}
