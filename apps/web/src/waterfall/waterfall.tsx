import { captureSpan } from '@harrier/har';
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import type { CaptureTab } from '../captures/open-captures.ts';
import { drawWaterfall, type PhaseColours, type WaterfallRow } from './draw-waterfall.ts';

const light: PhaseColours = {
  blocked: '#b9bec6',
  dns: '#2b8a8a',
  connect: '#c77d2e',
  ssl: '#9c5fb5',
  send: '#4c6ef5',
  wait: '#3f9a55',
  receive: '#2f7fc1',
  unaccounted: '#dadde1',
  failed: '#c92a2a',
  grid: '#e9ecef',
};

const dark: PhaseColours = {
  ...light,
  blocked: '#6b7280',
  unaccounted: '#495057',
  failed: '#ff8787',
  grid: '#2c2e33',
};

interface WaterfallProps {
  readonly tab: CaptureTab;
  readonly rows: readonly WaterfallRow[];
  readonly width: number;
  readonly height: number;
}

/** One canvas beside the rows in view. */
export function Waterfall({ tab, rows, width, height }: WaterfallProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = useComputedColorScheme() === 'dark' ? dark : light;
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
