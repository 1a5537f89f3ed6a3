import type { ReaderState } from '../reader-state.ts';

/** What kind of scalar a token is: the low four bits of its kind. The next two are {@link Escapes}. */
export const TokenKind = {
  string: 0,
  number: 1,
  literal: 2,
} as const;

/** What escapes a string has. */
export const Escapes = {
  none: 0,
  /** Those that a writer has no choice about: `\"`, `\\`, `\n`. */
  needful: 1,
  /** `\u0041` and `\/`, which spell what can be written without them. */
  chosen: 2,
} as const;

/** A key that is none of the stretch. */
export const NoKey = {
  /** In an array, or at the top. */
  none: -1,
  /** It stands in front of the stretch. */
  pending: -2,
} as const;

/**
 * The scalars of a stretch of JSON (tokens), its keys, and the containers they stand in (frames), as columns of numbers.
 * Offsets are bytes of the stretch, half-open, quotation marks included. The first frames are the containers that are
 * open since before. What is not there is -1. Only as many places of each column count as there are of the thing.
 */
export interface TokenColumns {
  readonly count: number;
  /** {@link TokenKind}, and sixteen times {@link Escapes}. */
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Frame that holds the token. */
  readonly frames: Int32Array;
  /** Position in an array. */
  readonly positions: Int32Array;
  /** Key of the token, or {@link NoKey}. */
  readonly keys: Int32Array;

  readonly keyCount: number;
  readonly keyStarts: Int32Array;
  readonly keyEnds: Int32Array;

  readonly frameCount: number;
  readonly frameParents: Int32Array;
  /** Key of the frame, or {@link NoKey}. */
  readonly frameKeys: Int32Array;
  readonly framePositions: Int32Array;
  /** 1 or 0. */
  readonly frameAreArrays: Int32Array;
  /** Members that say what a value beside them is, as tokens: the last of each. */
  readonly frameNames: Int32Array;
  readonly frameMimeTypes: Int32Array;
  readonly frameEncodings: Int32Array;

  /** Of each container that is open at the end, outermost first: its frame, and the position that its next item takes. */
  readonly openFrames: Int32Array;
  readonly openNext: Int32Array;
  readonly openCount: number;
  /** The fewest containers that were open at once. */
  readonly floor: number;
  /** Key whose value has not come yet, or {@link NoKey}. */
  readonly pendingKey: number;
  readonly expectsKey: boolean;

  /** Where the brace of `log` stands. */
  readonly logBrace: number;
  /** Keys of `log`. */
  readonly logKeys: Int32Array;
  readonly logKeyCount: number;
}

/** What is told of a name, as bits. */
export const NameFlags = {
  /** Neither a policy nor a detector looks at a value for the sake of this name, in JSON. */
  saysNothing: 1,
  /** As a header field it is told of, each time. */
  setsCookie: 2,
} as const;

/**
 * What is known of the values and keys of the stretch that was read last, and what is kept of them for the next. It is
 * known of what was met before, by the same one who asks.
 */
export interface Known {
  sieve(): Sieved;
  /** What is known of a token: {@link Verdict}, or a number that was kept for its like. */
  judge(token: number): number;
  isStillKey(key: number): boolean;
  /** `false` where nothing is kept, because more decides about the token than its bytes and its place. */
  keep(token: number, verdict: number): boolean;
  keepStillKey(key: number): void;
  /** Forgets what was kept of values. */
  forgetValues(): void;
}

/** The tokens and keys that have to be looked at, and those that are still, as bits of `TokenSet`. Until the next stretch is read. */
export interface Sieved {
  readonly asked: Int32Array;
  readonly askedKeys: Int32Array;
  readonly still: Uint8Array;
  readonly stillKeys: Uint8Array;
}

/** What is known of a value. Greater numbers belong to who kept them. */
export const Verdict = { unknown: 0, still: 1 } as const;

/** Who looks at values: what is known for one is worth nothing to another. */
export interface Looker {
  readonly id: symbol;
  /** By {@link NameFlags}. */
  flagsOf(name: string): number;
}

/** Reads stretches of valid JSON that begin and end between two tokens. */
export interface JsonWalker {
  /** Of the last stretch, until the next is read. */
  readonly columns: TokenColumns;
  readonly known: Known;
  read(bytes: Uint8Array, start: ReaderState, looker: Looker): void;
}
