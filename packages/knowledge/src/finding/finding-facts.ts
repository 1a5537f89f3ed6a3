import type { AuthFacts } from './facts/auth.ts';
import type { BlockFacts } from './facts/block.ts';
import type { CaptureFacts } from './facts/capture.ts';
import type { CorsFacts } from './facts/cors.ts';
import type { ExchangeFacts } from './facts/exchange.ts';
import type { FailFacts } from './facts/fail.ts';
import type { LintFacts } from './facts/lint.ts';
import type { PermissionFacts } from './facts/permission.ts';
import type { SlowFacts } from './facts/slow.ts';
import type { VersionFacts } from './facts/version.ts';
import type { PlaybookFindingId, PlaybookTelling } from './playbook.ts';

export type * from './facts/auth.ts';
export type * from './facts/block.ts';
export type * from './facts/capture.ts';
export type * from './facts/cors.ts';
export type * from './facts/exchange.ts';
export type * from './facts/fail.ts';
export type * from './facts/lint.ts';
export type * from './facts/permission.ts';
export type * from './facts/slow.ts';
export type * from './facts/version.ts';

/** Facts of the findings that playbooks define; what else they know is in their {@link PlaybookTelling}. */
export type PlaybookFacts = { readonly [Id in PlaybookFindingId]: ExchangeFacts };

/**
 * What each finding knows, by the id of its rule. Facts are plain values without prose: methods, hosts, paths with `{id}`
 * for ids, statuses, ms. They never hold a credential: no queries, no header values, error texts with tokens blanked.
 * Type aliases, not interfaces, so that they are records for whoever only wants to print them.
 */
export type FindingFacts = FailFacts &
  CorsFacts &
  AuthFacts &
  BlockFacts &
  PermissionFacts &
  VersionFacts &
  SlowFacts &
  LintFacts &
  CaptureFacts &
  PlaybookFacts;

/** The id of a rule, e.g. `fail/http-5xx`: those of the table, and those that playbooks bring. */
export type FindingId = keyof FindingFacts;

/** A finding as far as words need it. */
export type FindingToTell = {
  [Id in FindingId]: {
    readonly ruleId: Id;
    readonly facts: FindingFacts[Id];
    /** A playbook tells it, or tells it more exactly. */
    readonly playbook?: PlaybookTelling;
  };
}[FindingId];

/** What a rule may need that some captures do not hold. */
export type EvidenceKind = 'response-bodies' | 'request-credentials' | 'network-errors' | 'timings';

/** Why a tracking id is worth a search. */
export type SearchReason = 'failed' | 'slow' | 'session';
