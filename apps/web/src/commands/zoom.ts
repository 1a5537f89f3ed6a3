import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';

/** Less than this is below what clocks of browsers tell. */
const LEAST_MS = 1;

/** Shows less or more time around the chosen request, or the middle of what is shown; infinity = everything. */
export function zoomBy(tab: CaptureTab | undefined, factor: number): void {
  if (tab?.span === undefined) return;
  const { zoom, ask } = useOpenCaptures.getState();
  const { startEpochMs, endEpochMs, rowStartEpochMs } = tab.span;
  const [fromMs, toMs] = tab.zoom ?? [startEpochMs, endEpochMs];
  const widthMs = Math.max(LEAST_MS, (toMs - fromMs) * factor);
  const chosenMs = tab.selected === undefined ? undefined : rowStartEpochMs[tab.selected];
  const middleMs =
    chosenMs !== undefined && chosenMs >= fromMs && chosenMs <= toMs ? chosenMs : (fromMs + toMs) / 2;
  const isAll = widthMs >= endEpochMs - startEpochMs;
  const start = Math.max(startEpochMs, Math.min(endEpochMs - widthMs, middleMs - widthMs / 2));
  zoom(tab.id, isAll ? undefined : [start, start + widthMs]);
  // A stretch that was marked is left only when everything is asked for.
  if (isAll && tab.question.range !== undefined) void ask(tab.id, { range: undefined });
}
