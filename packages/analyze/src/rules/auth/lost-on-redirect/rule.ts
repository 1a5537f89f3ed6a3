import { redirectChains } from '../../../chains/redirects.ts';
import { originOfUrl } from '../../../cors/origin.ts';
import type { Exchange } from '../../../exchange/exchange.ts';
import { fieldPosition } from '../../../exchange/field-value.ts';
import { urlPlace } from '../../../exchange/path-template.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { headerEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds requests that lost Authorization because they were redirected to another origin, where they were then refused (401, 403):
 * browsers take the field off on purpose. A change from http to https or of the host's name is another origin.
 * Quiet where the other place answers all the same (files behind signed addresses), and in exports without credentials.
 * Spec: Fetch standard, HTTP-redirect fetch, step 13; measured on Chromium 156.
 */
export const lostOnRedirect: Rule<'auth/lost-on-redirect'> = {
  meta: {
    id: 'auth/lost-on-redirect',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'auth/refused',
    supersedes: [
      'auth/missing-credentials',
      'auth/cookie-lost',
      'auth/unauthorized',
      'auth/scope-missing',
      'auth/csrf',
    ],
  },
  *detect(view) {
    if (!view.holds('request-credentials')) return;
    for (const { hops, target } of redirectChains(view)) {
      const end = target === undefined ? undefined : view.exchange(target);
      if (end === undefined || ![401, 403].includes(end.entry.response.status ?? 0) || carries(end)) continue;
      const sender = hops
        .map((row) => view.exchange(row))
        .findLast((hop) => hop !== undefined && carries(hop));
      if (
        sender === undefined ||
        originOfUrl(sender.entry.request.url) === originOfUrl(end.entry.request.url)
      )
        continue;
      yield {
        entries: [end.entry.index, ...hops],
        evidence: [
          ...headerEvidence(sender, 'request', 'authorization', 'cause'),
          ...headerEvidence(sender, 'response', 'location', 'cause'),
          statusEvidence(end.entry.index),
        ],
        facts: {
          ...exchangeFacts(end, 1),
          status: end.entry.response.status ?? 0,
          from: urlPlace(sender.entry.request.url).host,
        },
      };
    }
  },
};

function carries({ entry }: Exchange): boolean {
  return fieldPosition(entry.request.headers, 'authorization') >= 0;
}
