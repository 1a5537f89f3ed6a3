import type { DrawnPhase, WaterfallPaint } from './draw-waterfall.ts';

const TILE = 6;

/** A pattern for each phase, drawn over its colour in a lighter or darker line. `send` is too short to need one. */
const strokes: Readonly<
  Record<DrawnPhase, readonly (readonly [x1: number, y1: number, x2: number, y2: number])[]>
> = {
  blocked: [[0, 6, 6, 0]],
  dns: [[0, 3, 6, 3]],
  connect: [[3, 0, 3, 6]],
  ssl: [
    [0, 3, 6, 3],
    [3, 0, 3, 6],
  ],
  send: [],
  wait: [],
  receive: [[0, 0, 6, 6]],
};

/** Colours with their patterns. */
export function patternsOf(
  colours: Readonly<Record<DrawnPhase, string>>,
  line: string,
): WaterfallPaint['phases'] {
  return Object.fromEntries(
    (Object.keys(strokes) as DrawnPhase[]).map((phase) => [
      phase,
      patternOf(colours[phase], strokes[phase], line) ?? colours[phase],
    ]),
  ) as unknown as WaterfallPaint['phases'];
}

function patternOf(colour: string, lines: (typeof strokes)[DrawnPhase], line: string): CanvasPattern | null {
  const tile = document.createElement('canvas');
  tile.width = TILE;
  tile.height = TILE;
  const pen = tile.getContext('2d');
  if (pen === null) return null;
  pen.fillStyle = colour;
  pen.fillRect(0, 0, TILE, TILE);
  pen.strokeStyle = line;
  pen.lineWidth = 1;
  for (const [x1, y1, x2, y2] of lines) {
    pen.beginPath();
    pen.moveTo(x1, y1);
    pen.lineTo(x2, y2);
    pen.stroke();
  }
  return pen.createPattern(tile, 'repeat');
}

/** The same pattern as a style sheet's background, for legends and lists. */
export function patternStyle(phase: DrawnPhase, colour: string): React.CSSProperties {
  const angles: Readonly<Partial<Record<DrawnPhase, string>>> = {
    blocked: '135deg',
    dns: '0deg',
    connect: '90deg',
    ssl: '90deg',
    receive: '45deg',
  };
  const angle = angles[phase];
  if (angle === undefined) return { backgroundColor: colour };
  const stripes = `repeating-linear-gradient(${angle}, transparent 0 3px, rgb(255 255 255 / 55%) 3px 4px)`;
  return { backgroundColor: colour, backgroundImage: stripes };
}
