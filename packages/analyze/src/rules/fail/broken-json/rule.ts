import { alike } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import type { Rule } from '../../../findings/rule.ts';

/** So many are opened. */
const MAX_OPENED = 300;

/**
 * Finds answers of 200 to 299 that say that they are JSON and are not: cut off by their writer, empty, with a value that
 * JSON does not have (`NaN`), or with a warning of the server's program in front. What reads them fails in the browser,
 * without a failed request to show for it.
 * Quiet on: guards in front of JSON (`)]}'`), JSON with a function around it, lines of JSON, bodies that an exporter cut or
 * a sanitizer blanked, and empty answers to changes.
 * Spec: RFC 8259 §2, §6.
 */
export const brokenJson: Rule<'fail/broken-json'> = {
  meta: { id: 'fail/broken-json', severity: 'error', class: 'proven', knowledgeId: 'errors/broken-json' },
  *opens(view) {
    yield* view.rowsByStart.filter((row) => view.marks(row).broken).slice(0, MAX_OPENED);
  },
  *detect(view) {
    const failures = view.failures.flatMap((failure) =>
      failure.reading === 'unreadable' && failure.unreadable.content === 'broken-json'
        ? [{ ...failure, fault: failure.unreadable.fault }]
        : [],
    );
    for (const group of alike(failures, ({ fault }) => fault)) {
      const [{ row, exchange, fault }] = group;
      yield {
        entries: group.map((failure) => failure.row),
        evidence: [
          { entry: row, pointer: '/response/content/text', role: 'cause' },
          ...headerEvidence(exchange, 'response', 'content-type'),
        ],
        facts: {
          ...exchangeFacts(exchange, group.length),
          status: exchange.entry.response.status ?? 0,
          fault,
        },
        // Some clients take nothing for null.
        ...(fault === 'empty' ? { severity: 'warning' as const, class: 'strong' as const } : {}),
      };
    }
  },
};
