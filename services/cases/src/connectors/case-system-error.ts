import type { CaseSystemErrorCode } from '@harrier/knowledge';

/** A case system did not do what it was asked. The message holds no credential and no captured text. */
export class CaseSystemError extends Error {
  readonly code: CaseSystemErrorCode;
  /** How long it asks to be left alone (`Retry-After`). */
  readonly retryAfterMs: number | undefined;
  /** Of its answer in HTTP; undefined where it gave none, or gave one that was taken apart. */
  readonly status: number | undefined;

  constructor(
    code: CaseSystemErrorCode,
    message: string,
    details: { readonly retryAfterMs?: number; readonly status?: number; readonly cause?: unknown } = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'CaseSystemError';
    this.code = code;
    this.retryAfterMs = details.retryAfterMs;
    this.status = details.status;
  }
}
