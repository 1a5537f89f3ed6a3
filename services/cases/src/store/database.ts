import type { Kysely, Transaction } from 'kysely';

/**
 * The tables, the same on libsql and PostgreSQL: text, whole numbers, and JSON kept as text, so that one set of
 * statements serves both. Times are milliseconds since 1970 (UTC). Names are snake_case in the database.
 */
export interface Tables {
  tenants: TenantRow;
  cases: CaseRow;
  notes: NoteRow;
  attachments: AttachmentRow;
  jobs: JobRow;
  intakes: IntakeRow;
  ownFiles: OwnFileRow;
  cursors: CursorRow;
  auditEntries: AuditEntryRow;
  auditHead: AuditHeadRow;
  auditCheckpoints: AuditCheckpointRow;
  accounts: AccountRow;
  sessions: SessionRow;
  apiTokens: ApiTokenRow;
  exceptions: ExceptionRow;
  exceptionReleases: ExceptionReleaseRow;
  consentLinks: ConsentLinkRow;
  oidcSignIns: OidcSignInRow;
  connectorDefinitions: ConnectorDefinitionRow;
  connectorHealth: ConnectorHealthRow;
  backfills: BackfillRow;
  settings: SettingRow;
  uploadLinks: UploadLinkRow;
  accountLinks: AccountLinkRow;
  reads: ReadRow;
  readAlarms: ReadAlarmRow;
}

export interface TenantRow {
  readonly id: string;
  readonly name: string;
  readonly createdMs: number;
}

export interface CaseRow {
  readonly id: string;
  readonly tenantId: string;
  /** What people call it; counts from 1 within a tenant. */
  readonly number: number;
  title: string;
  /** In which notes are written, see `Language` of knowledge. */
  language: string;
  status: 'open' | 'closed';
  readonly createdBy: string;
  readonly createdMs: number;
  updatedMs: number;
}

export interface NoteRow {
  readonly id: string;
  readonly caseId: string;
  readonly author: string;
  readonly visibility: 'public' | 'private';
  readonly text: string;
  readonly createdMs: number;
  /** Unique within a case: the same key makes no second note. */
  readonly noteKey: string | null;
}

export interface AttachmentRow {
  readonly id: string;
  readonly caseId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly visibility: 'public' | 'private';
  readonly createdBy: string;
  readonly createdMs: number;
  /** The row stays when the bytes are gone: the case's history says what was here. */
  removedMs: number | null;
  /** Unique within a case: the same key makes no second attachment. */
  readonly putKey: string | null;
}

export interface JobRow {
  readonly id: string;
  readonly kind: 'intake' | 'poll' | 'exception-note' | 'backfill' | 'retention';
  /** What it is about: an intake's id, a connector's, a step of an exception. Unique with the kind. */
  readonly subject: string;
  state: 'waiting' | 'leased' | 'ended';
  attempts: number;
  runAtMs: number;
  leaseUntilMs: number | null;
  /** Random for each claim: whoever writes down a result has to show the one that is in force. */
  leaseToken: string | null;
}

export interface IntakeRow {
  readonly id: string;
  readonly tenantId: string;
  readonly connector: string;
  readonly caseRef: string;
  readonly attachmentId: string;
  readonly attachmentName: string;
  readonly attachmentBytes: number;
  readonly attachmentCreatedMs: number;
  step: string;
  state: string;
  /** JSON of `IntakeFacts`. */
  facts: string;
  /** JSON of `Trouble`, of the last attempt that failed. */
  trouble: string | null;
  readonly createdMs: number;
  updatedMs: number;
}

export interface OwnFileRow {
  readonly sha256: string;
  readonly intakeId: string;
}

export interface CursorRow {
  readonly connector: string;
  cursor: string;
}

export interface AuditEntryRow {
  readonly seq: number;
  readonly tenantId: string;
  /** Canonical JSON, what is hashed. */
  readonly line: string;
  readonly hash: string;
}

export interface AuditHeadRow {
  readonly id: number;
  seq: number;
  hash: string;
}

export interface AuditCheckpointRow {
  /** The last entry that it covers. */
  readonly seq: number;
  readonly root: string;
  readonly head: string;
  readonly atMs: number;
}

