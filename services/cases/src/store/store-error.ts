import type { StoreErrorCode } from '@harrier/knowledge';

/** The database could not be reached or would not do what it was asked. The message holds no row and no password. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}
