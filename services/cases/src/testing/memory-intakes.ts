import type { AuditEvent } from '../audit/audit-event.ts';
import { type AuditEntry, EMPTY_HEAD, nextEntry } from '../audit/chain.ts';
import type { Intake } from '../workflow/intake.ts';
import { auditEventOf, changed, type IntakeStore, type Lease, LeaseLost } from '../workflow/intake-store.ts';
import { announcedEvent, newIntake } from '../workflow/new-intake.ts';

interface Row {
  intake: Intake;
  attempts: number;
  runAtMs: number;
  leaseUntilMs: number;
  token: string;
}

/** Intakes in memory, fast enough to go through every crash schedule. Passes the contract of the real stores. */
export function memoryIntakes(): IntakeStore & {
  readonly entries: readonly AuditEntry[];
  all(): readonly Intake[];
} {
  const rows = new Map<string, Row>();
  const ownFiles = new Set<string>();
  const entries: AuditEntry[] = [];
  let claims = 0;

  const append = (event: AuditEvent): void => {
    entries.push(nextEntry(entries.at(-1) ?? EMPTY_HEAD, event));
  };
  const held = (lease: Lease): Row => {
    const row = rows.get(lease.intakeId);
    if (row === undefined || row.token !== lease.token) throw new LeaseLost();
    return row;
  };

  return {
    entries,
    all: () => [...rows.values()].map(({ intake }) => intake),
    async announce(connector, attachment, nowMs) {
      const intake = newIntake(connector, attachment, nowMs);
      if (rows.has(intake.id)) return { id: intake.id, isNew: false };
      rows.set(intake.id, { intake, attempts: 0, runAtMs: nowMs, leaseUntilMs: 0, token: '' });
      append(announcedEvent(intake));
      return { id: intake.id, isNew: true };
    },
    async claim(nowMs, leaseMs) {
      const busy = new Set(
        [...rows.values()]
          .filter(({ leaseUntilMs }) => leaseUntilMs > nowMs)
          .map(({ intake }) => intake.tenantId),
      );
      const waiting = [...rows.values()]
        .filter((row) => row.intake.state === 'running' && row.runAtMs <= nowMs && row.leaseUntilMs <= nowMs)
        .sort((one, other) => one.runAtMs - other.runAtMs);
      const due = waiting.find(({ intake }) => !busy.has(intake.tenantId)) ?? waiting[0];
      if (due === undefined) return undefined;
      due.attempts++;
      due.leaseUntilMs = nowMs + leaseMs;
      due.token = `claim-${++claims}`;
      return {
        lease: { intakeId: due.intake.id, token: due.token },
        intake: due.intake,
        attempts: due.attempts,
      };
    },
    async renew(lease, nowMs, leaseMs) {
      held(lease).leaseUntilMs = nowMs + leaseMs;
    },
    async commit(lease, change, nowMs) {
      const row = held(lease);
      append(auditEventOf(row.intake, change, nowMs));
      row.intake = changed(row.intake, change, nowMs);
      if (change.kind === 'advance') {
        row.attempts = 1;
        for (const sha256 of change.ownFiles ?? []) ownFiles.add(sha256);
      } else {
        row.token = '';
        row.leaseUntilMs = 0;
        if (change.kind === 'again') row.runAtMs = change.runAtMs;
      }
      return row.intake;
    },
    async restart(id, actor, nowMs) {
      const row = rows.get(id);
      if (row?.intake.state !== 'stuck') return false;
      const { trouble: _, ...rest } = row.intake;
      row.intake = { ...rest, state: 'running', updatedMs: nowMs };
      row.attempts = 0;
      row.runAtMs = nowMs;
      const { tenantId } = row.intake;
      append({
        action: 'intake/restarted',
        actor,
        tenantId,
        subject: `intake:${id}`,
        atMs: nowMs,
        facts: {},
      });
      return true;
    },
    get: async (id) => rows.get(id)?.intake,
    isOwnFile: async (sha256) => ownFiles.has(sha256),
    auditHead: async () => {
      const { seq, hash } = entries.at(-1) ?? EMPTY_HEAD;
      return { seq, hash };
    },
  };
}
