import { type Capture, captureSpan, type PhaseBreakdown, phaseBreakdown } from '@harrier/har';
import { maskEntry, type ValueMask } from '@harrier/sanitize';

/** One request as a picture of the waterfall shows it; values are masked. */
export interface PicturedRow {
  readonly row: number;
  readonly method: string;
  readonly url: string;
  readonly status: number | undefined;
  /** On the capture's clock: ms since its first request. */
  readonly startMs: number;
  readonly breakdown: PhaseBreakdown;
}

/** Opens rows for a picture. */
export async function picturedRows(
  capture: Capture,
  rows: Iterable<number>,
  mask: ValueMask,
): Promise<PicturedRow[]> {
  const { startEpochMs, rowStartEpochMs } = captureSpan(capture.index);
  const pictured: PicturedRow[] = [];
  for (const row of rows) {
    const entry = maskEntry(await capture.openEntry(row), mask);
    pictured.push({
      row,
      method: entry.request.method,
      url: entry.request.url,
      status: entry.response.status,
      startMs: (rowStartEpochMs[row] as number) - startEpochMs,
      breakdown: phaseBreakdown(entry),
    });
  }
  return pictured;
}
