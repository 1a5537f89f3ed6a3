import type { Exchange } from '../../../exchange/exchange.ts';
import { fieldValue } from '../../../exchange/field-value.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import type { ColumnView } from '../../../findings/capture-view.ts';
import { oncePerCapture } from '../../../findings/once-per-capture.ts';
import type { Rule } from '../../../findings/rule.ts';
import { groupedBy } from '../../../slow/by-place.ts';
import { endMs, isSound, ordinaryRows, phaseMs } from '../../../slow/sound.ts';

/** Servers keep idle connections for some seconds at least (Apache's KeepAliveTimeout: 5 s). */
const KEPT_MS = 5000;
/** Once is chance, and browsers hold a second connection for requests without credentials. */
const AVOIDABLE = 3;
/** More than half of all requests to the host. */
const SHARE = 0.5;
const MAX_OPENED = 200;

/**
 * Finds hosts to which connections are opened again and again over HTTP/1.x, although one was free: an answer had ended within
 * the last five seconds, and no other request had taken its connection since. Also where requests come in pairs, or wait for their turn.
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
  const isOpening = (row: number) => (connect[row] as number) > 0;
  const isTheRule = (count: number, rows: readonly number[]) =>
    count >= AVOIDABLE && count > SHARE * rows.length;
  const found = groupedBy(ordinaryRows(view), (row) => view.host(row)).flatMap((rows) => {
    if (!isTheRule(rows.filter(isOpening).length, rows)) return [];
    const opening = besideFreeOnes(view, rows, isOpening);
    return isTheRule(opening.length, rows) ? opening : [];
  });
  return found.slice(0, MAX_OPENED);
});

/** Those of the opening rows of one host that could have taken a connection whose answer had ended; each such one can be taken once. */
function besideFreeOnes(
  view: ColumnView,
  rows: readonly number[],
  isOpening: (row: number) => boolean,
): number[] {
  // A request that waits for its turn looks for a connection when it has waited.
  const lookingMs = (row: number) => view.startMs(row) + phaseMs(view, 'blocked', row);
  const inTurn = [...rows].sort(
    (a, b) => lookingMs(a) - lookingMs(b) || Number(isOpening(a)) - Number(isOpening(b)),
  );
  let endsMs: number[] = [];
  return inTurn
    .filter((row) => {
      const nowMs = lookingMs(row);
      endsMs = endsMs.filter((end) => nowMs - end < KEPT_MS);
      const free = endsMs.findIndex((end) => end <= nowMs);
      if (free >= 0) endsMs.splice(free, 1);
      endsMs.push(endMs(view, row));
      return free >= 0 && isOpening(row);
    })
    .sort((a, b) => view.position(a) - view.position(b));
}
