import type { Comparison, Difference } from '@harrier/analyze';
import type { Capture } from '@harrier/har';
import type { CaptureNames } from '@harrier/knowledge';
import { escapeText } from '../../terminal/escape.ts';
import { heading, knownRow, labelledRows, type Page } from '../../terminal/page.ts';
import { wrap, wrapLabelled } from '../../terminal/wrap.ts';
import type { AllWords } from '../../words/for-language.ts';

/** What `compare` says, before it becomes lines or JSON. */
export interface CompareReport {
  readonly a: Capture;
  readonly b: Capture;
  readonly names: CaptureNames;
  readonly comparison: Comparison;
  /** One for each difference. */
  readonly sentences: readonly string[];
}

/** More than this is not read at once; `--json` has all. */
const shownDifferences = 10;
const shownEntries = 3;

/** The first line: the most telling difference, or that there is none. */
export function answerOf({ comparison, sentences }: CompareReport, { knowledge }: AllWords): string {
  const { same, nothingPaired } = knowledge.comparison;
  if (comparison.paired === 0) return nothingPaired;
  return sentences[0] ?? same(comparison.paired);
}

/** The answer, the other differences with the entries to look at, and how much of the captures was alike. */
export function printComparison(report: CompareReport, page: Page): void {
  const { comparison, sentences, names, a, b } = report;
  const { compare, triage } = page.words;
  const { differences } = comparison;
  const look = differences.length > 0 ? page.style.slow : page.style.strong;
  for (const line of wrap(escapeText(answerOf(report, page.words)), page.cells)) page.line(look(line));
  if (differences.length > 0) heading(page, compare.differences);
  for (const [at, difference] of differences.slice(0, shownDifferences).entries()) {
    const place = page.style.muted(`  ${entriesText(difference)}`);
    for (const line of wrapLabelled('  - ', escapeText(sentences[at] ?? ''), page.proseCells))
      page.line(line);
    page.line(`  ${place}`);
  }
  const more = differences.length - shownDifferences;
  if (more > 0) page.line(page.style.muted(`  ${triage.more(more)}`));
  heading(page, compare.captures);
  labelledRows(page, [
    knownRow('a', `${names.a} (${a.producer.label})`),
    knownRow('b', `${names.b} (${b.producer.label})`),
    knownRow(triage.labels.requests, compare.counts(comparison.paired, comparison.onlyA, comparison.onlyB)),
    knownRow(triage.notes, comparison.leftClosed > 0 ? compare.leftClosed(comparison.leftClosed) : undefined),
  ]);
}

/** `a #14  b #14 #20`. */
function entriesText({ entries }: Difference): string {
  return (['a', 'b'] as const)
    .filter((side) => entries[side].length > 0)
    .map((side) => [side, ...entries[side].slice(0, shownEntries).map((entry) => `#${entry}`)].join(' '))
    .join('   ');
}
