import { alike } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import type { ColumnView } from '../../../findings/capture-view.ts';
import type { Rule } from '../../../findings/rule.ts';

/** So many are opened; an application whose every call is answered so has one cause. */
const MAX_OPENED = 300;

/**
 * Finds calls that asked for JSON, or for an event stream, and were answered with a whole page and a status of success: a sign-in page, a note about
 * maintenance, or the application's own page, which servers send for addresses that they do not know. The page's title and
 * fields say which.
 * Quiet on: fragments and templates, addresses of markup, and JSON under the wrong media type.
 * Spec: RFC 9110 §12.5.1 (Accept), §15.3.1; HTML §4.2.2 (title), §9.2.2 (streams of another media type end at once).
 */
export const htmlForJson: Rule<'fail/html-for-json'> = {
  meta: { id: 'fail/html-for-json', severity: 'error', class: 'strong', knowledgeId: 'errors/html-for-json' },
  wants: (view) =>
    calledPages(view).some((row) => view.resourceType(row) !== '') ? ['response-bodies'] : [],
  *opens(view) {
    yield* calledPages(view).slice(0, MAX_OPENED);
  },
  *detect(view) {
    const failures = view.failures.flatMap((failure) =>
      failure.reading === 'unreadable' && failure.unreadable.content === 'page'
        ? [{ ...failure, page: failure.unreadable }]
        : [],
    );
    for (const group of alike(failures, ({ page }) => JSON.stringify([page.page, page.title]))) {
      const [{ row, exchange, page }] = group;
      yield {
        entries: group.map((failure) => failure.row),
        evidence: [
          { entry: row, pointer: '/response/content/text', role: 'cause' },
          ...headerEvidence(exchange, 'response', 'content-type', 'symptom'),
          ...headerEvidence(exchange, 'request', 'accept'),
        ],
        facts: {
          ...exchangeFacts(exchange, group.length),
          status: exchange.entry.response.status ?? 0,
          page: page.page,
          ...(page.isStream ? { asked: 'event-stream' as const } : {}),
          ...(page.title === undefined ? {} : { title: page.title }),
        },
      };
    }
  },
};

/** Pages that answer calls, or what may be one: some exporters do not say what a request was for. */
function calledPages(view: ColumnView): number[] {
  return view.rowsOfKinds(
    (row) =>
      view.mimeType(row).includes('html') &&
      /^(?:xhr|fetch|)$/.test(view.resourceType(row)) &&
      view.outcome(row) === 'answered',
  );
}
