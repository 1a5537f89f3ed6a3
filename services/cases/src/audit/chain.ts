import { createHash } from 'node:crypto';
import type { AuditEvent } from './audit-event.ts';
import { canonicalJson } from './canonical-json.ts';

/** Where the chain stands. Whoever wrote a head down elsewhere can tell later whether the log was cut or rewritten. */
export interface AuditHead {
  /** Number of entries; the first one is 1. */
  readonly seq: number;
  /** 64 hex digits, of the last entry. */
  readonly hash: string;
}

/** Before the first entry. */
export const EMPTY_HEAD: AuditHead = { seq: 0, hash: '0'.repeat(64) };

export interface AuditEntry extends AuditHead {
  /** Canonical JSON of the event with its number. One line. */
  readonly line: string;
}

/** The entry that follows `head`. */
export function nextEntry(head: AuditHead, event: AuditEvent): AuditEntry {
  const seq = head.seq + 1;
  const { action, actor, tenantId, subject, atMs, facts } = event;
  const line = canonicalJson({ seq, action, actor, tenantId, subject, atMs, facts });
  return { seq, line, hash: entryHash(head.hash, line) };
}

/**
 * SHA-256 over the hash before, a blank and the line, all as UTF-8: `printf '%s %s' "$hash" "$line" | sha256sum` gives the same.
 */
export function entryHash(previousHash: string, line: string): string {
  return createHash('sha256').update(`${previousHash} ${line}`).digest('hex');
}

/** The first entry that does not follow from those before it. */
export interface ChainFault {
  /** Which entry should have stood there. */
  readonly seq: number;
  readonly what: 'number' | 'hash' | 'cut-off';
}

/** Checks entries from `from` on, and that the chain reaches `witness` where a head was seen outside. */
export function checkChain(
  entries: Iterable<{ readonly line: string; readonly hash: string }>,
  witness?: AuditHead,
  from: AuditHead = EMPTY_HEAD,
): { readonly head: AuditHead; readonly fault?: ChainFault } {
  let head = from;
  for (const { line, hash } of entries) {
    const seq = head.seq + 1;
    if (entryHash(head.hash, line) !== hash) return { head, fault: { seq, what: 'hash' } };
    if (!numberIs(line, seq)) return { head, fault: { seq, what: 'number' } };
    head = { seq, hash };
    if (witness?.seq === seq && witness.hash !== hash) return { head, fault: { seq, what: 'hash' } };
  }
  if (witness !== undefined && witness.seq > head.seq)
    return { head, fault: { seq: head.seq + 1, what: 'cut-off' } };
  return { head };
}

/** Names are sorted, and `seq` stands before `subject` and `tenantId`, behind what else an event has. */
function numberIs(line: string, seq: number): boolean {
  try {
    return (JSON.parse(line) as { seq?: unknown }).seq === seq;
  } catch {
    return false;
  }
}
