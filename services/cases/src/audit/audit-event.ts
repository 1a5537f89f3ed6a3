import type { PlainObject } from './canonical-json.ts';

/** What can happen, in one table. Past tense, `<noun>/<what>`; each has a row in docs/audit-log.md. */
export const auditActions = [
  'account/created',
  'account/changed',
  'account/signed-in',
  'account/sign-in-failed',
  'account/signed-out',
  'account/link-made',
  'account/confirmed',
  'token/created',
  'token/revoked',
  'tenant/created',
  'case/created',
  'case/changed',
  'note/added',
  'attachment/added',
  'attachment/read',
  'attachment/removed',
  'original/expired',
  'original/destroyed',
  'reads/many',
  'reads/seen',
  'intake/announced',
  'intake/advanced',
  'intake/ended',
  'intake/trouble',
  'intake/restarted',
  'audit/exported',
  'logs/searched',
  'logs/taken-in',
  'exception/requested',
  'exception/consent-asked',
  'exception/consent-given',
  'exception/declined',
  'exception/approved',
  'exception/refused',
  'exception/withdrawn',
  'exception/material-read',
  'exception/released',
  'exception/granted',
  'exception/fetched',
  'exception/lapsed',
  'settings/changed',
  'upload-link/created',
  'upload-link/revoked',
  'vault-key/proposed',
  'vault-key/confirmed',
  'vault-key/retired',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** The actions of one noun, e.g. `vault-key`. */
export type AuditActionOf<Noun extends string> = Extract<AuditAction, `${Noun}/${string}`>;

/** One thing that happened. Holds ids, digests and counts, never captured text and never a credential. */
export interface AuditEvent {
  readonly action: AuditAction;
  /** Who: `account:<id>`, `worker`, `setup`, `anonymous`, `upload-link:<id>` for the customer who has the link. */
  readonly actor: string;
  readonly tenantId: string;
  /** What it was done to: `case:<id>`, `sha256:<digest>` for every way to bytes, `tracking-id:<id>` for logs. */
  readonly subject: string;
  readonly atMs: number;
  readonly facts: PlainObject;
}
