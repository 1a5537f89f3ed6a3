import type { Analysis, NotObservable } from '@harrier/analyze';
import { tellFinding, tellTrait } from '@harrier/knowledge';
import type { Severity } from '../../arguments/option-table.ts';
import { countText, durationText, utcText } from '../../format/quantity.ts';
import { escapeText } from '../../terminal/escape.ts';
import { heading, knownRow, labelledRows, type Page } from '../../terminal/page.ts';
import { cutEnd, cutMiddle, padEnd, padStart, widthOf } from '../../terminal/width.ts';
import { wrap, wrapLabelled } from '../../terminal/wrap.ts';
import type { AllWords } from '../../words/for-language.ts';
import { answerOf } from './answer.ts';
import { noteText } from './note-text.ts';
import {
  type EvidenceReport,
  type FindingReport,
  type TriageReport,
  worstSeverity,
} from './triage-report.ts';

/** More than this is not read at once; `--json` has all. */
const shownTraits = 3;
const shownIds = 5;
const shownSlow = 5;
const shownNotes = 8;
const shownHosts = 6;
const shownEntries = 8;
/** A note names places in the file, which may be as long as an attacker likes. */
const longestNote = 400;

/** The answer, then its evidence, then everything around it. */
export function printTriage(report: TriageReport, page: Page, how: 'top' | 'all'): void {
  const { style } = page;
  const looks: Readonly<Record<Severity, (text: string) => string>> = {
    error: style.failed,
    warning: style.slow,
    info: style.strong,
  };
  const look = looks[worstSeverity(report.analysis) ?? 'info'];
  const answer = answerOf(report, page.words);
  // In a pipe one line, however long: it is what scripts take with `head -1`.
  for (const line of wrap(escapeText(answer), page.cells)) page.line(look(line));
  printFindings(report, how, answer, page);
  printCommon(report, page);
  printIds(report, page);
  printSlow(report, page);
  printCapture(report, page);
  printNotes(report, page);
}

function printFindings(
  { findings, lint }: TriageReport,
  how: 'top' | 'all',
  answer: string,
  page: Page,
): void {
  const { triage } = page.words;
  const top = findings.filter(({ finding }) => finding.rank === 'top');
  const shown = how === 'all' ? findings : top;
  if (shown.length > 0) heading(page, triage.findings);
  for (const finding of shown) printFinding(finding, answer, page);
  const folded = findings.length - shown.length;
  if (folded > 0) page.line(page.style.muted(`  ${triage.folded(folded)}`));
  if (how === 'top' || lint.length === 0) return;
  page.line();
  page.line(page.style.muted(triage.lint(lint.length)));
}

function printFinding({ finding, evidence }: FindingReport, answer: string, page: Page): void {
  const { style, words } = page;
  const marks: Readonly<Record<Severity, string>> = {
    error: style.failed('●'),
    warning: style.slow('▲'),
    info: style.muted('○'),
  };
  const { verdict, explanation, nextStep, whoCanFix } = tellFinding(finding, words.knowledge);
  const title = `${words.knowledge.terms.severity[finding.severity]}  ${finding.ruleId}  ${entriesText(finding.entries)}`;
  page.line(`  ${marks[finding.severity]} ${style.muted(title.trimEnd())}`);
  // The first line of all has said it already.
  const isSaid = answer.includes(verdict);
  for (const line of isSaid ? [] : wrap(escapeText(verdict), page.proseCells - 4)) page.line(`    ${line}`);
  const rows: (readonly [string, string])[] = [
    // Only behind the answer itself: a page of reasons hides the next step.
    ...(isSaid ? [[words.triage.why, escapeText(explanation)] as const] : []),
    ...evidence.map((place) => [words.triage.evidence, evidenceText(place)] as const),
    [words.triage.whoCanFix, escapeText(whoCanFix)],
    [words.triage.next, escapeText(nextStep)],
  ];
  const labelCells = Math.max(...rows.map(([label]) => widthOf(label)));
  let lastLabel = '';
  for (const [label, text] of rows) {
    if (text === '') continue;
    const head = `    ${padEnd(label === lastLabel ? '' : label, labelCells)}  `;
    lastLabel = label;
    for (const [at, line] of wrapLabelled(head, text, page.proseCells).entries())
      page.line(at === 0 ? style.muted(head) + line.slice(head.length) : line);
  }
}

function evidenceText({ entry, pointer, bodyPointer, field, value }: EvidenceReport): string {
  const place = field === undefined ? pointer : `${pointer.replace(/\/\d+\/value$/, '')} › ${field}`;
  const inBody = bodyPointer === undefined ? '' : ` › ${bodyPointer}`;
  return escapeText(`#${entry} ${place}${inBody}${value === undefined ? '' : ` = ${value}`}`);
}

