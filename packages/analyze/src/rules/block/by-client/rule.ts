import { failedWith, stoppedWithoutAWord } from '../../../block/stopped.ts';
import { alike } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { networkErrorEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import { failedPreflights } from '../../../failures/preflights.ts';
import { ownSitesOf, siteOf } from '../../../findings/relevance.ts';
import type { Rule } from '../../../findings/rule.ts';

/** What ad blockers are there for. */
const statistics =
  /analytic|statist|telemetry|metric|beacon|pixel|collect|tracker|tracking|\bads?\b|adserv|doubleclick|tagmanager|\btag\b|count(?:er)?\b|\brum\b/i;

/**
 * Finds requests that something in the browser stopped: an extension, an ad blocker, a blocked pattern in the developer
 * tools. Milder (info): statistics and advertising of other sites, which is what blockers are there for.
 * Without the browser's word for it (status 0, no error, at most two header fields) strong, not proven.
 * Quiet on: administrators' blocks, policies of the page, mixed content, which are told by their own findings.
 */
export const byClient: Rule<'block/by-client'> = {
  meta: {
    id: 'block/by-client',
    severity: 'warning',
    class: 'proven',
    knowledgeId: 'network/blocked',
    supersedes: ['fail/network'],
  },
  *detect(view) {
    const own = ownSitesOf(view);
    const stopped = [
      ...failedWith(view, /BLOCKED_BY_CLIENT|^(?:inspector|subresource-filter)$/),
      ...stoppedWithoutAWord(view),
    ];
    stopped.sort((a, b) => view.position(a.row) - view.position(b.row));
    for (const group of alike(stopped, ({ code }) => code ?? '')) {
      const [{ row, exchange, code }] = group;
      const isForeign = own.size > 0 && !own.has(siteOf(view.host(row)));
      const isDecoration = /^(?:image|font|stylesheet|ping|media)$/.test(view.resourceType(row));
      const isMild =
        isForeign && (isDecoration || statistics.test(exchange.entry.request.url.split('?', 1)[0] ?? ''));
      yield {
        entries: group.flatMap((failure) => [failure.row, ...failedPreflights(view, failure.row)]),
        evidence: [...networkErrorEvidence(exchange), statusEvidence(row)],
        facts: { ...exchangeFacts(exchange, group.length), ...(code === undefined ? {} : { code }) },
        ...(isMild ? { severity: 'info' as const } : {}),
        ...(code === undefined ? { class: 'strong' as const } : {}),
      };
    }
  },
};
