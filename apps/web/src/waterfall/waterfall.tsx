import type { EntryIndex } from '@harrier/har';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CaptureTab } from '../captures/open-captures.ts';
import { durationText } from '../captures/quantity.ts';
import type { SortKey } from '../engine/sort-rows.ts';
import { useWords } from '../words/use-words.ts';
import {
  type DrawnPhase,
  drawnPhases,
  drawWaterfall,
  phaseMs,
  ROW_HEIGHT,
  type TimeRange,
  type WaterfallRow,
} from './draw-waterfall.ts';
import { useWaterfallColours } from './phase-colours.ts';
import { patternStyle, patternsOf } from './phase-patterns.ts';
import classes from './waterfall.module.css';

interface WaterfallProps {
  readonly tab: CaptureTab;
  readonly rows: readonly WaterfallRow[];
  readonly width: number;
  readonly height: number;
  readonly onSelect: (row: number) => void;
  /** A stretch of the capture was marked: ms since 1970. */
  readonly onZoom: (range: readonly [fromMs: number, toMs: number] | undefined) => void;
}

/** Sorted by how long something took, bars begin at one line, as in DevTools: lengths can be compared. */
export function isAligned(sort: SortKey): boolean {
  return sort === 'time' || sort === 'latency';
}

/** Pixels that a pointer may move in a click. */
const CLICK_PX = 4;

/** One canvas beside the rows in view. Drag to look closer, hold Ctrl and turn the wheel to zoom. */
export function Waterfall({ tab, rows, width, height, onSelect, onZoom }: WaterfallProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = useWaterfallColours();
  const phases = useMemo(() => patternsOf(colours, 'rgb(255 255 255 / 55%)'), [colours]);
  const [drag, setDrag] = useState<readonly [fromX: number, toX: number]>();
  const [hover, setHover] = useState<{ readonly row: number; readonly x: number; readonly y: number }>();
  const { index } = tab;
  const aligned = isAligned(tab.question.sort);
  const range = useTimeRange(tab, rows, aligned);
  const starts = tab.span?.rowStartEpochMs;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined || index === undefined || width <= 0) return;
    const scale = window.devicePixelRatio;
    const [pixelWidth, pixelHeight] = [Math.round(width * scale), Math.round(height * scale)];
    if (context.canvas.width !== pixelWidth) context.canvas.width = pixelWidth;
    if (context.canvas.height !== pixelHeight) context.canvas.height = pixelHeight;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    drawWaterfall(context, { width, height }, index, aligned ? undefined : starts, rows, range, {
      ...colours,
      phases,
    });
  });
  const timeAt = (x: number): number => range.startMs + (x / width) * (range.endMs - range.startMs);
  const rowUnder = (y: number): number | undefined =>
    rows.find(({ top }) => y >= top && y < top + ROW_HEIGHT)?.row;
  const end = (event: React.PointerEvent): void => {
    const [from, to] = drag ?? [0, 0];
    setDrag(undefined);
    if (Math.abs(to - from) > CLICK_PX && !aligned)
      onZoom([timeAt(Math.min(from, to)), timeAt(Math.max(from, to))]);
    else {
      const row = rowUnder(event.nativeEvent.offsetY);
      if (row !== undefined) onSelect(row);
    }
  };
  return (
    <div className={classes.frame} style={{ width, height }} aria-hidden>
      <canvas
        ref={canvas}
        style={{ width, height, display: 'block' }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag([event.nativeEvent.offsetX, event.nativeEvent.offsetX]);
        }}
        onPointerMove={(event) => {
          const { offsetX, offsetY } = event.nativeEvent;
          if (drag !== undefined) setDrag([drag[0], offsetX]);
          const row = rowUnder(offsetY);
          setHover(row === undefined || drag !== undefined ? undefined : { row, x: offsetX, y: offsetY });
        }}
        onPointerUp={end}
        onPointerLeave={() => setHover(undefined)}
        onDoubleClick={() => onZoom(undefined)}
      />
      {drag !== undefined && !aligned && (
        <div
          className={classes.mark}
          style={{ left: Math.min(...drag), width: Math.abs(drag[1] - drag[0]) }}
        />
      )}
      {hover !== undefined && index !== undefined && (
        <PhaseCard index={index} row={hover.row} x={hover.x} y={hover.y} width={width} height={height} />
      )}
    </div>
  );
}

/** What the width stands for: the zoomed time, the whole capture, or the longest of the rows in view. */
function useTimeRange(tab: CaptureTab, rows: readonly WaterfallRow[], aligned: boolean): TimeRange {
  const { index, span, zoom } = tab;
  if (index === undefined || span === undefined) return { startMs: 0, endMs: 1 };
  if (aligned) {
    const longest = Math.max(
      1,
      ...rows.map(({ row }) => index.columns.timeMs[row] as number).filter(Number.isFinite),
    );
    return { startMs: 0, endMs: longest };
  }
  if (zoom !== undefined) return { startMs: zoom[0], endMs: zoom[1] };
  return { startMs: span.startEpochMs, endMs: span.endEpochMs };
}

interface PhaseCardProps {
  readonly index: EntryIndex;
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function PhaseCard({ index, row, x, y, width, height }: PhaseCardProps) {
  const { knowledge } = useWords();
  const colours = useWaterfallColours();
  const phases = drawnPhases.flatMap((phase): [DrawnPhase, number][] => {
    const ms = phaseMs(index, row, phase);
    return ms > 0 ? [[phase, ms]] : [];
  });
  // As far to the left as the pointer is to the right: it ends where the waterfall does, at most.
  const side = { left: x, transform: `translateX(${(-100 * x) / Math.max(1, width)}%)` };
  const edge = y > height / 2 ? { bottom: height - y + 8 } : { top: y + 8 };
  return (
    <div className={classes.card} style={{ ...side, ...edge }}>
      {phases.map(([phase, ms]) => (
        <div key={phase} className={classes.phase}>
          <span className={classes.swatch} style={patternStyle(phase, colours[phase])} />
          <span>{knowledge.terms.phase[phase === 'blocked' ? 'stalled' : phase]}</span>
          <span className={classes.ms}>{durationText(ms)}</span>
        </div>
      ))}
    </div>
  );
}
