import type { Analysis } from '../analyse-capture.ts';

/** What a dump shows of an analysis. */
type DumpedAnalysis = Pick<Analysis, 'findings' | 'notObservable' | 'trackingIds'>;

/** Findings as a table that one could mail to a colleague: most telling first, facts and evidence below each. */
export function dumpFindings({ findings, notObservable, trackingIds }: DumpedAnalysis): string {
  const lines = findings.flatMap(({ ruleId, severity, class: certainty, entries, facts, evidence }) => [
    `${severity}  ${certainty}  ${ruleId}  ${entries.map((entry) => `#${entry}`).join(' ')}`.trimEnd(),
    ...Object.entries(facts).map(([name, value]) => `    ${name}: ${value}`),
    ...evidence.map(({ entry, pointer, bodyPointer, role }) =>
      `  ${role} #${entry} ${pointer}${bodyPointer === undefined ? '' : ` › ${bodyPointer}`}`.trimEnd(),
    ),
  ]);
  return [
    ...(lines.length === 0 ? ['no findings'] : lines),
    ...notObservable.map(
      ({ ruleId, evidence, effect }) => `not observable  ${ruleId}  ${evidence}  ${effect}`,
    ),
    ...trackingIds.map(({ id, entry, why }) => `search  ${id}  #${entry}  ${why}`),
    '',
  ].join('\n');
}
