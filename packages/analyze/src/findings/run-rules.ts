import type { FindingId } from '@harrier/knowledge';
import type { CaptureView } from './capture-view.ts';
import type { Finding, NotObservable, RuleFailure } from './finding.ts';
import { timelyRelevance } from './last-action.ts';
import { isLint } from './lint.ts';
import { rank, toFinding } from './rank.ts';
import type { Rule } from './rule.ts';

export interface RuleResults {
  /** Most telling first. */
  readonly findings: readonly Finding[];
  readonly ruleFailures: readonly RuleFailure[];
  readonly notObservable: readonly NotObservable[];
}

/**
 * Runs rules over what was opened, the exact before the general: what a rule supersedes does not see the failures that
 * it explains. A rule that throws costs its own findings only.
 */
export function runRules(rules: readonly Rule[], view: CaptureView, caseEpochMs?: number): RuleResults {
  const relevance = timelyRelevance(view, caseEpochMs);
  const findings: Finding[] = [];
  const ruleFailures: RuleFailure[] = [];
  const notObservable: NotObservable[] = [];
  const explained = new Map<FindingId, Set<number>>();
  const following = new Map<Finding, ReadonlySet<number>>();
  for (const rule of exactFirst(rules)) {
    const ruleId = rule.meta.id;
    const taken = explained.get(ruleId);
    const missing = (rule.needs ?? []).filter((evidence) => !view.holds(evidence));
    for (const evidence of missing) notObservable.push({ ruleId, evidence, effect: 'silent' });
    if (missing.length > 0) continue;
    try {
      // Collected first: of a rule that throws half-way nothing is told.
      const drafts = [...rule.detect(taken === undefined ? view : withoutFailures(view, taken))].filter(
        ({ entries }) => entries.length === 0 || !entries.every((row) => taken?.has(row) === true),
      );
      for (const general of rule.meta.supersedes ?? []) {
        const rows = explained.get(general) ?? new Set();
        for (const { entries } of drafts) for (const row of entries) rows.add(row);
        explained.set(general, rows);
      }
      const open = (rule.wants?.(view) ?? []).filter((wanted) => !view.holds(wanted));
      for (const draft of drafts) {
        const finding = toFinding(rule, draft, relevance);
        findings.push(finding);
        if (draft.explains !== undefined) following.set(finding, new Set(draft.explains));
      }
      for (const evidence of open) notObservable.push({ ruleId, evidence, effect: 'weaker' });
    } catch (error) {
      ruleFailures.push({ ruleId, errorName: error instanceof Error ? error.name : typeof error });
    }
  }
  // Remarks on the protocol are a list of their own, so neither names a place in the other.
  const lint = findings.filter(({ ruleId }) => isLint(ruleId));
  const onlyAlone = new Set(rules.filter(({ meta }) => meta.onlyAlone).map(({ meta }) => meta.id));
  const told = findings.filter(({ ruleId }) => !isLint(ruleId));
  const isCalm = told.every(({ severity }) => severity === 'info');
  const others = isCalm ? told : told.filter(({ ruleId }) => !onlyAlone.has(ruleId));
  return { findings: [...rank(others, view, following), ...rank(lint, view)], ruleFailures, notObservable };
}

/** Rules in an order in which each comes before those that it supersedes. */
function exactFirst(rules: readonly Rule[]): readonly Rule[] {
  const byId = new Map<FindingId, Rule>(rules.map((rule) => [rule.meta.id, rule]));
  const ordered = new Set<Rule>();
  const general = new Map<Rule, Rule[]>();
  for (const rule of rules)
    for (const id of rule.meta.supersedes ?? []) {
      const superseded = byId.get(id);
      if (superseded !== undefined) general.set(superseded, [...(general.get(superseded) ?? []), rule]);
    }
  const add = (rule: Rule, open: ReadonlySet<Rule>): void => {
    if (ordered.has(rule) || open.has(rule)) return;
    for (const exact of general.get(rule) ?? []) add(exact, new Set([...open, rule]));
    ordered.add(rule);
  };
  for (const rule of rules) add(rule, new Set());
  return [...ordered];
}

function withoutFailures(view: CaptureView, rows: ReadonlySet<number>): CaptureView {
  return { ...view, failures: view.failures.filter(({ row }) => !rows.has(row)) };
}
