import type { PurgeLevel, ResidualCopy } from '../purge/purge.ts';
import type { Words } from '../words.ts';

/** What a note tells: digests, counts and names that we gave. Nothing of it is captured text. */
export interface IntakeReport {
  /** Stands in the first line, in brackets, so that the note is found again. */
  readonly mark: string;
  readonly original: { readonly sha256: string; readonly sizeBytes: number; readonly otherCaptures: number };
  readonly clean: ReportedFile & {
    readonly redactions: number;
    readonly secrets: number;
    readonly droppedBodies: number;
    readonly repaired: boolean;
  };
  readonly sealed: ReportedFile & { readonly keyIds: readonly string[] };
  readonly removal: 'removed' | 'was-gone' | 'not-removable' | 'forbidden' | 'replaced';
  readonly purge: {
    readonly level: PurgeLevel;
    readonly untilMs?: number;
    readonly residual: readonly ResidualCopy[];
  };
  /** `<number>/<beginning of the hash>` */
  readonly auditHead: string;
  readonly link?: string;
}

export interface ReportedFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly place?: 'case' | 'vault';
}

/** The line by which a note is found again, whatever language it is in. */
export function noteMark(mark: string): string {
  return `[harrier ${mark}]`;
}

/** The note as lines of plain text, which no markup language of a case system reads as markup. */
export function tellIntake(report: IntakeReport, { language, cases: { note } }: Words): string {
  const { clean, sealed, original, removal, purge } = report;
  const count = (value: number): string => value.toLocaleString(language);
  const isGone = removal === 'removed' || removal === 'was-gone';
  const placed = ({ name, place }: ReportedFile): string =>
    place === 'vault' ? `${name} (${note.keptInVault})` : name;
  const lines = [
    `${noteMark(report.mark)} ${isGone ? note.replaced : note.originalStays}`,
    '',
    note.clean({ name: placed(clean), bytes: count(clean.sizeBytes), sha256: clean.sha256 }),
    note.found(count(clean.secrets), count(clean.redactions)),
    ...(clean.repaired ? [note.repaired] : []),
    ...(clean.droppedBodies > 0 ? [note.droppedBodies(count(clean.droppedBodies))] : []),
    ...(original.otherCaptures > 0 ? [note.otherCaptures(count(original.otherCaptures))] : []),
    '',
    note.sealed({
      name: placed(sealed),
      bytes: count(sealed.sizeBytes),
      sha256: sealed.sha256,
      keys: sealed.keyIds.join(note.listSeparator),
    }),
    '',
    note.original(original.sha256, count(original.sizeBytes)),
    note.removal[removal],
    ...(isGone ? [`${purge.level}: ${note.purge[purge.level]}`] : []),
    ...(isGone && purge.untilMs !== undefined ? [note.binUntil(new Date(purge.untilMs).toISOString())] : []),
    ...(isGone && purge.residual.length > 0
      ? [note.residual(purge.residual.map((copy) => note.residualCopy[copy]).join(note.listSeparator))]
      : []),
    note.revoke,
    '',
    note.exception(report.mark),
    note.audit(report.auditHead),
    ...(report.link === undefined ? [] : [note.link(report.link)]),
  ];
  return lines.join('\n');
}
