export { type Answers, readAnswers } from './answers/answers.ts';
export { type Attachment, stripAttachment } from './attachments/strip-attachment.ts';
export { type AuditHead, auditHeadIn, auditHeadText } from './audit/audit-head.ts';
export { EscalateError, type EscalateErrorCode } from './escalate-error.ts';
export type { DrawFlow, DrawnFlow, FlowLine, FlowToDraw } from './flow/drawn-flow.ts';
export type { EvidencePointer, Gate, GateAnswer, Lack } from './gate/gate.ts';
export { tellLack } from './gate/tell-lack.ts';
export { keyOfOriginals, originalsDigest } from './key/key-of-originals.ts';
export { type LogRecord, readLogRecords } from './logs/log-record.ts';
export { readPastedRecords } from './logs/pasted-records.ts';
export {
  buildPackage,
  type EscalationPackage,
  gateJson,
  type PackageInput,
  type PackageOptions,
} from './package/build-package.ts';
export { isWholePackage } from './package/is-whole-package.ts';
export type { Manifest, ManifestFile } from './package/manifest.ts';
export type { PackageFile } from './package/zip-bytes.ts';
export { type Target, type TargetId, targets } from './targets/targets.ts';
