import type { Exchange } from '../../../exchange/exchange.ts';
import { urlPlace } from '../../../exchange/path-template.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { CaptureView, ColumnView } from '../../../findings/capture-view.ts';
import { oncePerCapture } from '../../../findings/once-per-capture.ts';
import type { Rule } from '../../../findings/rule.ts';
import { regularGapMs } from '../../../slow/regular.ts';
import { pollGapMs, repeatedCalls, rowsToOpen, sameCalls } from '../../../slow/repeated.ts';

/** Within two seconds nobody asks again on purpose. */
const APART_MS = 2000;
/** Three and more in even steps of at least this are a short poll: whoever asks twice by mistake does so at once. */
const STEP_MS = 250;
/** React's StrictMode and two components that ask for the same make two; three are a habit. */
const WARN_COPIES = 3;
/** Usage statistics are sent as often as there is something to say, and answered the same; token endpoints are another trouble. */
const notCounted =
  /(?:^|[/._-])(?:logs?|metrics?|telemetry|collect|beacon|analytics|track(?:ing)?|events?|rum|stats?|ping|heartbeat|oauth2?|tokens?)(?:[/._-]|$)/i;

/**
 * Finds calls that were made again within two seconds with the same method, URL and body, and answered the same.
 * Milder (info): a read that was made twice. A write that was made twice is a warning.
 * Quiet on: pages that were opened one after the other, polls, usage statistics, token endpoints, answers that differ, answers whose content was not captured.
 */
export const duplicateCalls: Rule<'slow/duplicate-calls'> = {
  meta: {
    id: 'slow/duplicate-calls',
    severity: 'warning',
    class: 'proven',
    knowledgeId: 'timing/many-calls',
    // Browsers send one of two equal reads after the other, so that the second may come from the cache.
    supersedes: ['slow/queueing'],
  },
  opens: (view) => closeCalls(view),
  *detect(view) {
    for (const calls of sameCalls(view, closeCalls(view), 2)) {
      if (notCounted.test(urlPlace(calls[0].entry.request.url).path)) continue;
      for (const copies of closeCopies(view, calls)) {
        const [first, ...again] = copies;
        if (isTimed(view, copies)) continue;
        const isRead = asksOnly(first);
        yield {
          entries: copies.map(({ entry }) => entry.index),
          evidence: copies.slice(0, 5).map(({ entry }) => ({
            entry: entry.index,
            pointer: '/request/url',
            role: 'cause' as const,
          })),
          facts: {
            ...exchangeFacts(first, 1),
            copies: copies.length,
            wastedMs: Math.round(
              again.reduce((sum, { entry }) => sum + (view.durationMs(entry.index) ?? 0), 0),
            ),
          },
          ...(isRead && copies.length < WARN_COPIES ? { severity: 'info' as const } : {}),
        };
      }
    }
  },
};

function isTimed(view: CaptureView, copies: readonly Exchange[]): boolean {
  const gapMs = regularGapMs(copies.map(({ entry }) => view.startMs(entry.index)));
  return gapMs !== undefined && gapMs >= STEP_MS;
}

/** A read; also one that is posted because its question is long: a search, a GraphQL query. */
function asksOnly({ entry, requestText }: Exchange): boolean {
  if (/^(?:GET|HEAD)$/.test(entry.request.method)) return true;
  if (entry.request.method !== 'POST') return false;
  const { path } = urlPlace(entry.request.url);
  if (/graphql/i.test(path))
    return !/"query"\s{0,4}:\s{0,4}"(?:\s|\\n){0,20}mutation\b/.test(requestText ?? '');
  return /[/:_-](?:search|query|queries|find|filter|lookup|list|suche|recherche|b[uú]squeda|kensaku)$/i.test(
    path,
  );
}

/** Calls that were asked within two seconds of an equal one and answered at the same length, on the columns alone; no polls. */
const closeCalls = oncePerCapture((view: ColumnView): readonly number[] => {
  const { status, contentSize } = view.index.columns;
  const groups = repeatedCalls(view).filter((rows) => pollGapMs(view, rows) === undefined);
  return rowsToOpen(
    groups.map((group) => {
      const answered = group.filter((row) => status[row] === 200);
      const isCopy = (row: number | undefined, other: number | undefined) =>
        row !== undefined &&
        other !== undefined &&
        contentSize[row] === contentSize[other] &&
        view.startMs(other) - view.startMs(row) <= APART_MS;
      return answered.filter((row, at) => isCopy(answered[at - 1], row) || isCopy(row, answered[at + 1]));
    }),
  );
});

/** Runs of calls less than two seconds apart that were answered 200 with the same content. */
function closeCopies(view: ColumnView, calls: readonly Exchange[]): [Exchange, ...Exchange[]][] {
  const runs: [Exchange, ...Exchange[]][] = [];
  for (const call of calls) {
    if (call.entry.response.status !== 200 || (call.responseText ?? '') === '') continue;
    const last = runs.at(-1)?.at(-1);
    const isCopy =
      last !== undefined &&
      last.responseText === call.responseText &&
      !isAnotherPage(view, last.entry.index, call.entry.index) &&
      view.startMs(call.entry.index) - view.startMs(last.entry.index) <= APART_MS;
    if (isCopy) runs.at(-1)?.push(call);
    else runs.push([call]);
  }
  return runs.filter((run) => run.length > 1);
}

/** A new page has to ask anew. */
function isAnotherPage(view: ColumnView, from: number, to: number): boolean {
  const between = view.rowsByStart.slice(view.position(from) + 1, view.position(to));
  return between.some((row) => view.resourceType(row) === 'document' || /html/.test(view.mimeType(row)));
}
