/**
 * Why a step of an exception (break glass) was refused. `exception/not-allowed` the role is missing · `exception/same-person`
 * requester, approver and key holder must be three people · `exception/wrong-state` the step does not fit to where it stands ·
 * `exception/too-late` it lapsed · `exception/reason-too-short` · `exception/empty-scope` · `exception/narrower-first` the whole
 * file is not given before single values were · `exception/consent-awaited` the customer has not agreed yet ·
 * `exception/wrong-recipient` the release is not encrypted for the requester alone · `exception/wrong-token`,
 * `exception/other-session`, `exception/used` the grant does not fit, or was used · `exception/not-found` · `exception/conflict`
 * somebody else was faster · `exception/not-sealed` that attachment has no sealed original · `exception/no-values` no map of
 * single values was sealed for it, so only the whole file can be asked for · `exception/bad-key` not one public key that can
 * be encrypted for.
 */
export const exceptionRefusals = [
  'exception/not-allowed',
  'exception/same-person',
  'exception/wrong-state',
  'exception/too-late',
  'exception/reason-too-short',
  'exception/empty-scope',
  'exception/narrower-first',
  'exception/consent-awaited',
  'exception/wrong-recipient',
  'exception/wrong-token',
  'exception/other-session',
  'exception/used',
  'exception/not-found',
  'exception/conflict',
  'exception/not-sealed',
  'exception/no-values',
  'exception/bad-key',
] as const;

export type ExceptionRefusalCode = (typeof exceptionRefusals)[number];
