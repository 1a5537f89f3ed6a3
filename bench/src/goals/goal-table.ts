import { table } from '../measure/markdown-table.ts';
import type { Figure } from './figure.ts';

/** Goals beside what one run measured of them, as a table of Markdown. */
export function goalTable(figures: readonly Figure[]): string[] {
  return table(
    ['goal', 'measured', ''],
    figures.map(({ goal, measured, isMet }) => [goal, measured, isMet ? 'met' : 'MISSED']),
  );
}