export interface AccountRow {
  readonly id: string;
  readonly tenantId: string;
  readonly name: string;
  passwordHash: string;
  /** Base32; null without a second factor. */
  totpSecret: string | null;
  /** The last TOTP step that was used: none works twice. */
  totpStep: number;
  /** JSON array. */
  roles: string;
  /** Who it is outside of here, `<issuer>#<subject>`; null for a local account. Two accounts of one person are one person. */
  readonly identity: string | null;
  readonly createdMs: number;
  disabledMs: number | null;
  failedSignIns: number;
  lockedUntilMs: number;
  /** JSON array of SHA-256: each stands for the second factor, once. */
  recoveryCodes: string;
  /** The administrator after whose hand roles wait for a second person, `account:<id>`; null: they wait for nobody. */
  heldBy: string | null;
  /** JSON array: everybody who laid a hand on it since it was last confirmed, held or not. None of them confirms it. */
  hands: string;
  /** When it was first given a role that waits for a second person; stays when the role goes. */
  guardedMs: number | null;
  /** 1: its owner chose the password; 0: somebody else knows it, or has a link to choose it. */
  ownPassword: number;
}

export interface SessionRow {
  /** SHA-256 of what the cookie holds. */
  readonly tokenHash: string;
  readonly accountId: string;
  readonly createdMs: number;
  seenMs: number;
  /** Browser and system, in words of ours; empty where neither is known. */
  readonly client: string;
}

export interface ApiTokenRow {
  readonly id: string;
  /** SHA-256 of the token. */
  readonly tokenHash: string;
  readonly accountId: string;
  readonly name: string;
  /** JSON array. */
  readonly scopes: string;
  readonly createdMs: number;
  readonly expiresMs: number;
  usedMs: number | null;
  revokedMs: number | null;
}

export interface ExceptionRow {
  readonly id: string;
  readonly tenantId: string;
  readonly caseRef: string;
  readonly sealedSha256: string;
  state: string;
  version: number;
  readonly requestedMs: number;
  dueMs: number;
  /** JSON of `Exception`, whole; the columns beside it are for finding it. */
  value: string;
}

export interface ExceptionReleaseRow {
  readonly exceptionId: string;
  readonly sha256: string;
  /** Base64 of a message that the requester alone can open. */
  readonly message: string;
}

export interface ConsentLinkRow {
  /** SHA-256 of what the link holds. */
  readonly tokenHash: string;
  readonly exceptionId: string;
  readonly tenantId: string;
}

/** A way for a customer to send files to one case. */
export interface UploadLinkRow {
  readonly id: string;
  /** SHA-256 of what the link holds. */
  readonly tokenHash: string;
  readonly tenantId: string;
  readonly caseId: string;
  /** 1: the page also asks for the original, sealed. */
  readonly wantsOriginal: 0 | 1;
  readonly createdBy: string;
  readonly createdMs: number;
  readonly expiresMs: number;
  revokedMs: number | null;
  /** How many came by it. */
  files: number;
}

/** Lets somebody choose the password of an account that has none, or has lost it. */
export interface AccountLinkRow {
  readonly accountId: string;
  /** SHA-256 of what the link holds. */
  readonly tokenHash: string;
  /** 1: the second factor goes with the old password. */
  readonly dropsSecondFactor: 0 | 1;
  readonly expiresMs: number;
}

/** Somebody read a file, not long ago. */
export interface ReadRow {
  readonly id: string;
  readonly tenantId: string;
  readonly actor: string;
  readonly atMs: number;
}

/** Somebody read more than is usual. */
export interface ReadAlarmRow {
  readonly id: string;
  readonly tenantId: string;
  readonly actor: string;
  readonly atMs: number;
  files: number;
  seenBy: string | null;
  seenMs: number | null;
}

export interface ConnectorDefinitionRow {
  /** What it is called everywhere: `<tenant>:<id of the definition>`. */
  readonly id: string;
  readonly tenantId: string;
  /** JSON of `ConnectorDefinition`; where its secret is, never the secret. */
  value: string;
  readonly createdMs: number;
}

export interface ConnectorHealthRow {
  readonly connector: string;
  lookedMs: number;
  /** Of the last look that succeeded. */
  okMs: number | null;
  /** Code of what went wrong at the last look. */
  trouble: string | null;
}

export interface BackfillRow {
  readonly connector: string;
  mode: 'dry-run' | 'run';
  state: 'going' | 'stopped' | 'done';
  /** Where it goes on; null = from the beginning. */
  cursor: string | null;
  perMinute: number;
  found: number;
  foundBytes: number;
  /** How many of them were new and were taken in. */
  announced: number;
  readonly startedMs: number;
  updatedMs: number;
  trouble: string | null;
}

export interface OidcSignInRow {
  /** SHA-256 of the state that was sent along. */
  readonly stateHash: string;
  /** SHA-256 of a cookie: the browser that began is the one that comes back. */
  readonly browserHash: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly expiresMs: number;
}

export interface SettingRow {
  readonly name: string;
  value: string;
}

/** The whole database, outside of a transaction. */
export type Database = Kysely<Tables>;

/** One transaction. What is done with it happens together or not at all. */
export type Tx = Transaction<Tables>;
