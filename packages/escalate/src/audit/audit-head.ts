/**
 * Where the audit log of a server stood when it had taken a capture in. Whoever holds a package with it can tell later whether that
 * log was cut or rewritten.
 */
export interface AuditHead {
  /** Number of the last entry at that moment; the first one is 1. */
  readonly seq: number;
  /** The beginning of that entry's hash: 16 hex digits. */
  readonly hash: string;
  /** When the case was told of it. ISO 8601, UTC. */
  readonly time: string;
}

/** A note of a case, as the server's API gives it. */
export interface NoteOfCase {
  readonly author: string;
  readonly text: string;
  readonly createdMs: number;
}

/** `18231/9f3c…`: the number of an entry and the beginning of its hash, as the automation's note prints them in every language. */
const HEAD = /\b(\d{1,12})\/([0-9a-f]{16})\b/;

/** The head in the automation's note about the intake with this mark; undefined while there is none. */
export function auditHeadIn(notes: readonly NoteOfCase[], mark: string): AuditHead | undefined {
  const note = notes.find(({ author, text }) => author === 'worker' && text.includes(mark));
  const [, seq, hash] = HEAD.exec(note?.text ?? '') ?? [];
  if (note === undefined || hash === undefined) return undefined;
  return { seq: Number(seq), hash, time: new Date(note.createdMs).toISOString() };
}

/** As notes print it, and as a check of the log takes it. */
export function auditHeadText({ seq, hash }: AuditHead): string {
  return `${seq}/${hash}`;
}
