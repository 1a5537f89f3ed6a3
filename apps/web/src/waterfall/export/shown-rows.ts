import { type CaptureTab, rowAt, rowCount } from '../../captures/open-captures.ts';
import { GROUP_LINE } from '../../engine/view/view-question.ts';

/** The requests that the table shows, from the top; heads of groups are left out. */
export function shownRows(tab: CaptureTab, most: number): number[] {
  const rows: number[] = [];
  for (let line = 0; line < rowCount(tab) && rows.length < most; line++) {
    const row = rowAt(tab, line);
    if (row < GROUP_LINE) rows.push(row);
  }
  return rows;
}
