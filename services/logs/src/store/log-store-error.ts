import type { LogStoreErrorCode } from '@harrier/knowledge';

/** A store cannot do what it was asked. Its message names the store and never a record or a password. */
export class LogStoreError extends Error {
  readonly code: LogStoreErrorCode;
  /** The store as configured, without credentials. */
  readonly store: string;

  constructor(code: LogStoreErrorCode, store: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'LogStoreError';
    this.code = code;
    this.store = store;
  }
}
