import { useComputedColorScheme } from '@mantine/core';
import { memo, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { durationText } from '../captures/quantity.ts';
import { sameFor } from '../captures/same-tab.ts';
import { failedRowsOf } from '../engine/failed-rows.ts';
import { useSize } from '../frame/use-size.ts';
import { useWords } from '../words/use-words.ts';
import { drawMinimap, type MinimapColours, minimapOf } from './draw-minimap.ts';
import classes from './minimap.module.css';
import { toldTime } from './told-time.ts';

const HEIGHT = 36;
/** A shorter mark is a click. */
const LEAST_PX = 4;

const colours: Readonly<Record<'light' | 'dark', MinimapColours>> = {
  light: { busy: '#8aa4c0', failed: '#c92a2a', shade: 'rgb(233 236 239 / 75%)', selected: '#1c7ed6' },
  dark: { busy: '#53708f', failed: '#ff8787', shade: 'rgb(20 21 23 / 70%)', selected: '#74c0fc' },
};

/** The whole capture as a strip: busy times, failures ticked. Marking a stretch shows that stretch only. */
export const Minimap = memo(MinimapOf, sameFor('id', 'index', 'span', 'analysis', 'zoom', 'selected'));

function MinimapOf({ tab: newest }: { readonly tab: CaptureTab }) {
  // The rows come first: counting them all is a task of its own.
  const tab = useDeferredValue(newest);
  const words = useWords();
  const zoom = useOpenCaptures((state) => state.zoom);
  const ask = useOpenCaptures((state) => state.ask);
  const { ref, width } = useSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useComputedColorScheme();
  const [drag, setDrag] = useState<readonly [number, number]>();
  const { index, span, analysis } = tab;
  const pixels = Math.floor(width);
  const map = useMemo(() => {
    if (index === undefined || span === undefined || pixels < 1) return undefined;
    const failed = failedRowsOf(index, analysis);
    return toldTime('map/count', () => minimapOf(index, span, (row) => failed.has(row), pixels));
  }, [index, span, analysis, pixels]);
  const spanMs = span === undefined ? 1 : Math.max(1, span.endEpochMs - span.startEpochMs);
  const x = (ms: number): number => ((ms - (span?.startEpochMs ?? 0)) / spanMs) * pixels;
  const time = (at: number): number => (span?.startEpochMs ?? 0) + (at / Math.max(1, pixels)) * spanMs;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined || map === undefined) return;
    const scale = window.devicePixelRatio;
    context.canvas.width = Math.round(pixels * scale);
    context.canvas.height = Math.round(HEIGHT * scale);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    const marked = drag ?? (tab.zoom && [x(tab.zoom[0]), x(tab.zoom[1])]);
    const start = tab.selected === undefined ? undefined : span?.rowStartEpochMs[tab.selected];
    const marks = {
      zoom: marked && ([Math.min(...marked), Math.max(...marked)] as const),
      selected: start === undefined ? undefined : x(start),
    };
    toldTime('map/draw', () => drawMinimap(context, map, HEIGHT, marks, colours[scheme]));
  });
  const show = (range: readonly [number, number] | undefined): void => {
    zoom(tab.id, range);
    void ask(tab.id, { range });
  };
  return (
    <div ref={ref} className={classes.strip}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={words.bench.minimap.label(
          durationText(spanMs),
          map?.failed.reduce((a, b) => a + b, 0) ?? 0,
        )}
        title={words.bench.minimap.hint}
        style={{ width: '100%', height: HEIGHT, display: 'block' }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag([event.nativeEvent.offsetX, event.nativeEvent.offsetX]);
        }}
        onPointerMove={(event) => drag && setDrag([drag[0], event.nativeEvent.offsetX])}
        onPointerUp={() => {
          if (drag === undefined) return;
          setDrag(undefined);
          const [from, to] = [Math.min(...drag), Math.max(...drag)];
          if (to - from >= LEAST_PX) show([time(from), time(to)]);
        }}
        onDoubleClick={() => show(undefined)}
      />
    </div>
  );
}
