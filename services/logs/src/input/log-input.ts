import type { LogReadErrorCode } from '@harrier/knowledge';

/** One log to be read, whatever it was packed in. */
export interface LogInput {
  /** Path below what was asked for, without the ending of its packing: `app.log` of `app.log.gz`, `bundle.tar/app.log`. */
  readonly name: string;
  /** When it was last written, for lines without a year. */
  readonly referenceMs: number;
  /** UTF-8 or one byte a character. To be read once, and before the next input is asked for. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

export interface InputOptions {
  /** What `-` reads; the process's own unless given. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly limits?: Partial<InputLimits>;
  /** What was passed over or ended early; the other inputs are read all the same. */
  readonly onNote?: (note: InputNote) => void;
}

/** Memory does not grow with a file, so these only end what would never end. */
export interface InputLimits {
  /** Of one file, over all layers. */
  readonly maxUnpackedBytes: number;
  /** Of one file: what it unfolds to, by its own size. */
  readonly maxRatio: number;
  readonly maxMembers: number;
  /**
   * Of a zip that comes as a stream: its directory stands at its end, so it lies on the disk, whole, before its first log is read.
   * Of zips inside each other, each lies there at the same time.
   */
  readonly maxZipBytes: number;
  /** `.tar.gz` are two. */
  readonly maxNesting: number;
}

export const DEFAULT_INPUT_LIMITS: InputLimits = {
  maxUnpackedBytes: 1024 ** 4,
  // A log of one line a million times is somebody's log, too.
  maxRatio: Number.POSITIVE_INFINITY,
  maxMembers: 200_000,
  // A zip that is larger can be given as a file of its own, which is read where it lies.
  maxZipBytes: 64 * 1024 ** 3,
  maxNesting: 4,
};

/** What others send: deflate reaches 1 032, logs 10 to 50. Each layer counts by itself. */
export const SENT_INPUT_LIMITS: Partial<InputLimits> = {
  maxUnpackedBytes: 64 * 1024 ** 3,
  maxRatio: 200,
  maxMembers: 10_000,
  // Several are sent at once, and the disk holds the logs as well.
  maxZipBytes: 2 * 1024 ** 3,
};

/**
 * `cut` packed bytes end early or are damaged: what came before was read · `packed` a packing that is not read here ·
 * `binary` no log · `limit` unpacking went beyond a limit · `link` a link, which may lead anywhere · `unreadable` no
 * permission, or gone.
 */
export interface InputNote {
  readonly kind: 'cut' | 'packed' | 'binary' | 'limit' | 'link' | 'unreadable';
  readonly name: string;
  /** For `packed`: what it is, e.g. `xz`. */
  readonly packing?: string;
}

/** A path that was asked for cannot be read. */
export class LogInputError extends Error {
  readonly code = 'logs/input-failed' satisfies LogReadErrorCode;
  readonly path: string;

  constructor(path: string, cause: unknown) {
    const reason = (cause as NodeJS.ErrnoException).code ?? (cause as Error).message;
    super(`${path} cannot be read (${reason}).`, { cause });
    this.name = 'LogInputError';
    this.path = path;
  }
}
