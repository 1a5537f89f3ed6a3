import { hostTroubles } from '../../../failures/status-troubles.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Limits that gateways have when nobody sets one, in s: Envoy 15, Heroku and API Gateway 30 and 29, nginx and load balancers
 * of Amazon 60, Cloudflare 100 (now 120), others 120.
 */
const USUAL_LIMITS_S = [15, 29, 30, 60, 100, 120];
/** Who answers within a second has not waited for this request: it says so of the service, or of an earlier one. */
const AT_ONCE_MS = 1000;
/** A gateway answers at its limit; the way there and back adds a little. */
const TOLERANCE_SHARE = 0.02;
/** The same for limits that somebody set, which are whole seconds: a share of a long one would fit any duration. */
const TOLERANCE_MS = 150;

/**
 * Finds answers of a gateway that waited for the service behind it and gave up: 504, or another 5xx after a time that is a
 * usual limit of gateways. Names the limit, where the time shows one: the service took longer, and may have gone on working.
 * A warning when the same request succeeded within a minute.
 * Spec: RFC 9110 §15.6.5; documentation of nginx (proxy_read_timeout), Envoy (route timeout), Amazon (idle timeout).
 */
export const gatewayTimeout: Rule<'fail/gateway-timeout'> = {
  meta: {
    id: 'fail/gateway-timeout',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'gateway/timeout',
    supersedes: ['fail/http-5xx'],
  },
  *detect(view) {
    const isWanted = (status: number, { row }: { readonly row: number }) =>
      status === 504 || (status >= 500 && status <= 503 && usualLimitMs(waitedMs(view, row)) !== undefined);
    for (const trouble of hostTroubles(view, isWanted, ({ row }) => String(limitOf(view, row)))) {
      const [{ row }] = trouble.failures;
      const waited = waitedMs(view, row);
      const limitMs = limitOf(view, row);
      yield {
        entries: trouble.entries,
        evidence: [
          ...trouble.evidence,
          ...(waited === undefined ? [] : [{ entry: row, pointer: '/time', role: 'cause' as const }]),
        ],
        facts: {
          ...trouble.facts,
          ...(waited === undefined || waited < AT_ONCE_MS ? {} : { waitedMs: Math.round(waited) }),
          ...(limitMs === undefined ? {} : { limitMs }),
        },
        ...(trouble.minor ? { severity: 'warning' as const } : {}),
        ...(trouble.status === 504 ? {} : { class: 'strong' as const }),
      };
    }
  },
};

/** From the request on its way to the answer; the whole duration where the phases are not known. */
function waitedMs(view: CaptureView, row: number): number | undefined {
  const wait = view.index.columns.wait[row] as number;
  return wait > 0 ? wait : view.durationMs(row);
}

function limitOf(view: CaptureView, row: number): number | undefined {
  const waited = waitedMs(view, row);
  return usualLimitMs(waited) ?? wholeSecondMs(waited);
}

function usualLimitMs(waited: number | undefined): number | undefined {
  if (waited === undefined) return undefined;
  return USUAL_LIMITS_S.map((seconds) => seconds * 1000).find(
    (limitMs) => Math.abs(waited - limitMs) <= limitMs * TOLERANCE_SHARE,
  );
}

function wholeSecondMs(waited: number | undefined): number | undefined {
  if (waited === undefined || waited < 1000) return undefined;
  const limitMs = Math.round(waited / 1000) * 1000;
  return Math.abs(waited - limitMs) <= Math.min(TOLERANCE_MS, limitMs * TOLERANCE_SHARE)
    ? limitMs
    : undefined;
}
