import type { CredentialKind } from '../../credential-kind.ts';
import type { ReaderState } from '../../har/reader-state.ts';
import type { SanitizePolicy } from '../../policy/policy.ts';
import type { Redaction } from '../redaction.ts';

/**
 * Does the work on single stretches of a capture, in this thread or in another one. Everything that goes in and comes
 * out is plain data. What is given away with a job (`bytes`) must not be used afterwards.
 */
export interface Hand {
  learn(job: StretchJob): Promise<Learned>;
  /** Tells the hand what was learned from all stretches, before it writes or verifies. */
  know(secrets: readonly KnownSecret[]): void;
  write(job: WriteJob): Promise<Written>;
  verify(job: VerifyJob): Promise<Verified>;
  /** The hand takes no more jobs, and what it still does is of no use. */
  close(): Promise<void>;
}

/** What every hand of a run has to know before its first job. */
export interface HandSetup {
  /** Of the pseudonyms. */
  readonly key: Uint8Array;
  readonly policy: SanitizePolicy;
}

/** A removed value that is looked for everywhere. */
export type KnownSecret = readonly [value: string, kind: CredentialKind];

export interface StretchJob {
  /** Where the stretch begins in the file. */
  readonly offset: number;
  /** In memory of their own. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly start: ReaderState;
}

/** What need not be looked at again when the same bytes are read a second time, as bits of `TokenSet`. */
export interface StretchMarks {
  /** Tokens that need only be searched for what was learned meanwhile. */
  readonly cleared: Uint8Array;
  /** Tokens in which nothing is to be done, unless a learned value stands in them as it is written. */
  readonly still: Uint8Array;
  /** The same for keys, in their order. */
  readonly stillKeys: Uint8Array;
}

export interface WriteJob extends StretchJob {
  /** Of the same bytes, when secrets were learned from them. */
  readonly marks: StretchMarks;
  /** Whether the marker goes into the `log` that this stretch opens. */
  readonly takesMarker: boolean;
  /** What is named like a marker and is none of ours is renamed: it would speak in our name. */
  readonly renamesMarkers: boolean;
}

export interface VerifyJob extends StretchJob {
  /** The same stretch of the input. */
  readonly before?: { readonly bytes: Uint8Array<ArrayBuffer>; readonly marks: StretchMarks };
}

/** What a hand tells of every stretch that it has read. */
export interface StretchRead {
  readonly end: ReaderState;
  /** The fewest containers that were open at once. */
  readonly floor: number;
  /** Whether positions that follow from the start are told. They are wrong where that start was a guess. */
  readonly tellsPlaces: boolean;
}

/** A value that has to go, and what decides whether it is looked for elsewhere. */
export interface Lesson {
  readonly value: string;
  readonly kind: CredentialKind;
  readonly certainty: 'certain' | 'suspect';
}

export interface Learned extends StretchRead {
  /** No two alike, in the order of the file. */
  readonly lessons: readonly Lesson[];
  /** Set-Cookie fields, and where in the file they stand. */
  readonly setCookies: readonly { readonly offset: number; readonly field: string }[];
  readonly marks: StretchMarks;
  /** Whether the brace of `log` stands in the stretch. */
  readonly opensLog: boolean;
}

/** A redaction before the entry that it lies in is known. */
export interface MadeRedaction {
  readonly redaction: Omit<Redaction, 'entry'>;
  /** Where in the file the token or the key stands. */
  readonly offset: number;
  readonly value: string;
  readonly replacement: string;
}

export interface Written extends StretchRead {
  /** In memory of their own. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly redactions: readonly MadeRedaction[];
  /** Pointers of bodies that could not be read and were taken out whole. */
  readonly dropped: readonly string[];
}

export interface Verified extends StretchRead {
  /** What still looks like a credential, and where. */
  readonly places: readonly string[];
}
