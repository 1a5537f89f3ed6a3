import type { CaptureView } from './capture-view.ts';
import type { Finding, NotObservable, RuleFailure } from './finding.ts';
import { rank, toFinding } from './rank.ts';
import { relevanceOf } from './relevance.ts';
import type { Rule } from './rule.ts';

export interface RuleResults {
  /** Most telling first. */
  readonly findings: readonly Finding[];
  readonly ruleFailures: readonly RuleFailure[];
  readonly notObservable: readonly NotObservable[];
}

/** Runs rules over what was opened. One that throws costs its own findings only. */
export function runRules(rules: readonly Rule[], view: CaptureView): RuleResults {
  const relevance = relevanceOf(view);
  const findings: Finding[] = [];
  const ruleFailures: RuleFailure[] = [];
  const notObservable: NotObservable[] = [];
  for (const rule of rules) {
    const ruleId = rule.meta.id;
    const missing = (rule.needs ?? []).filter((evidence) => !view.holds(evidence));
    for (const evidence of missing) notObservable.push({ ruleId, evidence, effect: 'silent' });
    if (missing.length > 0) continue;
    try {
      // Collected first: of a rule that throws half-way nothing is told.
      const drafts = [...rule.detect(view)];
      const open = (rule.wants?.(view) ?? []).filter((wanted) => !view.holds(wanted));
      for (const draft of drafts) findings.push(toFinding(rule, draft, relevance));
      for (const evidence of open) notObservable.push({ ruleId, evidence, effect: 'weaker' });
    } catch (error) {
      ruleFailures.push({ ruleId, errorName: error instanceof Error ? error.name : typeof error });
    }
  }
  return { findings: rank(findings, view), ruleFailures, notObservable };
}
