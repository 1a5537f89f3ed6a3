/**
 * A format that cannot be used. `logs/format-wrong` the file is no format, see `path` · `logs/format-unknown` no format
 * has the wanted id.
 */
export class LogFormatError extends Error {
  readonly code: 'logs/format-wrong' | 'logs/format-unknown';
  /** JSON pointer into the format's file; `''` for all of it. */
  readonly path: string;

  constructor(code: LogFormatError['code'], path: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'LogFormatError';
    this.code = code;
    this.path = path;
  }
}
