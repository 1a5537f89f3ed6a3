export { type CredentialKind, type CredentialKindRow, credentialKinds } from './credential-kind.ts';
export { maskEntry } from './mask/mask-entry.ts';
export { createValueMask, type ValueMask, type ValueMaskOptions } from './mask/value-mask.ts';
export type { Strictness } from './names/cookie-fields.ts';
export { type NameMeaning, nameMeaning } from './names/name-meaning.ts';
export type { NamePlace } from './names/name-place.ts';
export type { NameRow, ValueGuard } from './names/name-row.ts';
export { type NamedValue, nameVerdict } from './names/name-verdict.ts';
export type { ValueType } from './names/value-guard.ts';
export type { NameVerdict } from './names/verdict.ts';
export { nameRows } from './names/vocabulary/vocabulary.ts';
export { type CompiledPolicy, compilePolicy } from './policy/compile-policy.ts';
export {
  type PersonalData,
  PolicyError,
  type PolicyPattern,
  type Preset,
  parsePolicy,
  presets,
  type SanitizePolicy,
} from './policy/policy.ts';
export { parseBasic } from './pseudonyms/basic.ts';
export {
  isNumericPseudonym,
  isPseudonym,
  isPseudonymAt,
  lengthClass,
  pseudonymKind,
  pseudonymLength,
} from './pseudonyms/grammar.ts';
export { isPseudonymous } from './pseudonyms/is-pseudonymous.ts';
export { type CompactToken, isSanitisedJwt, parseCompactToken } from './pseudonyms/jwt.ts';
export {
  createPseudonymiser,
  type Pseudonymiser,
  type PseudonymiserOptions,
} from './pseudonyms/pseudonymiser.ts';
export { type CookieLife, cookieLives } from './report/cookie-life.ts';
export { type Exposure, ExposureInventory } from './report/exposure.ts';
export { fileDigest } from './report/file-digest.ts';
export {
  type FileDigest,
  REPORT_SCHEMA,
  RedactionCounts,
  type ReportSignature,
  reportHead,
  type SanitizeReport,
  signedText,
} from './report/sanitize-report.ts';
export { RULE_SET } from './rule-set.ts';
export type { HandPort, HandThreads } from './run/hands/hand-port.ts';
export { serveHand } from './run/hands/serve-hand.ts';
export { serveWebWorker, webWorkerPort } from './run/hands/web-worker.ts';
export { MARKER_KEY, type SanitizedMarker } from './run/marker.ts';
export type { Redaction } from './run/redaction.ts';
export {
  checkCapture,
  isDamaged,
  type Sanitized,
  type SanitizeOptions,
  type SanitizeStage,
  sanitizeCapture,
} from './run/sanitize-capture.ts';
export { SanitizeError, type SanitizeErrorCode } from './run/sanitize-error.ts';
export type { SecretSpan } from './secret-span.ts';
export { findCardNumbers } from './shapes/card-numbers.ts';
export { findShapes } from './shapes/find-shapes.ts';
export { joinSpans } from './shapes/join-spans.ts';
export { type ShapeLiteral, shapeLiterals } from './shapes/literal-index.ts';
export type { ShapeRow } from './shapes/shape-row.ts';
export { shapeRows } from './shapes/shape-rows.ts';
export { harmlessReason, unlikelyReason } from './values/harmless.ts';
export { looksRandom } from './values/looks-random.ts';
