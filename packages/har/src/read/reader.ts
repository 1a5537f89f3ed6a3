import type { ReadNote } from '../notes/read-note.ts';
import type { OpenableKind } from '../sniff/sniff.ts';
import type { ByteSource, SpoolFactory } from '../source/byte-source.ts';
import type { InflationGuard } from './limits.ts';

/** What the readers of one file share. */
export interface ReadContext {
  /** Counts over all layers of the file. */
  readonly guard: InflationGuard;
  readonly spool: SpoolFactory;
  readonly signal: AbortSignal | undefined;
  readonly password: string | undefined;
  readonly member: string | undefined;
  note(note: ReadNote): void;
}

/** One wrapping taken off. */
export interface Opened {
  /** What was inside. It may be wrapped again. */
  readonly source: ByteSource;
  /** `source` reads from the wrapped source, which must stay open as long. */
  readonly needsOuter: boolean;
  /** The bytes were converted from this format and are HAR now. Default: not converted. */
  readonly format?: 'saz';
  /** The member of an archive that `source` is. */
  readonly member?: string;
  readonly otherMembers?: readonly string[];
  /** A body that lies beside the HAR in the same archive; undefined when there is none by that name. */
  readonly openAttached?: (name: string) => Promise<Uint8Array | undefined>;
}

/** Takes one kind of wrapping off. A new format is one folder here and one line in `readers.ts`. */
export interface Reader {
  readonly id: OpenableKind;
  /** `offset`: what `sniff` said. */
  open(outer: ByteSource, offset: number, context: ReadContext): Promise<Opened>;
}
