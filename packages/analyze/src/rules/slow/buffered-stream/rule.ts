import type { Exchange } from '../../../exchange/exchange.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import type { ColumnView } from '../../../findings/capture-view.ts';
import { oncePerCapture } from '../../../findings/once-per-capture.ts';
import { rowsFrom } from '../../../findings/row-selection.ts';
import type { Rule } from '../../../findings/rule.ts';
import { byPlace } from '../../../slow/by-place.ts';
import { isEventStream } from '../../../slow/slow.ts';

/** Services that have nothing to say for less than this are no news. */
const HELD_BACK_MS = 5000;
/** What was collected comes over the wire in one go; events that are written one by one spread further. */
const AT_ONCE_MS = 100;
/** One event at the end, or a result and a word that it was the last, is what a service says that has just finished. */
const EVENTS = 4;
const MAX_OPENED = 60;

/**
 * Finds event streams that something on the way collected: no byte for five seconds and more, then four events and more at once.
 * Pages that wait for the first event show nothing until then; after a minute most give up.
 * Quiet on: streams whose events came one by one, a service that says something only at its end, captures whose exporter does not
 * measure how long an answer took to come.
 * Spec: HTML, server-sent events (authoring notes). Source: nginx, proxy_buffering.
 */
export const bufferedStream: Rule<'slow/buffered-stream'> = {
  meta: { id: 'slow/buffered-stream', severity: 'warning', class: 'strong', knowledgeId: 'timing/waiting' },
  wants: (view) => (heldBackRows(view).length > 0 ? ['response-bodies'] : []),
  opens: (view) => heldBackRows(view),
  *detect(view) {
    const exchanges = heldBackRows(view)
      .flatMap((row) => view.exchange(row) ?? [])
      .filter((exchange) => eventsIn(exchange) >= EVENTS);
    for (const group of byPlace(exchanges)) {
      const [first] = group;
      const { index } = first.entry;
      const { wait, receive } = view.index.columns;
      yield {
        entries: group.map(({ entry }) => entry.index),
        evidence: [
          { entry: index, pointer: '/timings/wait', role: 'symptom' },
          { entry: index, pointer: '/timings/receive', role: 'symptom' },
          { entry: index, pointer: '/response/content/text', role: 'context' },
          ...headerEvidence(first, 'response', 'via'),
          ...headerEvidence(first, 'response', 'content-encoding'),
        ],
        facts: {
          ...exchangeFacts(first, group.length),
          waitMs: Math.round(wait[index] as number),
          receiveMs: Math.round(receive[index] as number),
          events: eventsIn(first),
        },
      };
    }
  },
};

/** Streams whose answer began late and was over at once, in captures that measure how long answers take to come. */
const heldBackRows = oncePerCapture((view: ColumnView): readonly number[] => {
  const streams = view.rowsOfKinds((row) => view.outcome(row) === 'answered' && isEventStream(view, row));
  if (streams.length === 0) return [];
  const { wait, receive } = view.index.columns;
  const rows = rowsFrom(streams, wait, HELD_BACK_MS).filter((row) => (receive[row] as number) <= AT_ONCE_MS);
  const isMeasured = rows.length > 0 && rowsFrom(view.rowsByStart, receive, 1).length > 0;
  return isMeasured ? rows.slice(0, MAX_OPENED) : [];
});

/** Events and comments (`: keep-alive`), which servers write to be seen at once. HTML, server-sent events: parsing. */
function eventsIn({ responseText }: Exchange): number {
  return (responseText ?? '').split(/\r?\n\r?\n/).filter((block) => /^(?:data|event|id|retry)?:/m.test(block))
    .length;
}
