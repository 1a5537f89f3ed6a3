import { type Phase, type PhaseBreakdown, type PhaseSpan, phaseBreakdown } from '@harrier/har';
import { durationText, utcText } from '../../format/quantity.ts';
import type { Page } from '../../terminal/page.ts';
import { padEnd, padStart, widthOf } from '../../terminal/width.ts';
import type { ShowTab } from './tab.ts';

const narrowestBar = 10;
const widestBar = 60;

/** The phases of the request with bars on one time axis, what no phase accounts for, and the total. */
export const timingTab: ShowTab = {
  async print({ entry }, page) {
    const breakdown = phaseBreakdown(entry);
    if (entry.startEpochMs !== undefined) page.line(page.words.show.started(utcText(entry.startEpochMs)));
    if (breakdown.pending) page.line(page.style.slow(page.words.show.pending));
    if (breakdown.servedFromMemory) page.line(page.words.show.servedFromMemory);
    if (breakdown.spans.length === 0) page.line(page.style.muted(page.words.show.noTiming));
    else printSpans(page, breakdown);
  },
  json: async ({ entry }) => {
    const breakdown = phaseBreakdown(entry);
    return {
      phases: breakdown.spans
        .filter((span) => span.phase !== 'unaccounted')
        .map(({ phase, startMs, endMs, within }) => ({
          phase,
          startMs,
          durationMs: endMs - startMs,
          ...(within === undefined ? {} : { within }),
        })),
      unaccountedMs: breakdown.unaccountedMs,
      timeMs: breakdown.timeMs,
      sslBooking: breakdown.sslBooking,
      servedFromMemory: breakdown.servedFromMemory,
      pending: breakdown.pending,
      failedIn: breakdown.failedIn ?? null,
    };
  },
};

function printSpans(page: Page, breakdown: PhaseBreakdown): void {
  const rows = breakdown.spans.map((span) => ({
    span,
    label: `${span.within === undefined ? '' : '  '}${page.words.knowledge.terms.phase[span.phase]}`,
    start: durationText(span.startMs),
    duration: durationText(span.endMs - span.startMs),
  }));
  const { phase, start, duration, total, failedHere } = page.words.show;
  const cellsOf = (head: string, texts: readonly string[]) => Math.max(widthOf(head), ...texts.map(widthOf));
  const labelCells = cellsOf(phase, [total, ...rows.map((row) => row.label)]);
  const startCells = cellsOf(
    start,
    rows.map((row) => row.start),
  );
  const durationCells = cellsOf(duration, [
    durationText(breakdown.timeMs),
    ...rows.map((row) => row.duration),
  ]);
  const columns = (label: string, from: string, length: string) =>
    `${padEnd(label, labelCells)}  ${padStart(from, startCells)}  ${padStart(length, durationCells)}`;
  const barCells = Math.min(
    Math.max(page.cells - labelCells - startCells - durationCells - 8 - widthOf(failedHere), narrowestBar),
    widestBar,
  );
  page.line(page.style.muted(columns(phase, start, duration)));
  for (const { span, label, start: from, duration: length } of rows) {
    const failed = breakdown.failedIn === span.phase;
    const line = `${columns(label, from, length)}  ${look(page, span.phase)(bar(span, breakdown.timeMs, barCells))}`;
    page.line((failed ? `${line} ${page.style.failed(`✗ ${failedHere}`)}` : line).trimEnd());
  }
  page.line(page.style.strong(columns(total, '', durationText(breakdown.timeMs))));
}

/** The share of the axis that a span takes, at least a sliver where it takes any. */
function bar({ phase, startMs, endMs }: PhaseSpan, timeMs: number, cells: number): string {
  if (!(timeMs > 0) || !(endMs > startMs)) return '';
  const cellAt = (ms: number) => (Math.min(Math.max(ms, 0), timeMs) / timeMs) * cells;
  const from = Math.min(Math.floor(cellAt(startMs)), cells - 1);
  const length = Math.round(cellAt(endMs) - cellAt(startMs));
  const block = phase === 'unaccounted' ? '░' : '█';
  return ' '.repeat(from) + (length < 1 ? '▏' : block.repeat(Math.min(length, cells - from)));
}

function look(page: Page, phase: Phase): (text: string) => string {
  return phase === 'unaccounted' ? page.style.muted : (text) => text;
}
