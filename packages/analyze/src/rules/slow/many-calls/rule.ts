import { type UrlPlace, urlPlace } from '../../../exchange/path-template.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { ColumnView } from '../../../findings/capture-view.ts';
import { oncePerCapture } from '../../../findings/once-per-capture.ts';
import type { Rule } from '../../../findings/rule.ts';
import { groupedBy } from '../../../slow/by-place.ts';
import { withoutPage } from '../../../slow/page-parameters.ts';
import { isApiCall, isOrdinary } from '../../../slow/sound.ts';

/** Sentry's N+1 API call: ten and more, 300 ms altogether; within one second. */
const AT_LEAST = 10;
const WITHIN_MS = 1000;
const TOTAL_MS = 300;
const MAX_OPENED = 300;

/**
 * Finds one question asked for each item of a list: ten and more GETs of one path template within a second, each for
 * another item (N+1). One call for all of them would do.
 * Quiet on: pages of a list, GraphQL, assets, the same URL again (`slow/duplicate-calls`).
 */
export const manyCalls: Rule<'slow/many-calls'> = {
  meta: { id: 'slow/many-calls', severity: 'warning', class: 'strong', knowledgeId: 'timing/many-calls' },
  opens: (view) => bursts(view),
  *detect(view) {
    const exchanges = bursts(view).flatMap((row) => view.exchange(row) ?? []);
    for (const alike of groupedBy(exchanges, ({ entry }) =>
      templateOf(entry.request.url, urlPlace(entry.request.url)),
    )) {
      const dense = new Set(
        densest(
          view,
          alike.map(({ entry }) => entry.index),
        ),
      );
      const rows = alike.filter(({ entry }) => dense.has(entry.index));
      const urls = new Set(rows.map(({ entry }) => withoutPage(entry.request.url)));
      const totalMs = rows.reduce((sum, { entry }) => sum + (view.durationMs(entry.index) ?? 0), 0);
      const [first] = rows;
      if (first === undefined || urls.size < AT_LEAST || totalMs < TOTAL_MS) continue;
      const last = rows.at(-1) ?? first;
      yield {
        entries: rows.map(({ entry }) => entry.index),
        // The limit that they ran into follows from their number.
        explains: rows.flatMap(({ entry }) => (entry.response.status === 429 ? entry.index : [])),
        evidence: rows.slice(0, 5).map(({ entry }) => ({
          entry: entry.index,
          pointer: '/request/url',
          role: 'cause' as const,
        })),
        facts: {
          ...exchangeFacts(first, 1),
          calls: rows.length,
          spanMs: Math.round(view.startMs(last.entry.index) - view.startMs(first.entry.index)),
          totalMs: Math.round(totalMs),
        },
      };
    }
  },
};

/** Host and path without what may be an id, `p-100` included, and the names of the query. */
function templateOf(url: string, { host, path }: UrlPlace): string {
  const template = /\d/.test(path) ? path.replace(/(?<![^/{}])[^/{}]*\d[^/{}]*/g, '{id}') : path;
  const at = url.indexOf('?');
  if (at < 0) return `${host} ${template}`;
  const query = url.slice(at + 1).replace(/#.*$/s, '');
  const names = query === '' ? [] : query.split('&').map((pair) => pair.replace(/=.*$/s, ''));
  return [host, template, ...names.sort()].join(' ');
}

/** A refusal without content says nothing of its kind where the exporter does not (Fiddler). */
function mayBeCall(view: ColumnView, row: number): boolean {
  const isUntyped = view.resourceType(row) === '' && view.mimeType(row) === '';
  return isApiCall(view, row) || (isUntyped && view.outcome(row) === 'failed-status');
}

/** Refused calls count: many at once are what rate limits refuse. */
function wasAsked(view: ColumnView, row: number): boolean {
  return view.outcome(row) === 'failed-status' || isOrdinary(view, row);
}

/** The rows of the densest second of each template, where they are enough; on the columns alone. */
const bursts = oncePerCapture((view: ColumnView): readonly number[] => {
  const asked = view.rowsOfKinds(
    (row) => view.method(row) === 'GET' && mayBeCall(view, row) && wasAsked(view, row),
  );
  const reads = groupedBy(asked, (row) => view.host(row)).flatMap((rows) => inBursts(view, rows));
  const found = groupedBy(reads, (row) => {
    const url = view.url(row);
    const place = view.place(row);
    return url === undefined || place === undefined ? view.host(row) : templateOf(url, place);
  }).flatMap((alike) => {
    const rows = densest(view, alike);
    const urls = new Set(rows.map((row) => withoutPage(view.url(row) ?? String(row))));
    return urls.size >= AT_LEAST ? rows : [];
  });
  return found.sort((a, b) => view.position(a) - view.position(b)).slice(0, MAX_OPENED);
});

/** The rows of one host that stand among ten within a second: what is further apart is no burst, whatever it asks for. */
function inBursts(view: ColumnView, rows: readonly number[]): number[] {
  let until = -1;
  return rows.filter((row, at) => {
    const last = rows[at + AT_LEAST - 1];
    if (last !== undefined && view.startMs(last) - view.startMs(row) <= WITHIN_MS) until = at + AT_LEAST - 1;
    return at <= until;
  });
}

/** The calls that stand within a second of others, so that one look at a list counts and not a whole day. */
function densest(view: ColumnView, rows: readonly number[]): readonly number[] {
  let best: readonly [number, number] = [0, 0];
  let from = 0;
  for (let to = 0; to < rows.length; to++) {
    const end = view.startMs(rows[to] as number);
    while (end - view.startMs(rows[from] as number) > WITHIN_MS) from++;
    if (to + 1 - from > best[1] - best[0]) best = [from, to + 1];
  }
  return rows.slice(...best);
}
