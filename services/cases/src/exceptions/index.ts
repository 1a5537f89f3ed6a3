export * from './exception.ts';
export { defaultExceptionPolicy, type ExceptionPolicy } from './exception-policy.ts';
export { ExceptionRefused } from './exception-refusal.ts';
export type { ExceptionStore } from './exception-store.ts';
export { Exceptions, type ExceptionsOptions } from './exceptions.ts';
export { MemoryExceptions } from './memory-exceptions.ts';
export { releaseValues, releaseWholeFile } from './release/make-release.ts';
export { pseudonymsIn } from './release/pseudonyms-in.ts';
export type { ExceptionRequest } from './request.ts';
