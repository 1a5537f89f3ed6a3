import { type RedirectChain, redirectChains, redirectTarget } from '../../../chains/redirects.ts';
import { urlPlace } from '../../../exchange/path-template.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { headerEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import { siteOf } from '../../../findings/relevance.ts';
import type { Rule } from '../../../findings/rule.ts';

/** Addresses that exist only inside a network. RFC 1918, RFC 6598. */
const privateHost =
  /^(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])(?:\.\d{1,3}){2})(?::\d+)?$/;
/** How networks for guests call their gates. */
const gate = /wi-?fi|hotspot|captive|\bguest|\bwlan\b|splash|walled|network-?login/i;

/**
 * Finds networks that want somebody to accept terms or sign in first: status 511, or a plain http request that was
 * redirected to a private address or to a gate's page on another site. Nothing else works until then: an error where other hosts could
 * not be reached meanwhile, which belongs to it.
 * Quiet on: redirects within a site, from http to https, to a service's own sign-in. Spec: RFC 6585 §6, RFC 8952.
 */
export const captivePortal: Rule<'block/captive-portal'> = {
  meta: {
    id: 'block/captive-portal',
    severity: 'warning',
    class: 'strong',
    knowledgeId: 'network/proxy',
    supersedes: ['auth/redirect-to-login', 'slow/redirects', 'fail/http-5xx'],
  },
  *detect(view) {
    for (const { row, exchange } of view.failures) {
      if (exchange.entry.response.status !== 511) continue;
      yield {
        entries: [row],
        evidence: [statusEvidence(row, 'cause')],
        facts: exchangeFacts(exchange, 1),
        severity: 'error',
        class: 'proven',
      };
    }
    for (const chain of redirectChains(view)) {
      const exchange = view.exchange(chain.hops[0]);
      const portal = gateOf(view, chain);
      if (exchange === undefined || portal === undefined) continue;
      const kept = keptOutside(view, chain.hops[0]);
      yield {
        entries: chain.target === undefined ? chain.hops : [...chain.hops, chain.target],
        explains: kept,
        evidence: headerEvidence(exchange, 'response', 'location', 'cause'),
        facts: { ...exchangeFacts(exchange, 1), portal },
        ...(kept.length === 0 ? {} : { severity: 'error' as const }),
      };
    }
  },
};

/** What never reached its host behind the gate, which lets nothing out, or answers https with a certificate of its own. */
function keptOutside(view: CaptureView, from: number): number[] {
  const answered = new Set(
    view
      .rowsOfKinds((row) => view.outcome(row) === 'answered' && view.startMs(row) >= view.startMs(from))
      .map((row) => view.host(row)),
  );
  return view.failures.flatMap((failure) => {
    const isOutside =
      failure.reading === 'network' &&
      /^(?:dns|refused|unreachable|timeout|reset|empty|tls|none)$/.test(failure.network) &&
      view.startMs(failure.row) >= view.startMs(from) &&
      !answered.has(view.host(failure.row));
    return isOutside ? [failure.row] : [];
  });
}

/** Host of the gate that a plain request was led to. */
function gateOf(view: CaptureView, { hops }: RedirectChain): string | undefined {
  const exchange = view.exchange(hops[0]);
  const target = redirectTarget(exchange);
  if (exchange === undefined || target === undefined) return undefined;
  const from = urlPlace(exchange.entry.request.url);
  const to = urlPlace(target);
  if (!/^http:/i.test(exchange.entry.request.url) || siteOf(from.host) === siteOf(to.host)) return undefined;
  if (privateHost.test(from.host) || /^(?:localhost|127\.)/.test(from.host)) return undefined;
  return privateHost.test(to.host) || gate.test(to.host) || gate.test(to.path) ? to.host : undefined;
}
