import { oneLine } from '../../../error-text/one-line.ts';
import { responseJson } from '../../../exchange/json-body.ts';
import type { JsonScalar } from '../../../exchange/json-leaves.ts';
import { jsonAt } from '../../../exchange/json-leaves.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import type { Rule } from '../../../findings/rule.ts';
import { type Write, writesAndReads, writesOf } from '../../../permissions/writes.ts';
import { type LostValues, lostValues } from './lost-values.ts';

/** More fields than this are a list, not an answer. */
const MAX_NAMED = 5;
const MAX_VALUE_CHARS = 60;
/** How an empty place is shown, in every language. */
const NOTHING = '–';
/**
 * A service may need a moment until reads see a change. Eventually consistent stores settle within a second or two (Amazon
 * S3 and DynamoDB documents before strong reads); twice that.
 */
const SETTLES_WITHIN_MS = 4000;

/**
 * Finds values that were sent, accepted with 2xx, and are not there when the same URL is read afterwards: lost or refused
 * on the way to the system that keeps them. The last reading counts, so a slow store is quiet once it shows the value.
 * Nothing of the change in a reading that came at once may be no more than a late one: a warning. A part of it is proof.
 * Quiet on: passwords, times and versions, values that are written in another way, lists.
 */
export const valueLost: Rule<'permission/value-lost'> = {
  meta: {
    id: 'permission/value-lost',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'permission/value-lost',
  },
  needs: ['response-bodies'],
  opens: writesAndReads,
  *detect(view) {
    for (const write of writesOf(view)) {
      const exchange = view.exchange(write.row);
      const reading = lastReading(view, write);
      if (exchange === undefined || reading === undefined) continue;
      const { lost, kept } = reading.values;
      const [first] = lost;
      if (first === undefined) continue;
      const afterMs = Math.max(0, view.startMs(reading.row) - endMs(view, write.row));
      const maySettle = kept === 0 && reading.row !== write.row && afterMs < SETTLES_WITHIN_MS;
      yield {
        entries: reading.row === write.row ? [write.row] : [write.row, reading.row],
        evidence: lost.slice(0, MAX_NAMED).flatMap(({ pointer }) => [
          {
            entry: write.row,
            pointer: '/request/postData/text',
            bodyPointer: pointer,
            role: 'context' as const,
          },
          {
            entry: reading.row,
            pointer: '/response/content/text',
            bodyPointer: pointer,
            role: 'symptom' as const,
          },
        ]),
        facts: {
          ...exchangeFacts(exchange, 1),
          fields: lost
            .slice(0, MAX_NAMED)
            .map(({ pointer }) => pointer)
            .join(', '),
          fieldCount: lost.length,
          sent: shown(first.sent),
          found: shown(first.found),
          partial: kept > 0,
          maySettle,
        },
        ...(maySettle ? { severity: 'warning', class: 'strong' } : {}),
        ...(write.before === undefined ? { severity: 'warning', class: 'hint' } : {}),
      };
    }
  },
};

interface Reading {
  readonly row: number;
  readonly values: LostValues;
}

/** The last thing that is said of the resource: a later GET, else the answer to the change itself. */
function lastReading(view: CaptureView, { row, sent, before, after }: Write): Reading | undefined {
  const last = after.at(-1);
  if (last !== undefined) return { row: last.row, values: lostValues(sent, before?.value, last.value) };
  const exchange = view.exchange(row);
  const own = exchange === undefined ? undefined : responseJson(exchange);
  // A report on the change is no picture of the resource.
  if (before === undefined || typeof own !== 'object' || own === null) return undefined;
  const names = Object.keys(before.value as object);
  if (names.filter((name) => jsonAt(own, `/${name}`) !== undefined).length < names.length / 2)
    return undefined;
  const values = lostValues(sent, before.value, own);
  // Some services answer with what stood there before.
  return values.kept === 0 ? undefined : { row, values };
}

function endMs(view: CaptureView, row: number): number {
  return view.startMs(row) + (view.durationMs(row) ?? 0);
}

function shown(value: JsonScalar): string {
  if (value === null) return NOTHING;
  const text = oneLine(JSON.stringify(value));
  return text.length > MAX_VALUE_CHARS ? `${text.slice(0, MAX_VALUE_CHARS - 1)}…` : text;
}
