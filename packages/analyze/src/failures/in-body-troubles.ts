import type { InBodyFacts } from '@harrier/knowledge';
import type { ErrorFamily, ExtractedError } from '../error-text/extracted-error.ts';
import type { CaptureView } from '../findings/capture-view.ts';
import type { Evidence } from '../findings/finding.ts';
import { alike } from './alike.ts';
import { exchangeFacts } from './exchange-facts.ts';
import type { Failure } from './failure.ts';
import { errorTextEvidence, statusEvidence } from './failure-evidence.ts';

/** Failures that their content tells, put together, and what every finding about them says. */
export interface InBodyTrouble {
  readonly failures: readonly [Failure, ...Failure[]];
  readonly error: ExtractedError;
  readonly entries: readonly number[];
  readonly evidence: readonly Evidence[];
  readonly facts: InBodyFacts;
}

/** Readings in which a service's own error document decides, whatever its status. */
const readings: ReadonlySet<Failure['reading']> = new Set(['in-body', 'server', 'client']);

/** The failures whose error has one of these shapes; in `any-status` also those that failed by their status. */
export function inBodyTroubles(
  view: CaptureView,
  isWanted: (family: ErrorFamily) => boolean,
  scope: 'answered' | 'any-status' = 'answered',
): InBodyTrouble[] {
  const failures = view.failures.filter(
    ({ reading, exchange }) =>
      (scope === 'answered' ? reading === 'in-body' : readings.has(reading)) &&
      exchange.error !== undefined &&
      isWanted(exchange.error.family),
  );
  return alike(failures, ({ exchange }) => exchange.error?.text ?? '').flatMap((group) => {
    const [{ row, exchange }] = group;
    const { error } = exchange;
    if (error === undefined) return [];
    const trouble: InBodyTrouble = {
      failures: group,
      error,
      entries: group.map((failure) => failure.row),
      evidence: [...errorTextEvidence(exchange), statusEvidence(row, 'context')],
      facts: {
        ...exchangeFacts(exchange, group.length),
        status: exchange.entry.response.status ?? 0,
        errorText: error.text,
        ...(error.code === undefined ? {} : { code: error.code }),
      },
    };
    return [trouble];
  });
}
