import type { Flow } from './flow.ts';
import { callText, type FlowWords } from './flow-text.ts';
import { type SequenceLane, type SequenceRow, sequenceOf } from './sequence.ts';

/** Pixels. */
const LANE_WIDTH = 230;
const LANE_TOP = 56;
const ROW_HEIGHT = 44;
const MARGIN = 20;
/** What fits over an arrow of one lane at 12 pixels. */
const MAX_CHARS = 34;

const FAILED = '#b42318';
const INK = '#1f2933';
const FAINT = '#98a2b3';

/** A sequence diagram as one SVG file: no script, no font, nothing that is fetched; every text is escaped. */
export function writeSvg(flow: Flow, words: FlowWords): string {
  const { lanes, rows } = sequenceOf(flow, words);
  const width = MARGIN * 2 + LANE_WIDTH * Math.max(1, lanes.length);
  const height = LANE_TOP + ROW_HEIGHT * (rows.length + 1) + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12">`,
    `<title>${escapeXml(`${flow.asked?.method ?? ''} ${flow.asked?.path ?? ''} ${flow.base} ${callText(flow.request)}`.trim())}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...lanes.map(({ name, state }, at) => lane(at, name, height, state)),
    ...rows.map(arrow),
    '</svg>',
    '',
  ].join('\n');
}

function lane(at: number, name: string, height: number, look: SequenceLane['state']): string {
  const x = MARGIN + LANE_WIDTH * at;
  const middle = x + LANE_WIDTH / 2;
  const ink = look === 'known' ? INK : FAILED;
  const dash = look === 'missing' ? ' stroke-dasharray="5 4"' : '';
  return [
    `<line x1="${middle}" y1="${LANE_TOP}" x2="${middle}" y2="${height - MARGIN}" stroke="${FAINT}"${dash}/>`,
    `<rect x="${x + 8}" y="16" width="${LANE_WIDTH - 16}" height="30" rx="4" fill="#f8fafc" stroke="${ink}"${dash}/>`,
    `<text x="${middle}" y="35" text-anchor="middle" fill="${ink}">${escapeXml(short(name))}</text>`,
  ].join('');
}

function arrow({ from, to, text, look, title }: SequenceRow, at: number): string {
  const y = LANE_TOP + ROW_HEIGHT * (at + 1);
  const start = middleOf(from);
  const end = middleOf(to);
  const ink = look === 'call' || look === 'answer' ? INK : FAILED;
  // A white rim keeps the lanes' lines, which a long label crosses, out of its letters.
  const rim = 'stroke="#ffffff" stroke-width="4" stroke-linejoin="round" paint-order="stroke"';
  const label = `<text x="${(start + end) / 2}" y="${y - 7}" text-anchor="middle" ${rim} fill="${ink}">${escapeXml(short(text))}</text>`;
  const tip = `<title>${escapeXml(title)}</title>`;
  if (from === to) return `<g>${tip}${label}<circle cx="${start}" cy="${y}" r="4" fill="${ink}"/></g>`;
  const back = end > start ? -8 : 8;
  const dash = look === 'answer' || look === 'missing' ? ' stroke-dasharray="6 4"' : '';
  return `<g>${tip}${label}<line x1="${start}" y1="${y}" x2="${end}" y2="${y}" stroke="${ink}"${dash}/><path d="M${end} ${y}l${back} -4v8z" fill="${ink}"/></g>`;
}

function middleOf(at: number): number {
  return MARGIN + LANE_WIDTH * at + LANE_WIDTH / 2;
}

function short(text: string): string {
  return text.length > MAX_CHARS ? `${text.slice(0, MAX_CHARS)}…` : text;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text of a log inside XML: markup as entities; what XML does not know, steers a terminal or turns text round as U+FFFD. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[\u{7F}-\u{9F}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu, '\uFFFD')
    .replace(/[<>&"']/g, (one) => ENTITIES[one] ?? '');
}
