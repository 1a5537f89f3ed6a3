import type { Exchange } from '../../../exchange/exchange.ts';
import { fieldValue } from '../../../exchange/field-value.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import type { ColumnView } from '../../../findings/capture-view.ts';
import { oncePerCapture } from '../../../findings/once-per-capture.ts';
import type { Rule } from '../../../findings/rule.ts';
import { groupedBy } from '../../../slow/by-place.ts';
import { endMs, isSound, ordinaryRows } from '../../../slow/sound.ts';

/** Servers keep idle connections for some seconds at least (Apache's KeepAliveTimeout: 5 s). */
const KEPT_MS = 5000;
/** Once is chance, and browsers hold a second connection for requests without credentials. */
const AVOIDABLE = 3;
/** More than half of all requests to the host. */
const SHARE = 0.5;
const MAX_OPENED = 200;

/**
 * Finds hosts to which connections are opened again and again over HTTP/1.x, although the one before was free: nothing else
 * was running to the host, and an answer had ended within the last five seconds.
 * Quiet on: the first connections to a host, connections opened for parallel requests, HTTP/2 and 3, long pauses.
 */
export const noReuse: Rule<'slow/no-reuse'> = {
  meta: { id: 'slow/no-reuse', severity: 'warning', class: 'proven', knowledgeId: 'timing/connecting' },
  opens: (view) => avoidable(view),
  *detect(view) {
    const opened = avoidable(view)
      .filter((row) => isSound(view, row))
      .flatMap((row) => view.exchange(row) ?? [])
      .filter(isHttp1);
    for (const group of groupedBy(opened, ({ entry }) => view.host(entry.index))) {
      if (group.length < AVOIDABLE) continue;
      const [first] = group;
      const { connect, dns } = view.index.columns;
      const setupMs = group.reduce(
        (sum, { entry }) =>
          sum + (connect[entry.index] as number) + Math.max(0, (dns[entry.index] as number) || 0),
        0,
      );
      const closing = group.find(({ entry }) => saysClose(entry.response.headers)) ?? first;
      const closed = saysClose(closing.entry.response.headers);
      yield {
        entries: [...group.map(({ entry }) => entry.index), ...thrownAway(view, group)],
        evidence: [
          { entry: first.entry.index, pointer: '/timings/connect', role: 'cause' },
          ...(closed ? headerEvidence(closing, 'response', 'connection', 'cause') : []),
        ],
        facts: { ...exchangeFacts(first, group.length), setupMs: Math.round(setupMs), closed },
      };
    }
  },
};

/** The requests whose connection was free when the next one opened its own. */
function thrownAway(view: ColumnView, opening: readonly Exchange[]): number[] {
  const rows = view.rowsOfKinds((row) => view.host(row) === view.host(opening[0]?.entry.index ?? 0));
  const known = new Set(opening.map(({ entry }) => entry.index));
  return rows.filter((row, at) => !known.has(row) && known.has(rows[at + 1] ?? -1));
}

function isHttp1({ entry }: Exchange): boolean {
  return /^http\/1/i.test(entry.response.httpVersion ?? entry.request.httpVersion ?? '');
}

function saysClose(headers: Exchange['entry']['response']['headers']): boolean {
  return /\bclose\b/i.test(fieldValue(headers, 'connection') ?? '');
}

/** Rows that opened a connection although one was free, of hosts where that is the rule. */
const avoidable = oncePerCapture((view: ColumnView): readonly number[] => {
  const { connect } = view.index.columns;
  const found = groupedBy(ordinaryRows(view), (row) => view.host(row)).flatMap((rows) => {
    const opening: number[] = [];
    let lastEndMs = Number.NEGATIVE_INFINITY;
    for (const row of rows) {
      const start = view.startMs(row);
      const wasFree = lastEndMs <= start && start - lastEndMs < KEPT_MS;
      if (wasFree && (connect[row] as number) > 0) opening.push(row);
      lastEndMs = Math.max(lastEndMs, endMs(view, row));
    }
    return opening.length >= AVOIDABLE && opening.length > SHARE * rows.length ? opening : [];
  });
  return found.slice(0, MAX_OPENED);
});
