export type { AuditAction, AuditActionOf, AuditEvent } from './audit/audit-event.ts';
export {
  type AuditCheckpoint,
  appendAudit,
  auditEntries,
  auditHead,
  exportAudit,
  writeCheckpoint,
} from './audit/audit-log.ts';
export type { AuditHead, ChainFault } from './audit/chain.ts';
export {
  type Backfill,
  mostPerMinute,
  readBackfill,
  startBackfill,
  stopBackfill,
  workOnBackfill,
} from './backfill/backfill.ts';
export { builtInConnector, builtInId, remoteOf } from './connectors/built-in/built-in-connector.ts';
export { type Actor, CaseBook, type NewAttachment, type NewNote } from './connectors/built-in/case-book.ts';
export type * from './connectors/case-connector.ts';
export { CaseSystemError } from './connectors/case-system-error.ts';
export type { ConnectorDefinition, SecretReference } from './connectors/definition/connector-fields.ts';
export { connectorSchema } from './connectors/definition/connector-schema.ts';
export {
  addDefinition,
  type OwnedDefinition,
  plainDefinition,
  removeDefinition,
  replaceDefinition,
  storedDefinitions,
} from './connectors/definition/definition-book.ts';
export { openConnector } from './connectors/definition/open-connector.ts';
export {
  ConnectorSettingsError,
  readConnectorsFile,
  readDefinition,
} from './connectors/definition/read-definition.ts';
export { type UploadDrop, type UploadDropOptions, uploadDrop } from './connectors/drop/upload-drop.ts';
export { type FolderConnectorOptions, folderConnector } from './connectors/folder/folder-connector.ts';
export { type ConnectorHealth, connectorHealth } from './connectors/health.ts';
export type { JiraOptions } from './connectors/jira/jira-connector.ts';
export type { RedmineOptions } from './connectors/redmine/redmine-connector.ts';
export type { RequestTrackerOptions } from './connectors/request-tracker/request-tracker-connector.ts';
export type { ServiceNowOptions } from './connectors/service-now/service-now-connector.ts';
export { signWebhook, verifyWebhook, type WebhookVerdict } from './connectors/webhook/signed-webhook.ts';
export { memoryObjects } from './objects/memory-objects.ts';
export { ObjectError } from './objects/object-error.ts';
export type * from './objects/object-store.ts';
export { openObjects } from './objects/open-objects.ts';
export { sweepObjects } from './objects/sweep-objects.ts';
export { readAlarms, seeReadAlarm } from './reads/read-alarms.ts';
export { recordRead, TooManyReads } from './reads/record-read.ts';
export { findExpired, type RetentionOptions, workOnRetention } from './retention/retention.ts';
export { type SecurityPolicy, securityPolicy } from './security-policy/security-policy.ts';
export type * from './store/database.ts';
export { oldestDueMs } from './store/job-queue.ts';
export { isDuplicate, openStore, type Store } from './store/open-store.ts';
export { addIntake, type IntakeFilter, listIntakes, sqlIntakes } from './store/sql-intakes.ts';
export { StoreError } from './store/store-error.ts';
export {
  holdTenantSetting,
  readTenantSetting,
  type SettingActor,
  setTenantSetting,
  type TenantSetting,
  writeTenantSetting,
} from './store/tenant-setting.ts';
export { addSealedUpload, beginsSealed, keyIdsOf, type SealedUpload } from './uploads/sealed-upload.ts';
export {
  countUpload,
  makeUploadLink,
  type NewUploadLink,
  openUploadLink,
  revokeUploadLink,
  uploadLinksOf,
} from './uploads/upload-links.ts';
export {
  confirmedVaultKeys,
  confirmKey,
  type KeyRefusal,
  type ProposedKey,
  proposedKeys,
  proposeKey,
  readProposedKey,
  retireKey,
} from './vault-keys/proposed-keys.ts';
export { cleanApart } from './workflow/apart/clean-apart.ts';
export { examineApart } from './workflow/apart/examine-apart.ts';
export type { Workshop } from './workflow/context.ts';
export * from './workflow/intake.ts';
export type { ClaimedIntake, IntakeChange, IntakeStore, Lease } from './workflow/intake-store.ts';
export { newIntake } from './workflow/new-intake.ts';
export { openWorkshop, type WorkshopOptions } from './workflow/open-workshop.ts';
export { type Step, steps } from './workflow/step.ts';
export type { WorkOptions } from './workflow/work-on-next.ts';
export { Doorbell, runWorker, type WorkerOptions } from './workflow/worker.ts';
