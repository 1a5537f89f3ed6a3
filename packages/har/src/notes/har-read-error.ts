/**
 * Why a file could not be read at all. Trouble inside one entry is a `ReadNote`, never this.
 * `har/not-json` not JSON or cut before the first entry · `har/not-a-capture` readable, but no
 * capture (its `message` says what it is) · `har/empty` no bytes · `har/password-needed`,
 * `har/password-wrong` protected archive · `har/archive-damaged` · `har/archive-limit` a cap on
 * entries, size, ratio or nesting was met (zip bomb) · `har/too-large` · `har/source-failed` the
 * bytes could not be had · `har/cancelled` · `har/no-such-entry`.
 */
export type HarReadErrorCode =
  | 'har/not-json'
  | 'har/not-a-capture'
  | 'har/empty'
  | 'har/password-needed'
  | 'har/password-wrong'
  | 'har/archive-damaged'
  | 'har/archive-limit'
  | 'har/too-large'
  | 'har/source-failed'
  | 'har/cancelled'
  | 'har/no-such-entry';

export interface HarReadErrorDetails {
  /** Absolute position of the trouble in the bytes that were read. */
  readonly byteOffset?: number;
  /** 1-based. */
  readonly line?: number;
  /** 1-based, in bytes. */
  readonly column?: number;
  readonly entryIndex?: number;
  readonly cause?: unknown;
  /** What a person can do about it, one sentence. */
  readonly nextStep?: string;
}

/** The one error of this room. `message` says what happened and where, without captured values. */
export class HarReadError extends Error {
  readonly code: HarReadErrorCode;
  readonly byteOffset: number | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly entryIndex: number | undefined;
  readonly nextStep: string | undefined;

  constructor(code: HarReadErrorCode, message: string, details: HarReadErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'HarReadError';
    this.code = code;
    this.byteOffset = details.byteOffset;
    this.line = details.line;
    this.column = details.column;
    this.entryIndex = details.entryIndex;
    this.nextStep = details.nextStep;
  }
}
