import { fieldValue } from '../../../exchange/field-value.ts';
import { urlPlace } from '../../../exchange/path-template.ts';
import { alike } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import { headerEvidence, networkErrorEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import { preflightCandidates } from '../../../failures/preflights.ts';
import type { CaptureView, ColumnView } from '../../../findings/capture-view.ts';
import type { Evidence } from '../../../findings/finding.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds requests that the browser kept from the page because the server did not allow its origin: the answer is there but
 * `_error` says `net::ERR_FAILED`; or the preflight was refused; or it was answered and the request still never sent.
 * Suspected, because the exact reason stands only in the browser's console. A CORS error over a failed answer (status 400 up)
 * is a symptom: gateways leave the permission out of their error pages, so the status comes first.
 * Spec: Fetch standard, CORS protocol. Measured on Chromium 156: ERR_FAILED is all that its export says.
 */
export const corsSuspected: Rule<'fail/cors-suspected'> = {
  meta: { id: 'fail/cors-suspected', severity: 'error', class: 'strong', knowledgeId: 'cors/overview' },
  wants: () => ['network-errors'],
  opens: preflightsOfUnanswered,
  *detect(view) {
    const failures = view.failures.filter((failure) => failure.reading === 'cors');
    const groups = alike(failures, ({ sign, exchange }) =>
      JSON.stringify([sign, exchange.entry.response.status ?? 0]),
    );
    for (const group of groups) {
      const [first] = group;
      const answer = first.preflightRow === undefined ? first.exchange : view.exchange(first.preflightRow);
      const { status, headers = [] } = answer?.entry.response ?? {};
      const origin = originOf(first, view);
      const allowed = fieldValue(headers, 'access-control-allow-origin');
      yield {
        entries: [...new Set(group.flatMap(({ row, preflightRow }) => [row, preflightRow ?? row]))],
        evidence: evidenceOf(first, view),
        facts: {
          ...exchangeFacts(first.exchange, group.length),
          sign: first.sign,
          ...(origin === undefined ? {} : { origin }),
          ...(status === undefined || status === 0 ? {} : { status }),
          ...(allowed === undefined ? {} : { allowedOrigin: shownOrigin(allowed) }),
        },
      };
    }
  },
};

/** Where a request got no answer, its preflight says why. */
function* preflightsOfUnanswered(view: ColumnView): Generator<number> {
  for (const row of view.rowsByStart) {
    if (view.outcome(row) === 'no-response') yield* preflightCandidates(view, row);
  }
}

/** Chrome leaves Origin out of a request that was never sent; its preflight has it. */
function originOf({ exchange, preflightRow }: FailureOf<'cors'>, view: CaptureView): string | undefined {
  const asked = preflightRow === undefined ? undefined : view.exchange(preflightRow);
  for (const { entry } of [exchange, ...(asked ? [asked] : [])]) {
    const origin = fieldValue(entry.request.headers, 'origin');
    if (origin !== undefined) return shownOrigin(origin);
  }
  return undefined;
}

/** Scheme and host, `*` or `null`; nothing else is an origin. */
function shownOrigin(value: string): string {
  const text = value.trim();
  if (text === '*' || text === 'null') return text;
  const { host } = urlPlace(text);
  return host === '' ? '?' : `${text.slice(0, text.indexOf(':')).toLowerCase()}://${host}`;
}

function evidenceOf({ row, exchange, preflightRow }: FailureOf<'cors'>, view: CaptureView): Evidence[] {
  const preflight = preflightRow === undefined ? undefined : view.exchange(preflightRow);
  if (preflight === undefined || preflightRow === undefined) {
    return [
      ...networkErrorEvidence(exchange, 'symptom'),
      ...headerEvidence(exchange, 'response', 'access-control-allow-origin', 'cause'),
      ...headerEvidence(exchange, 'request', 'origin'),
      statusEvidence(row, 'context'),
    ];
  }
  return [
    statusEvidence(preflightRow, 'cause'),
    ...headerEvidence(preflight, 'response', 'access-control-allow-origin'),
    ...headerEvidence(preflight, 'request', 'origin'),
    ...(row === preflightRow ? [] : networkErrorEvidence(exchange, 'symptom')),
  ];
}
