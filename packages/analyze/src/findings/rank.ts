import { causalChains } from '../chains/causal-chains.ts';
import type { CaptureView } from './capture-view.ts';
import type { Finding, FindingClass, FindingDraft, Severity } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';
import { greatestOf } from './greatest.ts';
import type { Relevance } from './relevance.ts';
import type { Rule } from './rule.ts';

/** An error of the least relevance still comes before the most relevant warning. */
const severityWeight: Readonly<Record<Severity, number>> = { error: 1000, warning: 30, info: 1 };
const classWeight: Readonly<Record<FindingClass, number>> = { proven: 1, strong: 0.8, hint: 0.5 };
/**
 * From this share of its weight on, an error is near enough: among such, what happened first is told first, because failures
 * bring others about. A capture's own calls are above it; other sites, decoration and what went wrong long before are below.
 */
const NEAR_ENOUGH = 0.4;
/** Notes about the file itself stand behind what is in it. */
const ABOUT_THE_FILE = 0.1;
/** The least that nearness can leave of a weight. */
const LEAST_RELEVANCE = 0.05;

/** Makes a finding of what a rule found. */
export function toFinding(rule: Rule, draft: FindingDraft, relevance: Relevance): Finding {
  const severity = draft.severity ?? rule.meta.severity;
  const certainty = draft.class ?? rule.meta.class;
  const near = Math.max(LEAST_RELEVANCE, greatestOf(draft.entries.map(relevance)));
  // What is about no entry stands beside the middle of its severity.
  const share = classWeight[certainty] * (draft.entries.length === 0 ? 0.5 : near);
  return {
    ruleId: rule.meta.id,
    severity,
    class: certainty,
    rank: 'folded',
    score: severityWeight[severity] * scoreShare(rule.meta.id, severity, share),
    entries: draft.entries,
    evidence: draft.evidence,
    facts: draft.facts,
    fingerprint: fingerprintOf(rule.meta.id, draft.facts),
    ...(draft.playbook === undefined ? {} : { playbook: draft.playbook }),
  } as Finding;
}

function scoreShare(ruleId: string, severity: Severity, share: number): number {
  if (severity === 'info' && ruleId.startsWith('capture/')) return share * ABOUT_THE_FILE;
  return severity === 'error' && share >= NEAR_ENOUGH ? 1 : share;
}

/** More than this nobody takes in at once. */
const MAX_TOP = 5;

/**
 * What a service does on purpose and nobody asked about: templates hide whole lists of features. As information it is there
 * for whoever looks, and never among the first; what the capture or the case is about is a warning and may be.
 */
function isUnasked({ ruleId, severity }: Finding): boolean {
  return severity === 'info' && ruleId === 'permission/feature-no-access';
}

/**
 * Who explains whom, the exact cause before what it looks like: what the capture lacks, what was blocked, the network, a
 * service's failure that shows as CORS, what somebody knows of the product, credentials, CORS, answers, versions, permissions, time, protocol.
 */
const suppressionOrder: readonly RegExp[] = [
  /^capture\//,
  /^block\//,
  /^fail\/(?:network|dns|refused|unreachable|timeout|reset|empty|offline|tls|truncated-body)$/,
  /^cors\/masked-server-error$/,
  /^playbook\//,
  /^auth\//,
  /^cors\/(?!header-not-exposed|authorization-wildcard|repeated-preflights)/,
  /^fail\//,
  /^version\//,
  /^permission\//,
  // Where the time went, before what could be better.
  /^slow\/(?:server|network|six-connections|dns|connect|tls|proxy|download|long-poll)$/,
  // Whoever has much to answer needs time for it: a wait that nothing explains comes after the size.
  /^slow\/big-response$/,
  /^slow\/wait-unexplained$/,
  /^slow\//,
];
const severityOrder: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * Most telling first; among equals what happened first, then by name, so that the order of entries in the file is no
 * matter. Of each causal chain one finding is the root, which stands where the most telling of the chain would; the
 * others follow from it: never one that another of the chain explains. The first five that follow from nothing are on top.
 */
