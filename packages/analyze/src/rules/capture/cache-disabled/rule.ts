import { fieldValue } from '../../../exchange/field-value.ts';
import type { Rule } from '../../../findings/rule.ts';
import { sampleRows } from '../sample.ts';

/** Of fewer requests a habit cannot be told from a reload. */
const LEAST_REQUESTS = 8;

/**
 * Finds captures that were recorded with the browser's cache switched off: every request asks for a fresh copy. Load times
 * are longer than the person's, and what rules on caching find is the recorder's doing.
 * Source: Chrome DevTools, "Disable cache" adds `cache-control: no-cache` and `pragma: no-cache` to every request.
 */
export const cacheDisabled: Rule<'capture/cache-disabled'> = {
  meta: { id: 'capture/cache-disabled', severity: 'info', class: 'proven', knowledgeId: 'capture/cache' },
  opens: sampleRows,
  *detect(view) {
    const rows = sampleRows(view).filter(
      (row) => (view.exchange(row)?.entry.request.headers.length ?? 0) > 2,
    );
    if (rows.length < LEAST_REQUESTS) return;
    const asksFresh = rows.every((row) => {
      const headers = view.exchange(row)?.entry.request.headers ?? [];
      return (
        /no-cache/i.test(fieldValue(headers, 'cache-control') ?? '') &&
        /no-cache/i.test(fieldValue(headers, 'pragma') ?? '')
      );
    });
    if (asksFresh) yield { entries: [], evidence: [], facts: { requests: rows.length } };
  },
};
