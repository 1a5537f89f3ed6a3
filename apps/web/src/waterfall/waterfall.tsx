import { captureSpan } from '@harrier/har';
import { useEffect, useMemo, useRef } from 'react';
import type { CaptureTab } from '../captures/open-captures.ts';
import { drawWaterfall, type WaterfallRow } from './draw-waterfall.ts';
import { useWaterfallColours } from './phase-colours.ts';

interface WaterfallProps {
  readonly tab: CaptureTab;
  readonly rows: readonly WaterfallRow[];
  readonly width: number;
  readonly height: number;
}

/** One canvas beside the rows in view. */
export function Waterfall({ tab, rows, width, height }: WaterfallProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = useWaterfallColours();
  const { index } = tab;
  const span = useMemo(() => (index === undefined ? undefined : captureSpan(index)), [index]);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined || index === undefined || span === undefined) return;
    const scale = window.devicePixelRatio;
    context.canvas.width = Math.round(width * scale);
    context.canvas.height = Math.round(height * scale);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    const range = { startMs: span.startEpochMs, endMs: span.endEpochMs };
    drawWaterfall(context, { width, height }, index, span.rowStartEpochMs, rows, range, colours);
  });
  return <canvas ref={canvas} style={{ width, height, display: 'block' }} aria-hidden />;
}
