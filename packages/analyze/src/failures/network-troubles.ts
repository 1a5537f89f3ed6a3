import type { NetworkFacts, NetworkFailure } from '@harrier/knowledge';
import type { CaptureView } from '../findings/capture-view.ts';
import type { Evidence, FindingClass, Severity } from '../findings/finding.ts';
import { alike, alikeOfHost } from './alike.ts';
import { exchangeFacts } from './exchange-facts.ts';
import type { FailureOf } from './failure.ts';
import { errorTextEvidence, networkErrorEvidence, statusEvidence } from './failure-evidence.ts';
import { asideOf, isHelper } from './is-aside.ts';
import { failedPreflights } from './preflights.ts';

/** Failures below HTTP that are one trouble, and what every finding about one says. */
export interface NetworkTrouble {
  readonly failures: readonly [FailureOf<'network'>, ...FailureOf<'network'>[]];
  readonly entries: readonly number[];
  readonly evidence: readonly Evidence[];
  readonly facts: NetworkFacts;
  readonly severity: Severity;
  readonly class: FindingClass;
}

/**
 * The failures of one kind, put together by request, or by host where a host fails for all its requests at once.
 * Milder: answered when asked again, and requests that nobody misses (warning); a helper on the machine itself that is
 * not there (information).
 */
export function networkTroubles(
  view: CaptureView,
  kind: NetworkFailure,
  oneA: 'request' | 'host' = 'request',
): NetworkTrouble[] {
  const failures = view.failures.filter(
    (failure): failure is FailureOf<'network'> => failure.reading === 'network' && failure.network === kind,
  );
  if (failures.length === 0) return [];
  const isAside = asideOf(view);
  const groupsOf = oneA === 'host' ? alikeOfHost : alike;
  const groups = groupsOf(failures, ({ row, code }) =>
    JSON.stringify([code, view.healedBy(row) === undefined]),
  );
  return groups.map((group) => {
    const [{ row, exchange, code }] = group;
    const healed = view.healedBy(row) !== undefined;
    const isMinor = healed || group.every(isAside);
    return {
      failures: group,
      entries: group.flatMap((failure) => [failure.row, ...failedPreflights(view, failure.row)]),
      evidence: [...networkErrorEvidence(exchange), ...errorTextEvidence(exchange), statusEvidence(row)],
      facts: {
        ...exchangeFacts(exchange, group.length),
        ...(code === undefined ? {} : { code }),
        healed,
      },
      severity: isHelper(view, row) ? 'info' : isMinor ? 'warning' : 'error',
      class: code === undefined ? 'strong' : 'proven',
    };
  });
}
