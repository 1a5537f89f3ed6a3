import type { FailedStatusFacts } from '@harrier/knowledge';
import type { CaptureView } from '../findings/capture-view.ts';
import type { Evidence } from '../findings/finding.ts';
import { alike, alikeOfHost } from './alike.ts';
import { errorFacts, exchangeFacts } from './exchange-facts.ts';
import type { FailureOf } from './failure.ts';
import { errorTextEvidence, statusEvidence } from './failure-evidence.ts';
import { asideOf } from './is-aside.ts';
import { isBodyMissing } from './is-body-missing.ts';

/** An answer that failed by its status, of a client's or a server's making. */
export type FailedStatus = FailureOf<'client'> | FailureOf<'server'>;

/** Answers that failed alike, and what every finding about them says. */
export interface StatusTrouble {
  readonly failures: readonly [FailedStatus, ...FailedStatus[]];
  readonly status: number;
  readonly entries: readonly number[];
  readonly evidence: readonly Evidence[];
  readonly facts: FailedStatusFacts;
  readonly healed: boolean;
  /** Healed, or missed by nobody: worth no more than a warning. */
  readonly minor: boolean;
}

type IsWanted = (status: number, failure: FailedStatus) => boolean;

/** The wanted failures, put together by request, status and error text; healed ones apart from the others. */
export function statusTroubles(view: CaptureView, isWanted: IsWanted): StatusTrouble[] {
  const groups = alike(wanted(view, isWanted), ({ row, exchange }) =>
    JSON.stringify([exchange.entry.response.status, exchange.error?.text, view.healedBy(row) === undefined]),
  );
  return troublesOf(view, groups);
}

/**
 * The same for what a whole host suffers from at once (its limit, its gateway), put together by host and `more` (a cause). It
 * is healed when each of its requests is.
 */
export function hostTroubles(
  view: CaptureView,
  isWanted: IsWanted,
  more: (failure: FailedStatus) => string,
): StatusTrouble[] {
  return troublesOf(view, alikeOfHost(wanted(view, isWanted), more));
}

function wanted(view: CaptureView, isWanted: IsWanted): FailedStatus[] {
  return view.failures.filter(
    (failure): failure is FailedStatus =>
      (failure.reading === 'client' || failure.reading === 'server') &&
      isWanted(failure.exchange.entry.response.status ?? 0, failure),
  );
}

type Group = readonly [FailedStatus, ...FailedStatus[]];

function troublesOf(view: CaptureView, groups: readonly Group[]): StatusTrouble[] {
  if (groups.length === 0) return [];
  const isAside = asideOf(view);
  return groups.map((group) => troubleOf(view, group, group.every(isAside)));
}

function troubleOf(view: CaptureView, group: Group, isAside: boolean): StatusTrouble {
  const [{ row, exchange }] = group;
  const status = exchange.entry.response.status ?? 0;
  const healed = group.every((failure) => view.healedBy(failure.row) !== undefined);
  return {
    failures: group,
    status,
    entries: group.map((failure) => failure.row),
    evidence: [statusEvidence(row), ...errorTextEvidence(exchange)],
    facts: {
      ...exchangeFacts(exchange, group.length),
      status,
      ...errorFacts(exchange),
      healed,
      bodyMissing: isBodyMissing(exchange),
    },
    healed,
    minor: healed || isAside,
  };
}
