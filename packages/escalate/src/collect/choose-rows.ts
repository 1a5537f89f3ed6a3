import type { Analysis } from '@harrier/analyze';
import type { Capture } from '@harrier/har';
import { tellingFindings } from './telling-findings.ts';

/** A package is read by people; the first hundreds of failures of a storm tell as much as all. */
const MAX_ROWS = 200;
/** Case systems refuse attachments beyond some ten megabytes; packed, a HAR is about a fifth. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * The rows that a package holds, the most telling first: those that a person named, those of the findings in their order with their
 * evidence, every other failed one, those that carry the ids.
 */
export function chooseRows(
  capture: Capture,
  analysis: Analysis,
  named: readonly number[],
): readonly number[] {
  const { length, columns } = capture.index;
  const wanted = [
    ...named,
    ...tellingFindings(analysis).flatMap(({ entries, evidence }) => [
      ...entries,
      ...evidence.map(({ entry }) => entry),
    ]),
    ...analysis.failedEntries,
    ...analysis.trackingIds.map(({ entry }) => entry),
  ];
  const chosen = new Set<number>();
  let bytes = 0;
  for (const row of wanted) {
    if (chosen.size >= MAX_ROWS) break;
    if (chosen.has(row) || row < 0 || row >= length) continue;
    const size = columns.entryLength[row] as number;
    if (bytes + size > MAX_BYTES) continue;
    bytes += size;
    chosen.add(row);
  }
  return [...chosen];
}
