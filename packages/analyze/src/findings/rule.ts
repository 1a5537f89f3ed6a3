import type { EvidenceKind, FindingId } from '@harrier/knowledge';
import type { CaptureView, ColumnView } from './capture-view.ts';
import type { FindingClass, FindingDraft, Severity } from './finding.ts';

/** What is fixed about a rule. */
export interface RuleMeta<Id extends FindingId = FindingId> {
  /** Kebab, namespaced, stable for ever: `fail/http-5xx`. */
  readonly id: Id;
  readonly severity: Severity;
  readonly class: FindingClass;
  /** The page of the knowledge base that explains it. */
  readonly knowledgeId: string;
  /** More general findings, of which nothing is told about the entries that this one explains. */
  readonly supersedes?: readonly FindingId[];
  /** Told only where no rule found an error or a warning. */
  readonly onlyAlone?: true;
}

/**
 * One kind of finding. Pure and synchronous: no clock, no input or output. A rule says on the index's columns alone
 * which entries it wants opened; the runner opens the union of all rules' wishes once, within a budget.
 */
export interface Rule<Id extends FindingId = FindingId> {
  readonly meta: RuleMeta<Id>;
  /** Without these the rule stays silent and is reported as not observable. */
  readonly needs?: readonly EvidenceKind[];
  /** Without these it runs, leaves that question open, and is reported as weaker. None where the question does not arise. */
  wants?(view: CaptureView): readonly EvidenceKind[];
  /** Rows to open, beyond failed ones, which are always open. */
  opens?(view: ColumnView): Iterable<number>;
  detect(view: CaptureView): Iterable<FindingDraft<Id>>;
}
