import { tellFinding, tellTrait } from '@harrier/knowledge';
import type { AllWords } from '../../words/for-language.ts';
import { answerOf } from './answer.ts';
import { noteText } from './note-text.ts';
import type { FindingReport, TriageReport } from './triage-report.ts';

/** The value of `triage --json`. A contract: docs/schemas/triage.schema.json. */
export function triageJson(report: TriageReport, words: AllWords): object {
  const { capture, analysis } = report;
  const { summary } = analysis;
  const { container } = capture;
  return {
    capture: {
      file: capture.source.name ?? null,
      format: container.format,
      wrappings: container.wrappings,
      member: container.member ?? null,
      otherMembers: container.otherMembers,
      producer: summary.producer.label,
      producerVersion: summary.producer.version ?? null,
      engine: capture.engine,
      sanitizedBy: summary.sanitizedBy ?? null,
      answer: answerOf(report, words),
      entries: summary.entries,
      failed: summary.failed,
      slow: summary.slow,
      pending: summary.pending,
      startedDateTime: isoText(summary.startEpochMs),
      spanMs: summary.spanMs,
      hosts: summary.hosts,
      failedEntries: analysis.failedEntries,
      common: analysis.common.map((facts) => ({ ...facts, sentence: tellTrait(facts, words.knowledge) })),
      slowEntries: analysis.slowEntries,
      trackingIds: analysis.trackingIds,
      notObservable: analysis.notObservable,
      ruleFailures: analysis.ruleFailures,
      leftClosed: analysis.leftClosed,
    },
    findings: report.findings.map((finding) => findingJson(finding, words)),
    lint: report.lint.map((finding) => findingJson(finding, words)),
    notes: report.notes.map((note) => ({ ...note, text: noteText(note, words) })),
  };
}

function findingJson({ finding, evidence }: FindingReport, words: AllWords): object {
  return {
    ruleId: finding.ruleId,
    severity: finding.severity,
    class: finding.class,
    ...tellFinding(finding, words.knowledge),
    entries: finding.entries,
    evidence,
    facts: finding.facts,
    ...(finding.playbook === undefined
      ? {}
      : { playbook: { id: finding.playbook.id, facts: finding.playbook.facts } }),
    rank: finding.rank,
    ...(finding.causedBy === undefined ? {} : { causedBy: finding.causedBy }),
    score: finding.score,
    fingerprint: finding.fingerprint,
  };
}

function isoText(epochMs: number | undefined): string | null {
  return epochMs === undefined ? null : new Date(epochMs).toISOString();
}
