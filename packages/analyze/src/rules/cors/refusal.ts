import { pageOrigin, shownOrigin } from '../../cors/origin.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { fieldValue } from '../../exchange/field-value.ts';
import type { FailureOf } from '../../failures/failure.ts';
import { headerEvidence, networkErrorEvidence, statusEvidence } from '../../failures/failure-evidence.ts';
import type { CaptureView } from '../../findings/capture-view.ts';
import type { Evidence, FindingClass } from '../../findings/finding.ts';

type Refusal = FailureOf<'cors'>;

/** The answer that decided: the preflight's, else the request's own. */
export function answerOf({ exchange, preflightRow }: Refusal, view: CaptureView): Exchange | undefined {
  return preflightRow === undefined ? exchange : view.exchange(preflightRow);
}

/** The page's origin as facts show it. Chrome leaves Origin out of a request that was never sent; its preflight has it. */
export function originOf(failure: Refusal, view: CaptureView): string | undefined {
  const asked = answerOf(failure, view)?.entry.request.headers ?? [];
  const origin = fieldValue(asked, 'origin') ?? pageOrigin(failure.exchange.entry);
  return origin === undefined ? undefined : shownOrigin(origin);
}

/**
 * A failed answer that lacks the permission: gateways write their error pages without it, so the status is the cause and
 * CORS a symptom. A failed status that names the wrong origin is a CORS fault of its own, except of 500 up.
 */
export function isMasked({ verdict, sign, exchange }: Refusal): boolean {
  const { status = 0 } = exchange.entry.response;
  if (sign !== 'answer-withheld' || verdict === undefined || status < 400) return false;
  return verdict.reason === 'MissingAllowOriginHeader' || status >= 500;
}

/** Requests and their preflights, each once, the requests first. */
export function refusalEntries(group: readonly Refusal[]): number[] {
  return [
    ...new Set([
      ...group.map(({ row }) => row),
      ...group.flatMap(({ preflightRow }) => (preflightRow === undefined ? [] : [preflightRow])),
    ]),
  ];
}

/** Certain where the exporter says that the browser refused; elsewhere it follows from what browsers must do. */
export function refusalClass({ row, preflightRow, exchange, verdict }: Refusal): FindingClass {
  if (verdict?.isTold === true) return 'proven';
  return exchange.entry.error !== undefined || row === preflightRow ? 'proven' : 'strong';
}

/** The field that decided, its status, what was asked, and the browser's error. */
export function refusalEvidence(failure: Refusal, view: CaptureView): Evidence[] {
  const { row, exchange, preflightRow, verdict } = failure;
  const answer = answerOf(failure, view);
  const decided =
    answer === undefined
      ? []
      : headerEvidence(answer, 'response', verdict?.field?.header.toLowerCase() ?? '', 'cause');
  return [
    ...toldEvidence(failure),
    ...decided,
    statusEvidence(preflightRow ?? row, decided.length === 0 ? 'cause' : 'context'),
    ...(answer === undefined
      ? []
      : [
          ...headerEvidence(answer, 'request', 'origin'),
          ...(preflightRow === undefined
            ? []
            : asked.flatMap(([header, name]) =>
                verdict?.field?.header === header ? headerEvidence(answer, 'request', name) : [],
              )),
        ]),
    ...(row === preflightRow ? [] : networkErrorEvidence(exchange, 'symptom')),
  ];
}

/** Where the browser itself says why. */
export function toldEvidence({ row, verdict }: Refusal): Evidence[] {
  return verdict?.isTold === true
    ? [{ entry: row, pointer: '/_corsErrorStatus/corsError', role: 'cause' }]
    : [];
}

const asked = [
  ['Access-Control-Allow-Methods', 'access-control-request-method'],
  ['Access-Control-Allow-Headers', 'access-control-request-headers'],
] as const;
