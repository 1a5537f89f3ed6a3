/** What can be put on a picture. */
export const markKinds = ['blackout', 'frame', 'arrow', 'text'] as const;
export type MarkKind = (typeof markKinds)[number];

/** One mark; from where the pointer was pressed to where it was let go, pixels of the picture. */
export interface Mark {
  readonly kind: MarkKind;
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  /** Of a `text`. */
  readonly text: string;
}

/** Seen on any picture. */
const INK = '#e03131';
/** Share of the picture's smaller side: marks are as easy to see on a phone's picture as on a wall's. */
const LINE_SHARE = 1 / 240;
const TEXT_SHARE = 1 / 28;
const HEAD_LINES = 5;

/** Draws marks in their order over whatever the canvas holds. */
export function drawMarks(
  to: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  marks: readonly Mark[],
): void {
  const smaller = Math.min(to.canvas.width, to.canvas.height);
  const line = Math.max(2, smaller * LINE_SHARE);
  for (const mark of marks) {
    const { kind, fromX, fromY, toX, toY, text } = mark;
    const width = toX - fromX;
    const height = toY - fromY;
    to.lineWidth = line;
    to.strokeStyle = INK;
    to.fillStyle = kind === 'blackout' ? '#000' : INK;
    switch (kind) {
      case 'blackout': {
        // Whole pixels: a half covered one would keep half of what it showed.
        const left = Math.floor(Math.min(fromX, toX));
        const top = Math.floor(Math.min(fromY, toY));
        to.fillRect(left, top, Math.ceil(Math.max(fromX, toX)) - left, Math.ceil(Math.max(fromY, toY)) - top);
        break;
      }
      case 'frame':
        to.strokeRect(fromX, fromY, width, height);
        break;
      case 'arrow':
        drawArrow(to, mark, line);
        break;
      case 'text':
        to.font = `600 ${Math.max(14, smaller * TEXT_SHARE)}px system-ui, sans-serif`;
        to.textBaseline = 'top';
        to.lineJoin = 'round';
        to.strokeStyle = '#fff';
        to.lineWidth = line * 2;
        to.strokeText(text, fromX, fromY);
        to.fillText(text, fromX, fromY);
        break;
    }
  }
}

function drawArrow(
  to: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  { fromX, fromY, toX, toY }: Mark,
  line: number,
): void {
  const angle = Math.atan2(toY - fromY, toX - fromX);
  const head = line * HEAD_LINES;
  to.beginPath();
  to.moveTo(fromX, fromY);
  to.lineTo(toX, toY);
  for (const side of [-1, 1]) {
    to.moveTo(toX, toY);
    to.lineTo(
      toX - head * Math.cos(angle + (side * Math.PI) / 6),
      toY - head * Math.sin(angle + (side * Math.PI) / 6),
    );
  }
  to.stroke();
}
