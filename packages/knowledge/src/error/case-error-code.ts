/** `store/unreachable` · `store/wrong-url` neither sqlite: nor postgres: · `store/newer` a newer Harrier made the tables. */
export const storeErrorCodes = ['store/unreachable', 'store/wrong-url', 'store/newer'] as const;
export type StoreErrorCode = (typeof storeErrorCodes)[number];

/** `objects/missing` · `objects/unreachable` the folder or service does not answer · `objects/damaged` other bytes came back. */
export const objectErrorCodes = ['objects/missing', 'objects/unreachable', 'objects/damaged'] as const;
export type ObjectErrorCode = (typeof objectErrorCodes)[number];

/**
 * What a case system may refuse. `case-system/unreachable` · `case-system/busy` asks to wait · `case-system/not-signed-in` ·
 * `case-system/forbidden` · `case-system/not-found` · `case-system/too-large` · `case-system/type-refused` · `case-system/closed`
 * the case takes nothing more · `case-system/unexpected` an answer that was not understood.
 */
export const caseSystemErrorCodes = [
  'case-system/unreachable',
  'case-system/busy',
  'case-system/not-signed-in',
  'case-system/forbidden',
  'case-system/not-found',
  'case-system/too-large',
  'case-system/type-refused',
  'case-system/closed',
  'case-system/unexpected',
] as const;
export type CaseSystemErrorCode = (typeof caseSystemErrorCodes)[number];

/**
 * Why an intake stopped. `intake/original-gone` before it was sealed · `intake/original-changed` somebody replaced it ·
 * `intake/unreadable` a capture that cannot be read · `intake/not-sanitized` the sanitizer cannot
 * keep its promise · `intake/not-sealed` no key that may be used, or the seal does not open · `intake/copy-differs` what the case
 * system gives back is not what was put · `intake/still-there` the original could be had after its deletion ·
 * `intake/internal` a fault of Harrier.
 */
export const intakeTroubleCodes = [
  'intake/original-gone',
  'intake/original-changed',
  'intake/unreadable',
  'intake/not-sanitized',
  'intake/not-sealed',
  'intake/copy-differs',
  'intake/still-there',
  'intake/internal',
] as const;
export type IntakeTroubleCode = (typeof intakeTroubleCodes)[number];

/** What the HTTP API answers where it does not do what was asked. `request/identity-provider`: the provider does not answer as one. */
export const requestErrorCodes = [
  'request/invalid',
  'request/not-signed-in',
  'request/wrong-sign-in',
  'request/second-factor',
  'request/forbidden',
  'request/wrong-origin',
  'request/not-found',
  'request/conflict',
  'request/common-password',
  'request/too-large',
  'request/too-many',
  'request/enough',
  'request/gone',
  'request/identity-provider',
  'request/internal',
] as const;
export type RequestErrorCode = (typeof requestErrorCodes)[number];

/** Everything that can go wrong with cases. */
export type CaseErrorCode =
  | StoreErrorCode
  | ObjectErrorCode
  | CaseSystemErrorCode
  | IntakeTroubleCode
  | RequestErrorCode;
