import type { ExceptionRefusalCode } from '@harrier/knowledge';

/** A step of an exception was refused; nothing changed. */
export class ExceptionRefused extends Error {
  readonly code: ExceptionRefusalCode;

  constructor(code: ExceptionRefusalCode) {
    super(code);
    this.name = 'ExceptionRefused';
    this.code = code;
  }
}
