import type { ObjectErrorCode } from '@harrier/knowledge';

/** Bytes could not be stored or had. */
export class ObjectError extends Error {
  readonly code: ObjectErrorCode;

  constructor(code: ObjectErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'ObjectError';
    this.code = code;
  }
}
