import type { AuditEvent } from '../audit/audit-event.ts';
import type { AuditHead } from '../audit/chain.ts';
import type { RemoteAttachment } from '../connectors/case-connector.ts';
import type { Intake, IntakeFacts, IntakeState, Trouble } from './intake.ts';
import { intakeMark } from './intake.ts';
import type { Step } from './step.ts';

/** The right to work on an intake, for a time. */
export interface Lease {
  readonly intakeId: string;
  readonly token: string;
}

export interface ClaimedIntake {
  readonly lease: Lease;
  readonly intake: Intake;
  /** How often the present step was begun, this time included. */
  readonly attempts: number;
}

/** What is written down at the end of a step, in one transaction with its audit event. */
export type IntakeChange =
  | {
      readonly kind: 'advance';
      readonly step: Step;
      readonly facts: IntakeFacts;
      /** Digests of files that we made: they are kept, and none of them ever becomes an intake. */
      readonly ownFiles?: readonly string[];
    }
  | {
      readonly kind: 'end';
      readonly state: Exclude<IntakeState, 'running' | 'stuck'>;
      readonly facts: IntakeFacts;
    }
  | { readonly kind: 'again'; readonly trouble: Trouble; readonly runAtMs: number }
  | { readonly kind: 'stuck'; readonly trouble: Trouble };

/** What the workflow needs of a database. One contract suite holds for every implementation. */
export interface IntakeStore {
  /** Makes an intake, or does nothing where that attachment is known. Gives its id and whether it is new. */
  announce(
    connector: { readonly id: string; readonly tenantId: string },
    attachment: RemoteAttachment,
    nowMs: number,
  ): Promise<{ readonly id: string; readonly isNew: boolean }>;
  /**
   * The intake that has waited longest and that nobody holds, of organisations of which nothing is being worked on; where there is none, of all.
   */
  claim(nowMs: number, leaseMs: number): Promise<ClaimedIntake | undefined>;
  /** Error: {@link LeaseLost}. */
  renew(lease: Lease, nowMs: number, leaseMs: number): Promise<void>;
  /** After `advance` the lease goes on; after everything else it is over. Error: {@link LeaseLost}. */
  commit(lease: Lease, change: IntakeChange, nowMs: number): Promise<Intake>;
  /** Sets a stuck intake going again from the step where it stands. Gives false where it is not stuck. */
  restart(id: string, actor: string, nowMs: number): Promise<boolean>;
  get(id: string): Promise<Intake | undefined>;
  isOwnFile(sha256: string): Promise<boolean>;
  auditHead(): Promise<AuditHead>;
}

/** Somebody else holds the intake now. Whoever meets this stops, and says nothing: the other goes on. */
export class LeaseLost extends Error {
  constructor() {
    super('the lease is held by somebody else');
    this.name = 'LeaseLost';
  }
}

/** The intake after a change. The same for every store. */
export function changed(intake: Intake, change: IntakeChange, nowMs: number): Intake {
  const { trouble: _, ...rest } = intake;
  switch (change.kind) {
    case 'advance':
      return { ...rest, step: change.step, facts: change.facts, updatedMs: nowMs };
    case 'end':
      return { ...rest, state: change.state, facts: change.facts, updatedMs: nowMs };
    case 'again':
      return { ...rest, trouble: change.trouble, updatedMs: nowMs };
    case 'stuck':
      return { ...rest, state: 'stuck', trouble: change.trouble, updatedMs: nowMs };
  }
}

/** What the audit log says of a change. */
export function auditEventOf(before: Intake, change: IntakeChange, nowMs: number): AuditEvent {
  const { original, clean, sealed, purge, removal, skipped } =
    'facts' in change ? change.facts : before.facts;
  const common = {
    actor: 'worker',
    tenantId: before.tenantId,
    subject: `intake:${before.id}`,
    atMs: nowMs,
  };
  const where = { mark: intakeMark(before.id), step: before.step };
  if (change.kind === 'again' || change.kind === 'stuck') {
    const { code, attempts } = change.trouble;
    return { ...common, action: 'intake/trouble', facts: { ...where, kind: change.kind, code, attempts } };
  }
  const digests = {
    ...(original === undefined ? {} : { original: original.sha256 }),
    ...(clean === undefined ? {} : { clean: clean.sha256 }),
    ...(sealed === undefined ? {} : { sealed: sealed.sha256, keyIds: sealed.keyIds }),
    ...(removal === undefined ? {} : { removal }),
    ...(purge === undefined ? {} : { purge: purge.level }),
    ...(skipped === undefined ? {} : { skipped }),
  };
  if (change.kind === 'end')
    return { ...common, action: 'intake/ended', facts: { ...where, ...digests, state: change.state } };
  return { ...common, action: 'intake/advanced', facts: { ...where, ...digests, next: change.step } };
}
