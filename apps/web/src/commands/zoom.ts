import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { topRow } from '../table/top-row.ts';

/** Less than this is below what clocks of browsers tell. */
const LEAST_MS = 1;

/**
 * Shows less or more time around the chosen request, else the first one in the table's window, else the middle of what is shown;
 * infinity = everything. Around the middle, a long capture would have no bar beside the rows that are looked at.
 */
export function zoomBy(tab: CaptureTab | undefined, factor: number): void {
  if (tab?.span === undefined) return;
  const { zoom, ask } = useOpenCaptures.getState();
  const { startEpochMs, endEpochMs, rowStartEpochMs } = tab.span;
  const [fromMs, toMs] = tab.zoom ?? [startEpochMs, endEpochMs];
  const widthMs = Math.max(LEAST_MS, (toMs - fromMs) * factor);
  const starts = [tab.selected, topRow()].map((row) =>
    row === undefined ? undefined : rowStartEpochMs[row],
  );
  const middleMs =
    starts.find((start) => start !== undefined && start >= fromMs && start <= toMs) ?? (fromMs + toMs) / 2;
  const isAll = widthMs >= endEpochMs - startEpochMs;
  const start = Math.max(startEpochMs, Math.min(endEpochMs - widthMs, middleMs - widthMs / 2));
  zoom(tab.id, isAll ? undefined : [start, start + widthMs]);
  // A stretch that was marked is left only when everything is asked for.
  if (isAll && tab.question.range !== undefined) void ask(tab.id, { range: undefined });
}
