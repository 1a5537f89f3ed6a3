import type { Language, PurgeLevel, ResidualCopy } from '@harrier/knowledge';
import type { CaseSystemError } from './case-system-error.ts';

/**
 * One attachment of a case system. Case systems reuse ids, so it is the same one only if id, name, size and time agree;
 * what it holds is known from its digest alone.
 */
export interface RemoteAttachment {
  readonly caseRef: string;
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly createdMs: number;
}

/** What a case system can do, as this account may do it. */
export interface ConnectorCapabilities {
  /** Larger files are refused. */
  readonly maxBytes: number;
  /** The best that a removal can prove; `P0` where attachments cannot be removed. */
  readonly purgeLevel: PurgeLevel;
  /** Where copies may live on after a removal. */
  readonly residual: readonly ResidualCopy[];
  /** Whether an attachment can be kept from the customer. */
  readonly privateAttachments: boolean;
  /** What sealed files are called at the end; some case systems refuse `.pgp`. */
  readonly sealedSuffix: string;
  /** Putting and noting under a key that is there already makes no second one, however many workers race. */
  readonly idempotent: boolean;
}

export interface PollPage {
  readonly attachments: readonly RemoteAttachment[];
  /** To be given at the next look. */
  readonly cursor: string;
  /** Whether there is more to be had at once. */
  readonly more: boolean;
  /** Why a case could not be looked into, where that kept nobody from looking into the others. */
  readonly passedOver?: CaseSystemError;
}

/** A file on its way into a case. */
export interface OutgoingFile {
  /** Small letters, digits, `.`, `_`, `-` only. */
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly visibility: 'public' | 'private';
  /** The same for every attempt at the same file. */
  readonly key: string;
  bytes(): Promise<AsyncIterable<Uint8Array>>;
}

export interface OutgoingNote {
  /** Stands in the text too, so that it is found again. */
  readonly key: string;
  readonly text: string;
  readonly visibility: 'public' | 'private';
}

/** What a removal achieved, as far as its answer tells. */
export interface PurgeReceipt {
  readonly level: PurgeLevel;
  /** `P2`: when the bin is emptied. */
  readonly untilMs?: number;
  readonly residual: readonly ResidualCopy[];
}

/** What asking for a removed attachment at every address it had brought to light. */
export type Probe = { readonly present: true } | ({ readonly present: false } & PurgeReceipt);

/**
 * One case system, as one account of it sees it. Every method may fail with a
 * {@link import('./case-system-error.ts').CaseSystemError}; what it did before it failed is found out by looking again.
 */
export interface CaseConnector {
  readonly id: string;
  readonly tenantId: string;
  capabilities(): Promise<ConnectorCapabilities>;
  /** Attachments since the cursor, the oldest first; some may come again. Without a cursor: from the beginning. */
  poll(cursor: string | undefined, limit: number): Promise<PollPage>;
  /**
   * The cursor for what comes from a time on. A case system that is new here begins with it: what it had before is taken in
   * by a back-fill, which somebody looked at first. Absent: polling begins from the beginning.
   */
  cursorSince?(sinceMs: number): string;
  /** What is attached to a case now. */
  list(caseRef: string): Promise<readonly RemoteAttachment[]>;
  /** Error: `case-system/not-found`. */
  open(attachment: RemoteAttachment): Promise<AsyncIterable<Uint8Array>>;
  put(caseRef: string, file: OutgoingFile): Promise<RemoteAttachment>;
  /** `sha256`: what is to go. A connector that can compare and delete at once leaves anything else alone. */
  remove(attachment: RemoteAttachment, sha256: string): Promise<PurgeReceipt>;
  probe(attachment: RemoteAttachment): Promise<Probe>;
  note(caseRef: string, note: OutgoingNote): Promise<void>;
  hasNote(caseRef: string, key: string): Promise<boolean>;
  /** In which notes are read there. */
  language(caseRef: string): Promise<Language>;
}

/** Whether two tellings are of the same attachment. */
export function isSameAttachment(one: RemoteAttachment, other: RemoteAttachment): boolean {
  return (
    one.caseRef === other.caseRef &&
    one.id === other.id &&
    one.name === other.name &&
    one.sizeBytes === other.sizeBytes &&
    one.createdMs === other.createdMs
  );
}
