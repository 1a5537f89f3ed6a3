import type { CaptureSpan, EntryIndex } from '@harrier/har';
import { entryDurationMs } from '@harrier/har';

/** What a minimap is made of: how busy each pixel of the capture was, and where something failed. */
export interface Minimap {
  /** Requests under way in each pixel. */
  readonly busy: Uint32Array;
  /** Failed requests that began in it. */
  readonly failed: Uint32Array;
}

/** Counts once for a width; drawing again costs nothing then. */
export function minimapOf(
  index: EntryIndex,
  span: CaptureSpan,
  isFailed: (row: number) => boolean,
  width: number,
): Minimap {
  const busy = new Int32Array(width + 1);
  const failed = new Uint32Array(width);
  const spanMs = Math.max(1, span.endEpochMs - span.startEpochMs);
  const pixel = (ms: number): number =>
    Math.max(0, Math.min(width - 1, Math.floor(((ms - span.startEpochMs) / spanMs) * width)));
  for (let row = 0; row < index.length; row++) {
    const startMs = span.rowStartEpochMs[row] as number;
    const from = pixel(startMs);
    const to = pixel(startMs + (entryDurationMs(index, row) ?? 0));
    busy[from] = (busy[from] as number) + 1;
    busy[to + 1] = (busy[to + 1] ?? 0) - 1;
    if (isFailed(row)) failed[from] = (failed[from] as number) + 1;
  }
  let sum = 0;
  const counts = Uint32Array.from({ length: width }, (_, x) => {
    sum += busy[x] as number;
    return Math.max(0, sum);
  });
  return { busy: counts, failed };
}

/** Colours of a minimap. */
export interface MinimapColours {
  readonly busy: string;
  readonly failed: string;
  readonly shade: string;
  readonly selected: string;
}

/** Draws the map; `marks` are x positions: the zoomed stretch, the selected request. */
export function drawMinimap(
  context: CanvasRenderingContext2D,
  { busy, failed }: Minimap,
  height: number,
  marks: { readonly zoom?: readonly [number, number] | undefined; readonly selected?: number | undefined },
  colours: MinimapColours,
): void {
  const width = busy.length;
  context.clearRect(0, 0, width, height);
  const most = Math.log1p(busy.reduce((a, b) => Math.max(a, b), 0)) || 1;
  const ground = height - 8;
  context.fillStyle = colours.busy;
  for (let x = 0; x < width; x++) {
    const count = busy[x] as number;
    // One request under way is seen beside a thousand.
    if (count > 0) {
      const bar = 2 + (Math.log1p(count) / most) * (ground - 4);
      context.fillRect(x, ground - bar, 1, bar);
    }
  }
  context.fillStyle = colours.failed;
  // Many ticks would run into one line.
  const ticks = failed.reduce((sum, count) => sum + Math.min(1, count), 0);
  const tickPx = ticks > width / 8 ? 1 : 3;
  for (let x = 0; x < width; x++)
    if ((failed[x] as number) > 0) context.fillRect(x - (tickPx - 1) / 2, ground + 1, tickPx, 7);
  if (marks.selected !== undefined) {
    context.fillStyle = colours.selected;
    context.fillRect(marks.selected - 1, 0, 2, height);
  }
  if (marks.zoom !== undefined) {
    context.fillStyle = colours.shade;
    context.fillRect(0, 0, marks.zoom[0], height);
    context.fillRect(marks.zoom[1], 0, width - marks.zoom[1], height);
  }
}
