import type { Finding } from '@harrier/analyze';
import { tellFinding } from '@harrier/knowledge';
import type { AllWords } from '../../words/for-language.ts';
import type { TriageReport } from './triage-report.ts';

/**
 * The first line: what failed, who says so, which id to search. Where nothing failed it says what was
 * looked at, and then what else is worth a look.
 */
export function answerOf({ analysis, findings }: TriageReport, words: AllWords): string {
  const { summary, trackingIds } = analysis;
  const first = findings[0]?.finding;
  if (summary.entries === 0) return words.knowledge.answers.nothingRead;
  const failed = summary.failed > 0;
  const nothingFailed = words.knowledge.answers.nothingFailed(summary.entries, summary.slow);
  if (first === undefined || first.severity === 'info') {
    if (!failed) return withPending(nothingFailed, analysis, words);
    const harmless = toldAsHarmless(analysis);
    return harmless === undefined
      ? words.triage.someFailed(summary.failed)
      : tellFinding(harmless, words.knowledge).verdict;
  }
  const { verdict } = tellFinding(first, words.knowledge);
  const id = trackingIds.find(({ entry }) => first.entries.includes(entry))?.id;
  const sentence =
    id === undefined || verdict.includes(id) ? verdict : together(verdict, words.triage.searchFor(id));
  return failed || isFailure(first) ? sentence : together(nothingFailed, sentence);
}

/** What had no answer yet may be what hangs; where nothing had one, nothing can be said of failing. */
function withPending(
  nothingFailed: string,
  { findings, summary }: TriageReport['analysis'],
  words: AllWords,
): string {
  const pending = findings.find(({ ruleId }) => ruleId === 'fail/pending');
  if (pending === undefined) return nothingFailed;
  const { verdict } = tellFinding(pending, words.knowledge);
  return summary.pending === summary.entries ? verdict : together(nothingFailed, verdict);
}

/** The first finding about what failed, where such findings tell of all that did and none thinks it grave: a sign-in's handshake. */
function toldAsHarmless({ findings, failedEntries }: TriageReport['analysis']): Finding | undefined {
  const [first, ...others] = findings.filter(({ entries }) =>
    entries.some((entry) => failedEntries.includes(entry)),
  );
  const told = new Set([first, ...others].flatMap((finding) => finding?.entries ?? []));
  return failedEntries.every((entry) => told.has(entry)) ? first : undefined;
}

/** Behind the full stop of Chinese and Japanese there is no space. */
function together(sentence: string, next: string): string {
  return sentence.endsWith('。') ? sentence + next : `${sentence} ${next}`;
}

/** Slow requests and captures that lack something are worth a look, but nothing failed in them. */
function isFailure({ ruleId }: Finding): boolean {
  return !/^(?:slow|capture)\//.test(ruleId);
}
