import type { FindingToTell, Language, PurgeLevel, ResidualCopy } from '@harrier/knowledge';

/** A case, as the API gives it. */
export interface SupportCase {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** What notes of the automation are written in. */
  readonly language: Language;
  readonly status: 'open' | 'closed';
  readonly createdBy: string;
  readonly createdMs: number;
  readonly updatedMs: number;
}

/** Something that somebody, or the automation, wrote into a case. */
export interface CaseNote {
  readonly id: string;
  readonly author: string;
  readonly visibility: 'public' | 'private';
  readonly text: string;
  readonly createdMs: number;
}

/** A file of a case. Its name is a stranger's. */
export interface CaseAttachment {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly visibility: 'public' | 'private';
  readonly createdBy: string;
  readonly createdMs: number;
  readonly removedMs: number | null;
}

/** What is done with an attachment, in this order; the server's names. */
export const steps = [
  'detect',
  'sanitize',
  'upload-clean',
  'encrypt',
  'upload-sealed',
  'verify-sealed',
  'delete-original',
  'probe-deletion',
  'note',
] as const;
export type Step = (typeof steps)[number];

export type IntakeState = 'running' | 'done' | 'original-present' | 'skipped' | 'stuck';

export type Removal = 'removed' | 'was-gone' | 'not-removable' | 'forbidden' | 'replaced';

interface PlacedFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly attachment?: { readonly id: string };
}

/** A finding of a clean capture, as the API tells it. */
export type CaptureFinding = FindingToTell & {
  readonly severity: 'error' | 'warning';
  readonly entries: readonly number[];
};

/** The way of one attachment through the steps, as the API tells it. */
export interface Intake {
  readonly id: string;
  readonly mark: string;
  readonly connector: string;
  readonly attachment: {
    readonly caseRef: string;
    readonly id: string;
    readonly name: string;
    readonly sizeBytes: number;
    readonly createdMs: number;
  };
  readonly step: Step;
  readonly state: IntakeState;
  readonly needsPerson: boolean;
  /** Of the last attempt that failed, in the reader's language. */
  readonly reason?: string;
  readonly nextStep?: string;
  readonly trouble?: { readonly code: string; readonly step: Step; readonly attempts: number };
  readonly facts: {
    readonly skipped?: 'own-file' | 'not-a-capture' | 'no-entries' | 'protected' | 'already-clean';
    readonly original?: {
      readonly sizeBytes: number;
      readonly sha256: string;
      readonly format: string;
      readonly entries: number;
      readonly otherCaptures: number;
    };
    readonly clean?: PlacedFile & {
      readonly redactions: number;
      readonly secrets: number;
      readonly droppedBodies: number;
      readonly repaired: boolean;
    };
    readonly findings?: readonly CaptureFinding[];
    readonly sealed?: PlacedFile & { readonly keyIds: readonly string[]; readonly verifiedMs?: number };
    /** Retention is deleting `sealed`, and nobody can ask for it. */
    readonly destroying?: { readonly sinceMs: number; readonly days: number };
    /** In the place of `sealed`, once retention has deleted it; `removal` is that of the copy in the case. */
    readonly destroyed?: {
      readonly name: string;
      readonly sizeBytes: number;
      readonly sha256: string;
      readonly keyIds: readonly string[];
      readonly atMs: number;
      readonly removal: Removal;
    };
    readonly removal?: Removal;
    readonly purge?: {
      readonly level: PurgeLevel;
      readonly untilMs?: number;
      readonly residual: readonly ResidualCopy[];
    };
  };
  readonly createdMs: number;
  readonly updatedMs: number;
}

/** Whether what should have been removed is still in the case, so that somebody has to look after it. */
export function staysInCase(removal: Removal): boolean {
  return removal !== 'removed' && removal !== 'was-gone';
}
