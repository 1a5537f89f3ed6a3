import { extractCorrelationIds } from '@harrier/tracking';
import type { Rule } from '../../../findings/rule.ts';
import { apiRows, sampleRows } from '../sample.ts';

/** A few requests may well have none. */
const LEAST_REQUESTS = 10;

/**
 * Finds captures whose API requests carry no tracking id and no other correlation id: logs can be searched by time, host
 * and path only. Looked at are all rows of the index for tracking ids, and a sample for the others.
 */
export const noIds: Rule<'capture/no-ids'> = {
  meta: { id: 'capture/no-ids', severity: 'info', class: 'proven', knowledgeId: 'capture/tracking-ids' },
  opens: sampleRows,
  *detect(view) {
    const rows = apiRows(view);
    const { trackingId } = view.index.columns;
    if (rows.length < LEAST_REQUESTS || trackingId.subarray(0, view.index.length).some((id) => id !== 0))
      return;
    for (const row of view.openedRows) {
      const exchange = view.exchange(row);
      if (exchange === undefined) continue;
      const { request, response } = exchange.entry;
      if (exchange.trackingId !== undefined) return;
      if (extractCorrelationIds([...request.headers, ...response.headers]).length > 0) return;
    }
    yield { entries: [], evidence: [], facts: { requests: rows.length } };
  },
};
