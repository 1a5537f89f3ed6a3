import type { CaptureView } from './capture-view.ts';
import type { Finding, FindingClass, FindingDraft, Severity } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Relevance } from './relevance.ts';
import type { Rule } from './rule.ts';

/** An error of the least relevance still comes before the most relevant warning. */
const severityWeight: Readonly<Record<Severity, number>> = { error: 1000, warning: 30, info: 1 };
const classWeight: Readonly<Record<FindingClass, number>> = { proven: 1, strong: 0.8, hint: 0.5 };
/** The least that nearness can leave of a weight. */
const LEAST_RELEVANCE = 0.05;

/** Makes a finding of what a rule found. */
export function toFinding(rule: Rule, draft: FindingDraft, relevance: Relevance): Finding {
  const severity = draft.severity ?? rule.meta.severity;
  const certainty = draft.class ?? rule.meta.class;
  const near = Math.max(LEAST_RELEVANCE, ...draft.entries.map(relevance));
  // What is about the whole file stands beside the middle of its severity.
  const share = draft.entries.length === 0 ? 0.5 : near;
  return {
    ruleId: rule.meta.id,
    severity,
    class: certainty,
    score: severityWeight[severity] * classWeight[certainty] * share,
    entries: draft.entries,
    evidence: draft.evidence,
    facts: draft.facts,
    fingerprint: fingerprintOf(rule.meta.id, draft.facts),
    ...(draft.playbook === undefined ? {} : { playbook: draft.playbook }),
  } as Finding;
}

/** Most telling first; among equals what happened first, then by name, so that the order of entries in the file is no matter. */
export function rank(findings: readonly Finding[], view: CaptureView): Finding[] {
  const start = (finding: Finding) =>
    finding.entries[0] === undefined ? Number.POSITIVE_INFINITY : view.startMs(finding.entries[0]);
  return [...findings].sort(
    (a, b) =>
      b.score - a.score ||
      compare(start(a), start(b)) ||
      compare(a.ruleId, b.ruleId) ||
      compare(a.fingerprint, b.fingerprint) ||
      compare(JSON.stringify(a.facts), JSON.stringify(b.facts)),
  );
}

function compare(a: number | string, b: number | string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
