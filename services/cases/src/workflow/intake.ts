import { createHash } from 'node:crypto';
import type {
  CaseSystemErrorCode,
  IntakeTroubleCode,
  ObjectErrorCode,
  PurgeLevel,
  ResidualCopy,
  VaultErrorCode,
} from '@harrier/knowledge';
import type { RemoteAttachment } from '../connectors/case-connector.ts';
import type { ByteDigest } from '../vault/index.ts';
import type { FoundInClean } from './found-in.ts';
import type { Step } from './step.ts';

/** The way of one attachment through the steps. */
export interface Intake {
  /** Digest of what the attachment is known by, see {@link intakeId}. */
  readonly id: string;
  readonly tenantId: string;
  readonly connector: string;
  readonly attachment: RemoteAttachment;
  /** The one that is next, or that it ended with. */
  readonly step: Step;
  readonly state: IntakeState;
  readonly facts: IntakeFacts;
  /** Of the last attempt that failed; gone when a step succeeds. */
  readonly trouble?: Trouble;
  readonly createdMs: number;
  readonly updatedMs: number;
}

/**
 * `running` · `done` the original is gone · `original-present` all that could be done was done, and the original is still
 * there (red) · `skipped` nothing to do, `facts.skipped` says why · `stuck` a dead end (red), `trouble` says why.
 */
export type IntakeState = 'running' | 'done' | 'original-present' | 'skipped' | 'stuck';

export type TroubleCode = IntakeTroubleCode | CaseSystemErrorCode | ObjectErrorCode | VaultErrorCode;

/** Why a step did not succeed. Words for a code live in knowledge. */
export interface Trouble {
  readonly code: TroubleCode;
  readonly step: Step;
  readonly atMs: number;
  /** How often this step was begun. */
  readonly attempts: number;
}

/**
 * Everything that was found out and done, by the step that did it. Digests, counts and references; of captured text only what
 * findings quote of the clean capture.
 */
export interface IntakeFacts {
  readonly skipped?: SkipReason;
  readonly original?: ByteDigest & {
    readonly format: 'har' | 'saz';
    readonly entries: number;
    /** Captures in the same archive that were not sanitized; they are in the sealed original. */
    readonly otherCaptures: number;
  };
  readonly clean?: PlacedFile & {
    readonly redactions: number;
    readonly secrets: number;
    readonly droppedBodies: number;
    /** The original is damaged; the clean file has what is whole. */
    readonly repaired: boolean;
    /**
     * What each pseudonym stood for, sealed for the vault's keys, in the object store alone. Absent where there was no key
     * to seal it for: then exceptions are for the whole file.
     */
    readonly sealedMap?: ByteDigest;
  };
  /** What the clean capture shows, most telling first. */
  readonly findings?: readonly FoundInClean[];
  readonly sealed?: PlacedFile & {
    /** Of the keys that open it, 16 hex digits. */
    readonly keyIds: readonly string[];
    /** Base64; opens with the same keys and gives the session key of this file alone. */
    readonly capsule: string;
    /** When the copy in the case was read back and found to be the one that was proven. */
    readonly verifiedMs?: number;
  };
  /** The organisation kept `sealed` for so many days, and no longer: it is being destroyed, and cannot be asked for. */
  readonly destroying?: { readonly sinceMs: number; readonly days: number };
  /** In the place of `sealed`: the organisation kept it no longer. */
  readonly destroyed?: ByteDigest & {
    readonly name: string;
    readonly keyIds: readonly string[];
    readonly atMs: number;
    /** Of the copy in the case. */
    readonly removal: Removal;
  };
  readonly removal?: Removal;
  readonly purge?: {
    readonly level: PurgeLevel;
    readonly untilMs?: number;
    readonly residual: readonly ResidualCopy[];
  };
}

/** A file that we made, and where it was put. */
export interface PlacedFile extends ByteDigest {
  readonly name: string;
  /** `vault`: only in the object store, because the case system takes no file of this size. */
  readonly place?: 'case' | 'vault';
  readonly attachment?: RemoteAttachment;
}

/** What became of the original. */
export type Removal = 'removed' | 'was-gone' | 'not-removable' | 'forbidden' | 'replaced';

/**
 * `own-file` we made it · `not-a-capture` · `no-entries` · `protected` an archive with a password, which keeps what is in it ·
 * `already-clean` the sanitizer finds nothing to take out.
 */
export type SkipReason = 'own-file' | 'not-a-capture' | 'no-entries' | 'protected' | 'already-clean';

/** 64 hex digits. The same attachment has the same id however often it is told of; a replaced one has another. */
export function intakeId(
  connector: string,
  { caseRef, id, name, sizeBytes, createdMs }: RemoteAttachment,
): string {
  return createHash('sha256')
    .update(JSON.stringify([connector, caseRef, id, name, sizeBytes, createdMs]))
    .digest('hex');
}

/** Stands in names and notes, so that what a crashed attempt made is found again. 48 bits: one case has few attachments. */
export function intakeMark(id: string): string {
  return id.slice(0, 12);
}
