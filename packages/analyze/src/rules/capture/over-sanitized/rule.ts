import { fieldPosition } from '../../../exchange/field-value.ts';
import { responseJson } from '../../../exchange/json-body.ts';
import { jsonLeaves } from '../../../exchange/json-leaves.ts';
import { isMaskedValue } from '../../../exchange/masked-value.ts';
import type { ColumnView } from '../../../findings/capture-view.ts';
import type { Evidence } from '../../../findings/finding.ts';
import type { Rule } from '../../../findings/rule.ts';
import { sampleRows } from '../sample.ts';

/** Names and addresses are about a fifth of the texts of an administration API; twice that hides more than people. */
const MASKED_SHARE = 0.4;
/** Of fewer values a share says nothing. */
const LEAST_VALUES = 20;
/** So many show the share. */
const ENOUGH_VALUES = 4000;
const MAX_SHOWN = 3;

/**
 * Finds captures from which so much was taken out that errors and ids cannot be told any more: most texts of the answers
 * are masks, or the tracking ids are. Pseudonyms, as Harrier writes them, keep a capture readable and are not masks.
 */
export const overSanitized: Rule<'capture/over-sanitized'> = {
  meta: {
    id: 'capture/over-sanitized',
    severity: 'warning',
    class: 'proven',
    knowledgeId: 'capture/sanitized',
  },
  opens: sampleRows,
  *detect(view) {
    let values = 0;
    let masked = 0;
    let maskedIds = 0;
    const evidence: Evidence[] = [];
    for (const row of view.openedRows) {
      const exchange = view.exchange(row);
      if (exchange === undefined) continue;
      const headers = isIdMasked(view, row) ? exchange.entry.request.headers : [];
      const at = fieldPosition(headers, 'trackingid');
      if (at >= 0 && isMaskedValue(headers[at]?.value ?? '')) {
        maskedIds++;
        if (evidence.length < MAX_SHOWN)
          evidence.push({ entry: row, pointer: `/request/headers/${at}/value`, role: 'cause' });
      }
      if (values >= ENOUGH_VALUES) continue;
      for (const { value, pointer } of jsonLeaves(responseJson(exchange), { lists: true })) {
        if (typeof value !== 'string' || value === '') continue;
        values++;
        if (!isMaskedValue(value)) continue;
        masked++;
        if (evidence.length < MAX_SHOWN)
          evidence.push({
            entry: row,
            pointer: '/response/content/text',
            bodyPointer: pointer,
            role: 'cause',
          });
      }
    }
    const isMostlyMasked = values >= LEAST_VALUES && masked > MASKED_SHARE * values;
    if (!isMostlyMasked && maskedIds === 0) return;
    yield { entries: [], evidence, facts: { masked, values, maskedIds } };
  },
};

/** The id is among the columns: the request's, where it has one. */
function isIdMasked(view: ColumnView, row: number): boolean {
  const { columns, strings } = view.index;
  return isMaskedValue(strings.get(columns.trackingId[row] as number));
}
