import type { AuditEvent } from '../audit/audit-event.ts';
import type { RemoteAttachment } from '../connectors/case-connector.ts';
import { type Intake, intakeId, intakeMark } from './intake.ts';

/** An intake at its beginning. */
export function newIntake(
  connector: { readonly id: string; readonly tenantId: string },
  attachment: RemoteAttachment,
  nowMs: number,
): Intake {
  return {
    id: intakeId(connector.id, attachment),
    tenantId: connector.tenantId,
    connector: connector.id,
    attachment,
    step: 'detect',
    state: 'running',
    facts: {},
    createdMs: nowMs,
    updatedMs: nowMs,
  };
}

/** That an attachment was seen for the first time. */
export function announcedEvent(intake: Intake): AuditEvent {
  return {
    action: 'intake/announced',
    actor: 'worker',
    tenantId: intake.tenantId,
    subject: `intake:${intake.id}`,
    atMs: intake.createdMs,
    facts: {
      mark: intakeMark(intake.id),
      connector: intake.connector,
      sizeBytes: intake.attachment.sizeBytes,
    },
  };
}
