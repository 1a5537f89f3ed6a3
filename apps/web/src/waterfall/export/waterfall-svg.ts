import type { Phase } from '@harrier/har';
import { durationText } from '../../captures/quantity.ts';
import type { PicturedRow } from '../../engine/waterfall-rows.ts';

/** What a picture is drawn with; the page's words and colours. */
export interface PictureStyle {
  readonly title: string;
  readonly phaseName: Readonly<Record<Phase, string>>;
  readonly colour: Readonly<Record<Phase, string>>;
  /** `#rrggbb` of words and of the ground. */
  readonly ink: string;
  readonly ground: string;
  /** `#rrggbb` of what failed. */
  readonly failedInk: string;
  /** Whether a row of the capture failed, as the table says it. */
  isFailed(row: number): boolean;
}

const WIDTH = 1200;
const LABEL_WIDTH = 420;
const ROW_HEIGHT = 20;
const BAR_HEIGHT = 12;
const HEAD = 56;
const LEGEND_WIDTH = 170;
const MARGIN = 12;
const MAX_LABEL = 62;
/** A bar that would be thinner could not be seen. */
const LEAST_WIDTH = 1;
/** The mark of a failure, between a bar and its duration. */
const MARK_WIDTH = 12;

/**
 * The waterfall as an SVG document of its own: no script, no style sheet, no address, every captured text escaped. Phases
 * differ by height as well as by colour, so that it can be printed in black.
 */
export function waterfallSvg(rows: readonly PicturedRow[], style: PictureStyle): string {
  const startMs = Math.min(...rows.map((row) => row.startMs), Number.POSITIVE_INFINITY);
  const endMs = Math.max(...rows.map(({ startMs: from, breakdown }) => from + breakdown.timeMs), startMs + 1);
  const spanMs = Math.max(1, endMs - startMs);
  const barLeft = LABEL_WIDTH + MARGIN;
  const barWidth = WIDTH - barLeft - 90;
  const x = (atMs: number): number => barLeft + ((atMs - startMs) / spanMs) * barWidth;
  const used = new Set(rows.flatMap(({ breakdown }) => breakdown.spans.map(({ phase }) => phase)));
  const legend = [...used];
  const perLine = Math.floor((WIDTH - 2 * MARGIN) / LEGEND_WIDTH);
  const legendLines = Math.ceil(legend.length / perLine);
  const height = HEAD + rows.length * ROW_HEIGHT + legendLines * 18 + 2 * MARGIN;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="${style.ink}">`,
    `<title>${escapeXml(style.title)}</title>`,
    `<rect width="100%" height="100%" fill="${style.ground}"/>`,
    `<text x="${MARGIN}" y="24" font-size="15" font-weight="600">${escapeXml(style.title)}</text>`,
  ];
  for (let part = 0; part <= 4; part++) {
    const at = startMs + (spanMs * part) / 4;
    parts.push(
      `<line x1="${px(x(at))}" x2="${px(x(at))}" y1="${HEAD - 6}" y2="${HEAD + rows.length * ROW_HEIGHT}" stroke="${style.ink}" stroke-opacity="0.2"/>`,
      `<text x="${px(x(at))}" y="${HEAD - 10}" text-anchor="middle" font-size="10">${durationText(at - startMs)}</text>`,
    );
  }
  rows.forEach((row, at) => {
    const top = HEAD + at * ROW_HEIGHT;
    const { timeMs, failedIn, spans } = row.breakdown;
    const isFailed = failedIn !== undefined || style.isFailed(row.row);
    const end = x(row.startMs + timeMs) + 6;
    // In the phase that failed where one is known: what no phase accounts for follows it.
    const failedAt = spans.find(({ phase }) => phase === failedIn)?.endMs ?? timeMs;
    parts.push(
      `<text x="${MARGIN}" y="${top + 14}"${isFailed ? ` fill="${style.failedInk}"` : ''}>${escapeXml(label(row))}</text>`,
      ...bars(row, top, x, style),
      ...(isFailed
        ? [
            `<text x="${px(x(row.startMs + failedAt) + 2)}" y="${top + 14}" fill="${style.failedInk}" font-weight="700">✕</text>`,
          ]
        : []),
      `<text x="${px(end + (isFailed ? MARK_WIDTH : 0))}" y="${top + 14}" font-size="10">${durationText(timeMs)}</text>`,
    );
  });
  legend.forEach((phase, at) => {
    const left = MARGIN + (at % perLine) * LEGEND_WIDTH;
    const top = HEAD + rows.length * ROW_HEIGHT + MARGIN + Math.floor(at / perLine) * 18;
    parts.push(
      `<rect x="${left}" y="${top}" width="12" height="12" fill="${style.colour[phase]}"/>`,
      `<text x="${left + 18}" y="${top + 10}" font-size="11">${escapeXml(style.phaseName[phase])}</text>`,
    );
  });
  return `${parts.join('\n')}\n</svg>\n`;
}

function bars(
  { startMs, breakdown: { spans } }: PicturedRow,
  top: number,
  x: (atMs: number) => number,
  { colour }: PictureStyle,
): string[] {
  return spans.map(({ phase, startMs: from, endMs, within }) => {
    const left = x(startMs + from);
    const width = Math.max(LEAST_WIDTH, x(startMs + endMs) - left);
    const isThin =
      within !== undefined || phase === 'unaccounted' || phase === 'stalled' || phase === 'queueing';
    const barHeight = isThin ? BAR_HEIGHT / 2 : BAR_HEIGHT;
    return `<rect x="${px(left)}" y="${top + (ROW_HEIGHT - barHeight) / 2}" width="${px(width)}" height="${barHeight}" fill="${colour[phase]}"/>`;
  });
}

function label({ row, method, url, status }: PicturedRow): string {
  const text = `#${row} ${method} ${status ?? '–'} ${url.replace(/^https?:\/\//, '')}`;
  const signs = [...text];
  return signs.length <= MAX_LABEL ? text : `${signs.slice(0, MAX_LABEL - 1).join('')}…`;
}

function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Control characters are no XML, escaped or not. */
function escapeXml(text: string): string {
  return text
    .replace(
      /[\x00-\x1f\x7f-\x9f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      ' ',
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
