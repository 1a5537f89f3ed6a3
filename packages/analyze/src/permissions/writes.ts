import { holdsPostData } from '../exchange/content-bytes.ts';
import { requestJson, responseJson } from '../exchange/json-body.ts';
import type { CaptureView, ColumnView } from '../findings/capture-view.ts';
import { oncePerCapture } from '../findings/once-per-capture.ts';

/** A change of a resource that was accepted, with what the same URL said before and after. */
export interface Write {
  readonly row: number;
  /** What was sent. */
  readonly sent: unknown;
  /** The last answer to a GET of the same URL before the change. */
  readonly before?: { readonly row: number; readonly value: unknown };
  /** Answers to GETs of the same URL after it, up to the next change; none of another host or person. */
  readonly after: readonly { readonly row: number; readonly value: unknown }[];
}

/** More changes in one capture are a load test. */
const MAX_WRITES = 60;

/** Of the reads of a change's URL, so many before it and after it: the last one counts, if it is one that can be read. */
const READS_AROUND = 2;
/** Where the URL was not kept, others may have its length. */
const READS_ALIKE = 8;

/** Rows of accepted changes with a body, and of the nearest GETs of the same URL; where it was not kept, of the same host and length. */
export const writesAndReads = oncePerCapture((view: ColumnView): readonly number[] => {
  const { urlLength } = view.index.columns;
  const changes = view.rowsOfKinds((row) => writing.test(view.method(row)));
  const writes = changes.filter((row) => isWrite(view, row)).slice(-MAX_WRITES);
  const placeOf = (row: number) => view.url(row) ?? `${view.host(row)} ${urlLength[row]}`;
  const uses = new Map<string, number[]>(writes.map((row) => [placeOf(row), []]));
  if (uses.size === 0) return [];
  const hosts = new Set(writes.map((row) => view.host(row)));
  const related = view.rowsOfKinds(
    (row) => hosts.has(view.host(row)) && (view.method(row) === 'GET' || writing.test(view.method(row))),
  );
  for (const row of related)
    if (view.method(row) === 'GET' || isWrite(view, row)) uses.get(placeOf(row))?.push(row);
  const nearest = writes.flatMap((row) => {
    const around = view.url(row) === undefined ? READS_ALIKE : READS_AROUND;
    const all = uses.get(placeOf(row)) ?? [];
    const at = all.indexOf(row);
    const next = all.findIndex((other, place) => place > at && isWrite(view, other));
    const reads = (rows: readonly number[]) => rows.filter((other) => view.method(other) === 'GET');
    const before = reads(all.slice(0, at)).slice(-around);
    const after = reads(all.slice(at + 1, next < 0 || around === READS_ALIKE ? undefined : next));
    return [...before, ...(around === READS_ALIKE ? after.slice(0, around) : after.slice(-around))];
  });
  return [...writes, ...new Set(nearest)];
});

const writing = /^(?:PUT|PATCH)$/;

/** PUT and PATCH say which resource they change; what a POST makes has another URL (RFC 9110 §9.3). */
function isWrite(view: ColumnView, row: number): boolean {
  const code = view.index.columns.status[row] as number;
  return (
    writing.test(view.method(row)) &&
    code >= 200 &&
    code < 300 &&
    holdsPostData(view.index, row) &&
    view.outcome(row) === 'answered'
  );
}

/** The accepted changes among the opened rows, each with its reads, in the order in which things happened. */
export function writesOf(view: CaptureView): Write[] {
  const byUrl = new Map<string, number[]>();
  for (const row of view.openedRows) {
    if (!isWrite(view, row) && view.method(row) !== 'GET') continue;
    const url = view.url(row) ?? view.exchange(row)?.entry.request.url;
    if (url === undefined) continue;
    byUrl.set(url, [...(byUrl.get(url) ?? []), row]);
  }
  const writes: Write[] = [];
  for (const rows of byUrl.values()) {
    rows.forEach((row, at) => {
      const exchange = isWrite(view, row) ? view.exchange(row) : undefined;
      const sent = exchange === undefined ? undefined : requestJson(exchange);
      if (typeof sent !== 'object' || sent === null) return;
      const next = rows.findIndex((other, place) => place > at && isWrite(view, other));
      const before = rows
        .slice(0, at)
        .flatMap((other) => readOf(view, other))
        .at(-1);
      const after = rows.slice(at + 1, next < 0 ? undefined : next).flatMap((other) => readOf(view, other));
      writes.push({ row, sent, ...(before === undefined ? {} : { before }), after });
    });
  }
  return writes.sort((a, b) => view.position(a.row) - view.position(b.row));
}

function readOf(view: CaptureView, row: number): { row: number; value: unknown }[] {
  const exchange = view.method(row) === 'GET' ? view.exchange(row) : undefined;
  const value =
    exchange === undefined || view.outcome(row) !== 'answered' ? undefined : responseJson(exchange);
  return typeof value === 'object' && value !== null ? [{ row, value }] : [];
}
