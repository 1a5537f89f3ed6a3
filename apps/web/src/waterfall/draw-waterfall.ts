import { type EntryIndex, isTlsBesideConnect } from '@harrier/har';

/** The time that the width of a waterfall stands for: ms since 1970, or since each request's start where bars are aligned. */
export interface TimeRange {
  readonly startMs: number;
  readonly endMs: number;
}

/** The phases that the index knows, in the order in which they happen. */
export const drawnPhases = ['blocked', 'dns', 'connect', 'ssl', 'send', 'wait', 'receive'] as const;
export type DrawnPhase = (typeof drawnPhases)[number];

/** What a canvas is painted with: each phase has a colour and a pattern, so that none is told by colour alone. */
export interface WaterfallPaint {
  readonly phases: Readonly<Record<DrawnPhase, CanvasPattern | string>>;
  readonly unaccounted: string;
  readonly failed: string;
  readonly grid: string;
  readonly text: string;
}

/** What a row of a waterfall shows. */
export interface WaterfallRow {
  readonly row: number;
  /** Top of the row in CSS pixels. */
  readonly top: number;
  readonly failed: boolean;
}

export const ROW_HEIGHT = 24;
const BAR_HEIGHT = 12;
/** Thinner bars could not be seen. */
const LEAST_WIDTH = 2;

/** Draws the bars of the rows in view on a canvas whose context is scaled to CSS pixels. */
export function drawWaterfall(
  context: CanvasRenderingContext2D,
  size: { readonly width: number; readonly height: number },
  index: EntryIndex,
  /** Start of each row on the axis; `undefined` = bars are aligned at 0. */
  starts: ArrayLike<number> | undefined,
  rows: readonly WaterfallRow[],
  range: TimeRange,
  paint: WaterfallPaint,
): void {
  context.clearRect(0, 0, size.width, size.height);
  const spanMs = Math.max(1e-3, range.endMs - range.startMs);
  const x = (atMs: number): number => clip(((atMs - range.startMs) / spanMs) * size.width, size.width);
  if (rows.length > 0) drawGrid(context, size, paint.grid);
  for (const { row, top, failed } of rows) {
    const startMs = starts === undefined ? 0 : (starts[row] as number);
    const bar = top + (ROW_HEIGHT - BAR_HEIGHT) / 2;
    const from = x(startMs);
    let at = startMs;
    for (const phase of drawnPhases) {
      const durationMs = phaseMs(index, row, phase);
      if (durationMs <= 0) continue;
      const left = x(at);
      at += durationMs;
      context.fillStyle = paint.phases[phase];
      context.fillRect(left, bar, Math.max(x(at) - left, 0.5), BAR_HEIGHT);
    }
    const timeMs = index.columns.timeMs[row] as number;
    const endMs = startMs + (Number.isNaN(timeMs) ? 0 : Math.max(timeMs, 0));
    if (endMs > at + 1) {
      context.fillStyle = paint.unaccounted;
      context.fillRect(x(at), bar + BAR_HEIGHT / 4, x(endMs) - x(at), BAR_HEIGHT / 2);
    }
    const to = x(Math.max(at, endMs));
    if (to - from < LEAST_WIDTH && from > 0 && from < size.width) {
      context.fillStyle = paint.phases.wait;
      context.fillRect(from, bar, LEAST_WIDTH, BAR_HEIGHT);
    }
    if (failed)
      drawCross(
        context,
        Math.min(size.width - 6, Math.max(to, from + LEAST_WIDTH) + 6),
        top + ROW_HEIGHT / 2,
        paint.failed,
      );
  }
}

/** Bars that begin or end far outside are drawn to the edge: canvases draw wrongly at millions of pixels. */
function clip(x: number, width: number): number {
  return Math.max(-10, Math.min(width + 10, x));
}

/** ms of one phase of a row. TLS lies inside `connect` in most captures, in which case it is drawn at its end. */
export function phaseMs(index: EntryIndex, row: number, phase: DrawnPhase): number {
  const { columns } = index;
  const value = columns[phase][row] as number;
  if (!(value > 0)) return 0;
  if (phase !== 'connect' && phase !== 'ssl') return value;
  const ssl = columns.ssl[row] as number;
  const connect = columns.connect[row] as number;
  if (!(ssl > 0) || isTlsBesideConnect(index, row)) return value;
  return phase === 'ssl' ? Math.min(ssl, connect) : Math.max(0, connect - ssl);
}

function drawGrid(
  context: CanvasRenderingContext2D,
  { width, height }: { readonly width: number; readonly height: number },
  colour: string,
): void {
  context.fillStyle = colour;
  for (let part = 1; part < 4; part++) context.fillRect(Math.round((width * part) / 4), 0, 1, height);
}

function drawCross(context: CanvasRenderingContext2D, x: number, y: number, colour: string): void {
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(x - 3, y - 3);
  context.lineTo(x + 3, y + 3);
  context.moveTo(x + 3, y - 3);
  context.lineTo(x - 3, y + 3);
  context.stroke();
}
