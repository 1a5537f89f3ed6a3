import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import type { Rule } from '../../../findings/rule.ts';
import { documents } from '../../../version/missing-chunks.ts';
import { stalePages } from '../../../version/stale-pages.ts';

/**
 * Finds pages that came out of a cache and ask for files of a build that is gone: the page outlived the build that it belongs
 * to. Names the cache, its age and what Cache-Control allowed.
 * Quiet on: cached pages whose files are all there, and pages fresh from the server (`version/chunk-missing` tells those).
 * Spec: RFC 9111 §4.2 (freshness), §5.1 (Age); Chromium's HAR, `_fromCache`.
 */
export const staleDocument: Rule<'version/stale-document'> = {
  meta: {
    id: 'version/stale-document',
    severity: 'error',
    class: 'strong',
    knowledgeId: 'version/stale-document',
  },
  *opens(view) {
    yield* documents(view);
  },
  *detect(view) {
    for (const { row, exchange, from, ageS, missing } of stalePages(view)) {
      if (from === 'service-worker') continue;
      yield {
        entries: [row],
        explains: missing.map((chunk) => chunk.row),
        evidence: [
          ...(from === 'browser-cache'
            ? [{ entry: row, pointer: '/_fromCache', role: 'cause' as const }]
            : headerEvidence(exchange, 'response', 'age', 'cause')),
          ...headerEvidence(exchange, 'response', 'cache-control'),
          { entry: missing[0].row, pointer: '/response/status', role: 'symptom' },
        ],
        facts: {
          ...exchangeFacts(exchange, 1),
          from,
          missing: missing.length,
          ...(from === 'shared-cache' && ageS !== undefined ? { ageS } : {}),
        },
      };
    }
  },
};
