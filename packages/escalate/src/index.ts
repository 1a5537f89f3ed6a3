export { type Answers, readAnswers } from './answers/answers.ts';
export { EscalateError, type EscalateErrorCode } from './escalate-error.ts';
export type { EvidencePointer, Gate, GateAnswer, Lack } from './gate/gate.ts';
export { tellLack } from './gate/tell-lack.ts';
export { type LogRecord, readLogRecords } from './logs/log-record.ts';
export {
  buildPackage,
  type EscalationPackage,
  gateJson,
  type PackageInput,
  type PackageOptions,
} from './package/build-package.ts';
export { ESCALATION_SCHEMA, type Manifest, type ManifestFile } from './package/manifest.ts';
export { type Picture, stripPicture } from './pictures/strip-picture.ts';
export { type Target, type TargetId, targets } from './targets/targets.ts';
