export type { CredentialKind } from './credential-kind.ts';
export { maskEntry } from './mask/mask-entry.ts';
export { createValueMask, type ValueMask } from './mask/value-mask.ts';
export type { Strictness } from './names/cookie-fields.ts';
export { nameMeaning } from './names/name-meaning.ts';
export type { ValueGuard } from './names/name-row.ts';
export { type CompiledPolicy, compilePolicy } from './policy/compile-policy.ts';
export { PolicyError, type Preset, parsePolicy, presets, type SanitizePolicy } from './policy/policy.ts';
export { isNumericPseudonym, isPseudonymAt, pseudonymLength } from './pseudonyms/grammar.ts';
export type { Exposure } from './report/exposure.ts';
export { fileDigest } from './report/file-digest.ts';
export { RedactionSummary } from './report/redaction-summary.ts';
export {
  type FileDigest,
  REPORT_SCHEMA,
  type ReportSignature,
  reportHead,
  type SanitizeReport,
  signedText,
} from './report/sanitize-report.ts';
export { RULE_SET } from './rule-set.ts';
export type { HandThreads } from './run/hands/hand-port.ts';
export { serveWebWorker, webWorkerPort } from './run/hands/web-worker.ts';
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
