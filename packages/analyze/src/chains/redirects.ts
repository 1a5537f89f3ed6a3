import type { Exchange } from '../exchange/exchange.ts';
import { fieldValue } from '../exchange/field-value.ts';
import type { CaptureView, ColumnView } from '../findings/capture-view.ts';

/** The browser follows at once; a slow machine takes this long. */
const FOLLOWED_WITHIN_MS = 2000;
const ROWS_AFTER = 200;
/** Browsers give up after 20 (Fetch standard, HTTP-redirect fetch). */
const MAX_HOPS = 20;

/** Redirects that follow each other, and what they led to. */
export interface RedirectChain {
  /** Rows of the redirects, in their order; at least one. */
  readonly hops: readonly [number, ...number[]];
  /** Row of the answer at the end; undefined where the capture does not hold it. */
  readonly target?: number;
}

/** Every chain of redirects of a capture, each redirect in one of them. Redirects are always opened. */
export function redirectChains(view: CaptureView): RedirectChain[] {
  const next = new Map<number, number>();
  const rows = view.openedRows.filter((row) => isRedirect(view, row));
  for (const row of rows) {
    const target = redirectTarget(view.exchange(row));
    const followed = target === undefined ? undefined : followedBy(view, row, target);
    if (followed !== undefined) next.set(row, followed);
  }
  const continued = new Set(next.values());
  return rows
    .filter((row) => !continued.has(row))
    .map((first) => {
      const hops: [number, ...number[]] = [first];
      let at = next.get(first);
      while (at !== undefined && isRedirect(view, at) && !hops.includes(at) && hops.length < MAX_HOPS) {
        hops.push(at);
        at = next.get(at);
      }
      return { hops, ...(at === undefined ? {} : { target: at }) };
    });
}

/** Where a redirect leads, as an absolute URL without its fragment; undefined = it does not say. RFC 9110 §10.2.2. */
export function redirectTarget(exchange: Exchange | undefined): string | undefined {
  if (exchange === undefined) return undefined;
  const { request, response } = exchange.entry;
  const location = fieldValue(response.headers, 'location') ?? response.redirectUrl ?? '';
  if (location === '' || !URL.canParse(location, request.url)) return undefined;
  return new URL(location, request.url).href.replace(/#.*$/s, '');
}

function isRedirect(view: ColumnView, row: number): boolean {
  const status = view.index.columns.status[row] as number;
  return status >= 300 && status < 400 && status !== 304;
}

/** The next request for this URL; by its host and the length of its URL where it was not opened. */
function followedBy(view: CaptureView, row: number, target: string): number | undefined {
  const host = new URL(target).host;
  const fromMs = view.startMs(row) - 1;
  const untilMs = view.startMs(row) + (view.durationMs(row) ?? 0) + FOLLOWED_WITHIN_MS;
  const at = view.position(row);
  for (let far = 1; far <= ROWS_AFTER; far++) {
    const other = view.rowsByStart[at + far];
    if (other === undefined || view.startMs(other) > untilMs) return undefined;
    if (view.startMs(other) < fromMs || view.host(other) !== host) continue;
    const url = view.exchange(other)?.entry.request.url.replace(/#.*$/s, '');
    const isSame = url === undefined ? view.index.columns.urlLength[other] === target.length : url === target;
    if (isSame) return other;
  }
  return undefined;
}

/** The redirect that led to an answer stands shortly before it. */
const ROWS_BEFORE_TARGET = 20;

/** Whether a redirect of the capture led to this exchange; asked while exchanges are read, before there are chains. */
export function wasLedTo(
  row: number,
  { entry }: Exchange,
  { view, exchange }: { readonly view: ColumnView; exchange(row: number): Exchange | undefined },
): boolean {
  const at = view.position(row);
  const target = entry.request.url.replace(/#.*$/s, '');
  return view.rowsByStart
    .slice(Math.max(0, at - ROWS_BEFORE_TARGET), at)
    .some((before) => isRedirect(view, before) && redirectTarget(exchange(before)) === target);
}