function entriesText(entries: readonly number[]): string {
  const shown = entries.slice(0, shownEntries).map((entry) => `#${entry}`);
  return entries.length > shownEntries
    ? `${shown.join(' ')} … (${countText(entries.length)})`
    : shown.join(' ');
}

function printCommon({ analysis }: TriageReport, page: Page): void {
  if (analysis.common.length === 0) return;
  heading(page, page.words.triage.common);
  for (const trait of analysis.common.slice(0, shownTraits))
    for (const line of wrapLabelled(
      '  - ',
      escapeText(tellTrait(trait, page.words.knowledge)),
      page.proseCells,
    ))
      page.line(line);
}

function printIds({ analysis }: TriageReport, page: Page): void {
  const { triage } = page.words;
  const { trackingIds, summary } = analysis;
  if (trackingIds.length === 0) {
    if (summary.entries === 0) return;
    page.line();
    page.line(page.style.muted(triage.noIds));
    return;
  }
  heading(page, triage.ids);
  for (const { id, entry, why } of trackingIds.slice(0, shownIds))
    page.line(
      `  ${escapeText(id)}  ${page.style.muted(`#${entry}  ${page.words.knowledge.terms.searchReason[why]}`)}`,
    );
}

function printSlow({ analysis }: TriageReport, page: Page): void {
  const { slowEntries } = analysis;
  if (slowEntries.length === 0) return;
  heading(page, page.words.triage.slow);
  for (const { entry, method, host, path, timeMs } of slowEntries.slice(0, shownSlow)) {
    const head = `  ${padStart(durationText(timeMs), 9)}  #${entry} ${escapeText(method)} `;
    const place = escapeText(`${host}${path}`);
    page.line(page.style.slow(head) + cutMiddle(place, Math.max(page.cells - widthOf(head), 20)));
  }
  const more = slowEntries.length - shownSlow;
  if (more > 0) page.line(page.style.muted(`  ${page.words.triage.more(more)}`));
}

function printCapture({ capture, analysis }: TriageReport, page: Page): void {
  const { triage } = page.words;
  const { labels } = triage;
  const { summary } = analysis;
  const { container } = capture;
  heading(page, triage.capture);
  const format = [container.format.toUpperCase(), ...container.wrappings].join(', ');
  const name = [capture.source.name, container.member].filter(Boolean).join(' › ');
  const hosts = summary.hosts.slice(0, shownHosts).map(({ host }) => host);
  if (summary.hosts.length > shownHosts) hosts.push(`… (${countText(summary.hosts.length)})`);
  labelledRows(page, [
    knownRow(labels.file, name === '' ? format : `${name} (${format})`),
    knownRow(labels.otherMembers, container.otherMembers.join(', ')),
    knownRow(labels.producer, [summary.producer.label, summary.producer.version].filter(Boolean).join(' ')),
    knownRow(
      labels.sanitized,
      summary.sanitizedBy === undefined ? '' : triage.sanitized(summary.sanitizedBy),
    ),
    knownRow(labels.requests, triage.counts(summary.entries, summary.failed, summary.slow)),
    knownRow(labels.span, `${utcText(summary.startEpochMs)}, ${durationText(summary.spanMs)}`),
    knownRow(labels.hosts, hosts.join(', ')),
  ]);
}

/** What could not be looked at, then what was odd about the file. */
function printNotes({ notes, analysis }: TriageReport, page: Page): void {
  const { words } = page;
  const texts = [...limitsOf(analysis, words), ...notes.map((note) => noteText(note, words))];
  if (texts.length === 0) return;
  heading(page, words.triage.notes);
  for (const text of texts.slice(0, shownNotes))
    for (const line of wrapLabelled('  - ', cutEnd(escapeText(text), longestNote), page.proseCells))
      page.line(line);
  const more = texts.length - shownNotes;
  if (more > 0) page.line(page.style.muted(`  ${words.triage.more(more)}`));
}

function limitsOf(analysis: Analysis, { knowledge }: AllWords): string[] {
  const { answers, terms } = knowledge;
  // What the capture lacks is said once, with all that could not be checked without it.
  const unchecked = new Map<string, [NotObservable, ...NotObservable[]]>();
  for (const limit of analysis.notObservable) {
    const key = `${limit.evidence} ${limit.effect}`;
    const known = unchecked.get(key);
    if (known === undefined) unchecked.set(key, [limit]);
    else known.push(limit);
  }
  return [
    ...(analysis.leftClosed > 0 ? [answers.leftClosed(analysis.leftClosed)] : []),
    ...analysis.ruleFailures.map(({ ruleId }) => answers.ruleFailed(ruleId)),
    ...[...unchecked.values()].map(([first, ...others]) =>
      answers.notObservable(
        [first, ...others].map(({ ruleId }) => ruleId).join(', '),
        terms.evidence[first.evidence],
        first.effect,
      ),
    ),
  ];
}
