import type { FailedStatusFacts } from '@harrier/knowledge';
import type { CaptureView } from '../findings/capture-view.ts';
import type { Evidence } from '../findings/finding.ts';
import { alike } from './alike.ts';
import { errorFacts, exchangeFacts } from './exchange-facts.ts';
import type { FailureOf } from './failure.ts';
import { errorTextEvidence, statusEvidence } from './failure-evidence.ts';
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
}

/** The wanted failures, put together by request, status and error text; healed ones apart from the others. */
export function statusTroubles(
  view: CaptureView,
  isWanted: (status: number, failure: FailedStatus) => boolean,
  more: (failure: FailedStatus) => string = () => '',
): StatusTrouble[] {
  const failures = view.failures.filter(
    (failure): failure is FailedStatus =>
      (failure.reading === 'client' || failure.reading === 'server') &&
      isWanted(failure.exchange.entry.response.status ?? 0, failure),
  );
  const groups = alike(failures, (failure) =>
    JSON.stringify([
      failure.exchange.entry.response.status,
      failure.exchange.error?.text,
      view.healedBy(failure.row) === undefined,
      more(failure),
    ]),
  );
  return groups.map((group) => {
    const [{ row, exchange }] = group;
    const status = exchange.entry.response.status ?? 0;
    const healed = view.healedBy(row) !== undefined;
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
    };
  });
}