export function rank(
  findings: readonly Finding[],
  view: CaptureView,
  explained: ExplainedRows = new Map(),
): Finding[] {
  const start = (finding: Finding) =>
    finding.entries[0] === undefined ? Number.POSITIVE_INFINITY : view.startMs(finding.entries[0]);
  const byScore = (a: Finding, b: Finding) => b.score - a.score || byTime(a, b);
  const byTime = (a: Finding, b: Finding) =>
    compare(start(a), start(b)) ||
    compare(a.ruleId, b.ruleId) ||
    compare(a.fingerprint, b.fingerprint) ||
    compare(JSON.stringify(a.facts), JSON.stringify(b.facts));
  const roots = new Map<Finding, Finding>();
  const raised = new Map<Finding, Finding>();
  for (const chain of chainsOf(findings, view, explained)) {
    const [root] = [...chain].sort(
      (a, b) =>
        compare(Number(isExplainedIn(chain, a, explained)), Number(isExplainedIn(chain, b, explained))) ||
        severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
        suppressionOf(a) - suppressionOf(b) ||
        byScore(a, b),
    );
    if (root === undefined) continue;
    const score = greatestOf(chain.map((finding) => finding.score));
    raised.set(root, { ...root, score });
    for (const finding of chain) if (finding !== root) roots.set(finding, root);
  }
  const shown = (finding: Finding) => raised.get(finding) ?? finding;
  const ordered = [...findings].sort(
    (a, b) =>
      shown(b).score - shown(a).score || compare(Number(roots.has(a)), Number(roots.has(b))) || byTime(a, b),
  );
  let top = 0;
  return ordered.map((finding) => {
    const root = roots.get(finding);
    const isTop =
      root === undefined && !finding.ruleId.startsWith('lint/') && !isUnasked(finding) && top < MAX_TOP;
    if (isTop) top++;
    return {
      ...shown(finding),
      rank: isTop ? 'top' : 'folded',
      ...(root === undefined ? {} : { causedBy: ordered.indexOf(root) }),
    };
  });
}

/** The rows that a finding says follow from it ({@link FindingDraft.explains}). */
export type ExplainedRows = ReadonlyMap<Finding, ReadonlySet<number>>;

/** Findings about requests of one causal chain, where there are several. */
function chainsOf(
  findings: readonly Finding[],
  view: CaptureView,
  explained: ExplainedRows,
): (readonly Finding[])[] {
  const beginning = causalChains(view);
  const chains = new Map<number, Finding[]>();
  for (const finding of findings) {
    const [first] = finding.entries;
    // A note about the file shows itself on an entry, and nothing follows from it.
    if (first === undefined || (finding.severity === 'info' && finding.ruleId.startsWith('capture/')))
      continue;
    const row = beginning(first);
    const chain = chains.get(row);
    if (chain === undefined) chains.set(row, [finding]);
    else chain.push(finding);
  }
  const explaining = findings.filter((finding) => explained.has(finding));
  for (const [row, chain] of chains) {
    const cause = explaining.find((finding) => chain.some((other) => explains(finding, other, explained)));
    const home = cause?.entries[0] === undefined ? row : beginning(cause.entries[0]);
    if (home === row) continue;
    chains.set(home, [...(chains.get(home) ?? []), ...chain]);
    chains.delete(row);
  }
  return [...chains.values()].filter((chain) => chain.length > 1);
}

function explains(finding: Finding, other: Finding, explained: ExplainedRows): boolean {
  const rows = finding === other ? undefined : explained.get(finding);
  return rows !== undefined && other.entries.some((row) => rows.has(row));
}

function isExplainedIn(chain: readonly Finding[], other: Finding, explained: ExplainedRows): boolean {
  return chain.some((finding) => explains(finding, other, explained));
}

function suppressionOf({ ruleId }: Finding): number {
  const at = suppressionOrder.findIndex((pattern) => pattern.test(ruleId));
  return at < 0 ? suppressionOrder.length : at;
}

function compare(a: number | string, b: number | string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
