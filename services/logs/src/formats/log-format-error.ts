import type { LogReadErrorCode } from '@harrier/knowledge';

/**
 * A format, or a way to read, that cannot be used. `logs/format-wrong` the file is no format, see `path` ·
 * `logs/format-unknown` no format has the wanted id · `logs/zone-unknown` no zone has that name.
 */
export class LogFormatError extends Error {
  readonly code: Exclude<LogReadErrorCode, 'logs/input-failed'>;
  /** JSON pointer into the format's file; `''` for all of it. */
  readonly path: string;

  constructor(code: LogFormatError['code'], path: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'LogFormatError';
    this.code = code;
    this.path = path;
  }
}
