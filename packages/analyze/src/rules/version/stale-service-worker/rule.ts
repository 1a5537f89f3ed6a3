import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { Rule } from '../../../findings/rule.ts';
import { documents } from '../../../version/missing-chunks.ts';
import { stalePages } from '../../../version/stale-pages.ts';

/**
 * Finds pages that a service worker answered from what it kept, and that ask for files of a build that is gone: the worker
 * serves an old application. A reload does not help, as the worker answers that, too.
 * Quiet on: workers whose pages find all their files.
 * Spec: Service Workers §4.5 (fetch); Chromium's HAR, `_fetchedViaServiceWorker`.
 */
export const staleServiceWorker: Rule<'version/stale-service-worker'> = {
  meta: {
    id: 'version/stale-service-worker',
    severity: 'error',
    class: 'strong',
    knowledgeId: 'version/stale-service-worker',
  },
  *opens(view) {
    yield* documents(view);
  },
  *detect(view) {
    for (const { row, exchange, from, missing } of stalePages(view)) {
      if (from !== 'service-worker') continue;
      yield {
        entries: [row],
        evidence: [
          { entry: row, pointer: '/response/_fetchedViaServiceWorker', role: 'cause' },
          { entry: missing[0].row, pointer: '/response/status', role: 'symptom' },
        ],
        facts: { ...exchangeFacts(exchange, 1), missing: missing.length },
      };
    }
  },
};
