import type { Exchange } from '../exchange/exchange.ts';
import { preflightOf } from '../failures/preflights.ts';
import type { CaptureView } from '../findings/capture-view.ts';

/** A redirect is followed, and a request repeated, within a minute; later it is another attempt of the person. */
const FOLLOWED_WITHIN_MS = 60_000;

/**
 * The row with which the trouble of a row began: of a request its preflight, of what a redirect leads to the redirect, of
 * a retry the first attempt, of what a failed document or script should have fetched that document or script. A row that
 * nothing led to is its own.
 */
export function causalChains(view: CaptureView): (row: number) => number {
  const links = linksOf(view);
  return (row) => {
    const seen = new Set([row]);
    let at = row;
    for (let cause = links.get(at); cause !== undefined && !seen.has(cause); cause = links.get(at)) {
      seen.add(cause);
      at = cause;
    }
    return at;
  };
}

function linksOf(view: CaptureView): ReadonlyMap<number, number> {
  const links = new Map<number, number>();
  const failed = new Set(view.failures.map(({ row }) => row));
  /** The latest redirect to a URL, the first failure of a request, and the latest failure at a URL. */
  const redirects = new Map<string, number>();
  const attempts = new Map<string, number>();
  const broken = new Map<string, number>();
  for (const row of view.openedRows) {
    const exchange = view.exchange(row);
    if (exchange === undefined) continue;
    const url = view.url(row) ?? exchange.entry.request.url;
    const method = view.method(row);
    const recent = (cause: number | undefined) =>
      cause !== undefined && view.startMs(row) - view.startMs(cause) <= FOLLOWED_WITHIN_MS
        ? cause
        : undefined;
    // One URL may take many commands; what was sent tells them apart.
    const hasFailed = failed.has(row);
    const attempt = hasFailed ? `${method} ${url} ${exchange.requestText ?? ''}` : '';
    const cause =
      (hasFailed ? preflightOf(view, row, view.exchange) : undefined) ??
      recent(redirects.get(withoutFragment(url))) ??
      (hasFailed ? recent(attempts.get(attempt)) : undefined) ??
      brokenInitiator(exchange, broken);
    if (cause !== undefined && cause !== row) links.set(row, cause);
    const target = redirectTarget(exchange, view.index.columns.status[row] as number);
    if (target !== undefined) redirects.set(target, row);
    if (!hasFailed) continue;
    if (!attempts.has(attempt)) attempts.set(attempt, row);
    const { resourceType } = exchange.entry;
    if (resourceType === 'script' || resourceType === 'document') broken.set(url, row);
  }
  return links;
}

function redirectTarget(exchange: Exchange, status: number): string | undefined {
  if (status < 300 || status > 399) return undefined;
  const { request, response } = exchange.entry;
  const { redirectUrl } = response;
  if (redirectUrl === undefined || redirectUrl === '') return undefined;
  try {
    return withoutFragment(new URL(redirectUrl, request.url).href);
  } catch {
    return undefined;
  }
}

function brokenInitiator(exchange: Exchange, broken: ReadonlyMap<string, number>): number | undefined {
  if (broken.size === 0) return undefined;
  const { initiator } = exchange.entry;
  return initiator?.url === undefined ? undefined : broken.get(initiator.url);
}

function withoutFragment(url: string): string {
  const at = url.indexOf('#');
  return at < 0 ? url : url.slice(0, at);
}
