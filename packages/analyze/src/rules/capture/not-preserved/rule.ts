import { fieldValue } from '../../../exchange/field-value.ts';
import { urlPlace } from '../../../exchange/path-template.ts';
import { isRealFailure } from '../../../failures/failure.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import type { Rule } from '../../../findings/rule.ts';

/** A capture of one page and nothing else was never meant to hold more. */
const LEAST_ENTRIES = 5;

/**
 * Finds captures that begin with a page to which another page of the same host led, and in which nothing failed: without
 * "Preserve log" the browser forgets everything at each navigation, and what is looked for may have been before it.
 * Only a hint: a reloaded page names its old referrer, too.
 * Source: Chrome DevTools, network reference, "Preserve log".
 */
export const notPreserved: Rule<'capture/not-preserved'> = {
  meta: {
    id: 'capture/not-preserved',
    severity: 'warning',
    class: 'hint',
    knowledgeId: 'capture/preserve-log',
  },
  *opens(view) {
    const [first] = view.rowsByStart;
    if (first !== undefined && view.resourceType(first) === 'document') yield first;
  },
  *detect(view) {
    const [first] = view.rowsByStart;
    const exchange = first === undefined ? undefined : view.exchange(first);
    if (first === undefined || exchange === undefined || view.resourceType(first) !== 'document') return;
    if (view.index.length < LEAST_ENTRIES || view.failures.some(isRealFailure)) return;
    const { host } = urlPlace(exchange.entry.request.url);
    const referrer = fieldValue(exchange.entry.request.headers, 'referer');
    if (referrer === undefined || host === '' || urlPlace(referrer).host !== host) return;
    yield {
      entries: [first],
      evidence: headerEvidence(exchange, 'request', 'referer', 'cause'),
      facts: { host },
    };
  },
};
