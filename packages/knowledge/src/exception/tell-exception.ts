import { noteMark } from '../intake/tell-intake.ts';
import type { Words } from '../words.ts';
import type { ExceptionNews, ExceptionReason } from './exception-words.ts';

/** What a note about one step of an exception tells. */
export interface ExceptionReport {
  /** Stands in the first line, in brackets, so that the note is found again. */
  readonly mark: string;
  readonly news: ExceptionNews;
  readonly scope:
    | { readonly kind: 'values'; readonly pseudonyms: readonly string[] }
    | { readonly kind: 'entries'; readonly entries: readonly number[] }
    | { readonly kind: 'whole' };
  readonly reason: ExceptionReason;
  /** Who and why, for notes that the customer does not see. */
  readonly inside?: { readonly by: string; readonly reasonText: string };
  readonly sealedSha256: string;
  /** `<number>/<beginning of the hash>` */
  readonly auditHead: string;
}

/** The note as lines of plain text. A reason is one line of it: its writer cannot make it look like another note. */
export function tellException(report: ExceptionReport, { language, exceptions }: Words): string {
  const { scope, inside } = report;
  const asked =
    scope.kind === 'values'
      ? exceptions.scope.values(scope.pseudonyms.length.toLocaleString(language))
      : scope.kind === 'entries'
        ? exceptions.scope.entries(scope.entries.join(', '))
        : exceptions.scope.whole;
  const reason = exceptions.reasons[report.reason];
  return [
    `${noteMark(report.mark)} ${exceptions.news[report.news]}`,
    '',
    asked,
    exceptions.reason(
      inside === undefined ? reason : `${reason} – ${inside.reasonText.replace(/\s+/g, ' ')}`,
    ),
    ...(inside === undefined ? [] : [exceptions.by(inside.by)]),
    exceptions.sealed(report.sealedSha256),
    exceptions.audit(report.auditHead),
  ].join('\n');
}
