import type { Analysis } from '../analyse-capture.ts';

/** Findings as a table that one could mail to a colleague: most telling first, lint last, facts and evidence below each. */
export function dumpFindings({ findings, lint, notObservable, trackingIds }: Analysis): string {
  const lines = [...findings, ...lint].flatMap(
    ({ ruleId, severity, class: certainty, entries, facts, evidence }) => [
      `${severity}  ${certainty}  ${ruleId}  ${entries.map((entry) => `#${entry}`).join(' ')}`.trimEnd(),
      ...Object.entries(facts).map(([name, value]) => `    ${name}: ${value}`),
      ...evidence.map(({ entry, pointer, bodyPointer, role }) =>
        `  ${role} #${entry} ${pointer}${bodyPointer === undefined ? '' : ` › ${bodyPointer}`}`.trimEnd(),
      ),
    ],
  );
  return [
    ...(lines.length === 0 ? ['no findings'] : lines),
    ...notObservable.map(
      ({ ruleId, evidence, effect }) => `not observable  ${ruleId}  ${evidence}  ${effect}`,
    ),
    ...trackingIds.map(({ id, entry, why }) => `search  ${id}  #${entry}  ${why}`),
    '',
  ].join('\n');
}
