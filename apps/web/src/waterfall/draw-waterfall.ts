import type { EntryIndex } from '@harrier/har';

/** The time that the width of a waterfall stands for, ms since 1970. */
export interface TimeRange {
  readonly startMs: number;
  readonly endMs: number;
}

/** The phases that the index knows, in the order in which they happen. */
export const drawnPhases = ['blocked', 'dns', 'connect', 'ssl', 'send', 'wait', 'receive'] as const;
export type DrawnPhase = (typeof drawnPhases)[number];

/** Muted colours, each with a pattern of its own, so that no phase is told by colour alone. */
export type PhaseColours = Readonly<Record<DrawnPhase | 'unaccounted' | 'failed' | 'grid', string>>;

/** What a row of a waterfall shows. */
export interface WaterfallRow {
  readonly row: number;
  /** Top of the row in CSS pixels. */
  readonly top: number;
  readonly failed: boolean;
}

const BAR_HEIGHT = 12;
const ROW_HEIGHT = 24;
/** Thinner bars could not be seen. */
const LEAST_WIDTH = 2;

/** Draws the bars of the rows in view on a canvas whose context is scaled to CSS pixels. */
export function drawWaterfall(
  context: CanvasRenderingContext2D,
  size: { readonly width: number; readonly height: number },
  index: EntryIndex,
  starts: ArrayLike<number>,
  rows: readonly WaterfallRow[],
  range: TimeRange,
  colours: PhaseColours,
): void {
  context.clearRect(0, 0, size.width, size.height);
  const spanMs = Math.max(1, range.endMs - range.startMs);
  const x = (atMs: number): number => ((atMs - range.startMs) / spanMs) * size.width;
  drawGrid(context, size, colours.grid);
  for (const { row, top, failed } of rows) {
    const startMs = starts[row] as number;
    const bar = top + (ROW_HEIGHT - BAR_HEIGHT) / 2;
    const from = x(startMs);
    let at = startMs;
    for (const phase of drawnPhases) {
      const durationMs = phaseMs(index, row, phase);
      if (durationMs <= 0) continue;
      const left = x(at);
      at += durationMs;
      context.fillStyle = colours[phase];
      context.fillRect(left, bar, Math.max(x(at) - left, 0.5), BAR_HEIGHT);
    }
    const timeMs = index.columns.timeMs[row] as number;
    const endMs = startMs + Math.max(timeMs, 0);
    if (endMs > at + 1) {
      context.fillStyle = colours.unaccounted;
      context.fillRect(x(at), bar + BAR_HEIGHT / 4, x(endMs) - x(at), BAR_HEIGHT / 2);
    }
    const to = x(Math.max(at, endMs));
    if (to - from < LEAST_WIDTH) {
      context.fillStyle = colours.wait;
      context.fillRect(from, bar, LEAST_WIDTH, BAR_HEIGHT);
    }
    if (failed)
      drawCross(context, Math.max(to, from + LEAST_WIDTH) + 6, top + ROW_HEIGHT / 2, colours.failed);
  }
}

/** TLS lies inside `connect` in most captures; where it is longer than that, it stands beside it. */
function phaseMs({ columns }: EntryIndex, row: number, phase: DrawnPhase): number {
  const value = columns[phase][row] as number;
  if (!(value > 0)) return 0;
  const ssl = columns.ssl[row] as number;
  const connect = columns.connect[row] as number;
  if (phase === 'connect' && ssl > 0 && connect >= ssl) return connect - ssl;
  return value;
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
