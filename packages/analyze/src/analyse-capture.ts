import type { Capture } from '@harrier/har';
import type { EvidenceKind, TraitFacts } from '@harrier/knowledge';
import { whatFailedShares } from './commonality/what-failed-shares.ts';
import type { Exchange } from './exchange/exchange.ts';
import { hasFailed } from './exchange/outcome.ts';
import { type Failure, isRealFailure } from './failures/failure.ts';
import { mayHaveFailed } from './failures/may-have-failed.ts';
import { readFailure } from './failures/read-failure.ts';
import type { CaptureView, ColumnView } from './findings/capture-view.ts';
import type { CaseContext } from './findings/case-context.ts';
import { columnView } from './findings/column-view.ts';
import { holdsEvidence } from './findings/evidence-held.ts';
import type { Finding, NotObservable, RuleFailure } from './findings/finding.ts';
import { findHealing } from './findings/healing.ts';
import { isLint } from './findings/lint.ts';
import {
  defaultBudget,
  type OpenBudget,
  type OpenedExchanges,
  openExchanges,
} from './findings/open-exchanges.ts';
import type { Rule } from './findings/rule.ts';
import { runRules } from './findings/run-rules.ts';
import { shippedPlaybooks } from './playbooks/packs/shipped-playbooks.ts';
import type { Playbook } from './playbooks/playbook.ts';
import { playbookRules, refineFindings } from './playbooks/playbook-rules.ts';
import { allRules } from './rules/registry.ts';
import { type CaptureSummary, summarise } from './summary/capture-summary.ts';
import { type IdToSearch, idsToSearch } from './summary/ids-to-search.ts';
import { type SlowEntry, slowEntries } from './summary/slow-entries.ts';

export interface AnalyseOptions {
  readonly signal?: AbortSignal;
  readonly budget?: Partial<OpenBudget>;
  /** Default: every rule there is. */
  readonly rules?: readonly Rule[];
  /** Knowledge about products; the first that fits counts. Default: those that Harrier brings. */
  readonly playbooks?: readonly Playbook[];
  /** What is known besides the capture: makes findings nearer or farther, and tells a capture of the wrong page. */
  readonly caseContext?: CaseContext;
}

/** What a capture says by itself: facts only; words come from `knowledge`. */
export interface Analysis {
  readonly summary: CaptureSummary;
  /** Most telling first. */
  readonly findings: readonly Finding[];
  /** Breaches of the protocol that nobody complained of; most telling first. */
  readonly lint: readonly Finding[];
  readonly ruleFailures: readonly RuleFailure[];
  readonly notObservable: readonly NotObservable[];
  /**
   * Failed entries, without pending and given-up ones, in the order in which things happened. Of those that were left closed, the
   * ones whose status or error says it.
   */
  readonly failedEntries: readonly number[];
  /** What the failed entries have in common and the others have not; none where that says nothing. */
  readonly common: readonly TraitFacts[];
  /** Slowest first. */
  readonly slowEntries: readonly SlowEntry[];
  /** Worth a search first. */
  readonly trackingIds: readonly IdToSearch[];
  /** Entries that should have been opened and were not, because of the budget; no finding tells of them. */
  readonly leftClosed: number;
}

/**
 * Looks through a whole capture: what failed, what was slow, which ids to search. The same for the same entries in any
 * order, positions aside. Error: whatever `capture.source` throws; the signal's reason when it is aborted.
 */
export async function analyseCapture(capture: Capture, options: AnalyseOptions = {}): Promise<Analysis> {
  const { signal, playbooks = shippedPlaybooks } = options;
  const rules = [...(options.rules ?? allRules), ...playbookRules(playbooks)];
  const columns = await columnView(capture, signal, options.caseContext);
  const wanted = new Set<number>(rowsThatMayHaveFailed(columns));
  const failedToAsk: RuleFailure[] = [];
  for (const rule of rules) {
    try {
      for (const row of rule.opens?.(columns) ?? []) wanted.add(row);
    } catch (error) {
      failedToAsk.push({
        ruleId: rule.meta.id,
        errorName: error instanceof Error ? error.name : typeof error,
      });
    }
  }
  const budget = { ...defaultBudget, ...options.budget };
  const opened = await openExchanges(capture, columns, wanted, budget, signal);
  const view = await captureView(capture, columns, opened);
  const sound = rules.filter((rule) => !failedToAsk.some(({ ruleId }) => ruleId === rule.meta.id));
  const {
    findings: told,
    ruleFailures,
    notObservable,
  } = runRules(sound, view, options.caseContext?.atEpochMs);
  const found = refineFindings(told, playbooks, view);
  const findings = found.filter(({ ruleId }) => !isLint(ruleId));
  const failedEntries = rowsThatFailed(view);
  const slow = await slowEntries(capture, view);
  return {
    summary: summarise(capture, view, failedEntries, slow.length),
    findings,
    lint: found.filter(({ ruleId }) => isLint(ruleId)),
    ruleFailures: [...failedToAsk, ...ruleFailures],
    notObservable,
    failedEntries,
    common: await whatFailedShares(capture, view, failedEntries, signal),
    slowEntries: slow,
    trackingIds: idsToSearch(view, findings, failedEntries, slow),
    leftClosed: opened.leftClosed,
  };
}

/** Rows whose columns or bodies hint at a failure, and redirects, which OAuth uses to say no. */
function* rowsThatMayHaveFailed(view: ColumnView): Generator<number> {
  const { status } = view.index.columns;
  for (let row = 0; row < view.index.length; row++) {
    const outcome = view.outcome(row);
    if (outcome === 'answered' ? view.marks(row).failure || isRedirect(status[row]) : outcome !== 'unknown')
      yield row;
  }
}

function rowsThatFailed(view: CaptureView): number[] {
  const read = new Set(view.failures.filter(isRealFailure).map(({ row }) => row));
  const isClosedFailure = (row: number) => view.exchange(row) === undefined && hasFailed(view.outcome(row));
  return view.rowsByStart.filter((row) => read.has(row) || isClosedFailure(row));
}

function isRedirect(status: number | undefined): boolean {
  return status !== undefined && status >= 300 && status < 400 && status !== 304;
}

async function captureView(
  capture: Capture,
  columns: ColumnView,
  { exchanges }: OpenedExchanges,
): Promise<CaptureView> {
  const exchange = (row: number) => exchanges.get(row);
  const openedRows = columns.rowsByStart.filter((row) => exchanges.has(row));
  const failures: Failure[] = [];
  for (const row of openedRows) {
    const opened = exchanges.get(row);
    if (opened === undefined || !mayHaveFailed(columns, row, opened)) continue;
    const failure = readFailure(row, opened, { view: columns, exchange });
    if (failure) failures.push(failure);
  }
  const healing = await findHealing(
    capture,
    columns,
    failures.map(({ row }) => row),
  );
  const view: Omit<CaptureView, 'holds'> = {
    ...columns,
    exchange,
    openedRows,
    mentioning: (signs) => {
      const found: Exchange[] = [];
      for (const row of openedRows) {
        const opened = exchanges.get(row);
        if (opened?.mentions(signs) === true) found.push(opened);
      }
      return found;
    },
    failures,
    healedBy: (row) => healing.get(row),
  };
  const held = new Map<EvidenceKind, boolean>();
  return {
    ...view,
    holds: (evidence) => {
      const known = held.get(evidence) ?? holdsEvidence(view, evidence);
      held.set(evidence, known);
      return known;
    },
  };
}
