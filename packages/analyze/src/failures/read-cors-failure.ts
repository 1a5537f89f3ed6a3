import { isLocalHost } from '../cors/local-host.ts';
import { isSameOrigin, pageOrigin } from '../cors/origin.ts';
import { preflightVerdict } from '../cors/preflight-check.ts';
import { answerVerdict, type CorsVerdict } from '../cors/verdict.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { fieldValue } from '../exchange/field-value.ts';
import type { ColumnView } from '../findings/capture-view.ts';
import { asTold, corsErrorOf } from '../told/cors-error.ts';
import type { Failure } from './failure.ts';
import { isPreflight } from './is-preflight.ts';
import { preflightOf, requestOfPreflight } from './preflights.ts';

interface Surroundings {
  readonly view: ColumnView;
  exchange(row: number): Exchange | undefined;
}

/**
 * A refused preflight is told with its request, which was never sent; or not at all, when that was answered after all.
 * Without its request it is the failure itself: Fiddler sees only what was sent.
 */
export function readPreflight(
  row: number,
  exchange: Exchange,
  { view }: Surroundings,
): Failure | 'told-elsewhere' | undefined {
  const { entry } = exchange;
  if (!isPreflight(entry)) return undefined;
  const refused = isRefusedPreflight(exchange);
  const verdict = preflightVerdict(entry, refused ? 'refused' : 'unknown');
  if (!refused && verdict === undefined) return undefined;
  if (requestOfPreflight(view, row) !== undefined) return refused ? 'told-elsewhere' : undefined;
  if (isTransportFailure(entry.response.status, entry.error)) return undefined;
  return {
    row,
    exchange,
    reading: 'cors',
    sign: refused ? 'preflight-refused' : 'preflight-insufficient',
    preflightRow: row,
    ...(verdict === undefined ? {} : { verdict }),
  };
}

/** Fetch standard: a preflight must be answered with an ok status (200–299), without a redirect. */
function isRefusedPreflight({ entry }: Exchange): boolean {
  const { status = 0 } = entry.response;
  return status < 200 || status > 299;
}

/** Status 0 with a reason below HTTP: that is a network failure, wherever it happened. */
function isTransportFailure(status: number | undefined, error: string | undefined): boolean {
  return (status ?? 0) === 0 && !saysOnlyFailed(error);
}

/** `net::ERR_FAILED` is what Chrome writes when the network worked and the browser itself said no. */
function saysOnlyFailed(error: string | undefined): boolean {
  return error !== undefined && /\bERR_FAILED\b|\bERR_INVALID_REDIRECT\b|cors/i.test(error);
}

/** The answer came in whole, and the browser did not let the page read it. */
export function readWithheldAnswer(row: number, exchange: Exchange): Failure | undefined {
  const { request, response, error } = exchange.entry;
  if ((response.status ?? 0) === 0 || !saysOnlyFailed(error)) return undefined;
  const origin = fieldValue(request.headers, 'origin');
  if (origin === undefined || isSameOrigin(origin, request.url)) return undefined;
  const verdict = asTold(exchange, answerVerdict(exchange.entry, origin, true), exchange.entry, origin);
  return {
    row,
    exchange,
    reading: 'cors',
    sign: 'answer-withheld',
    ...(verdict === undefined ? {} : { verdict }),
  };
}

/**
 * The same where the exporter writes no word of it (Firefox, Safari, Fiddler): the request was a CORS request of a page
 * of another origin, and the answer's own fields forbid the page to read it, which every browser obeys.
 */
export function readForbiddenAnswer(
  row: number,
  exchange: Exchange,
  { view }: Surroundings,
): Failure | undefined {
  const { entry } = exchange;
  if (entry.error !== undefined || (entry.response.status ?? 0) === 0 || entry.response.headers.length === 0)
    return undefined;
  const origin = fieldValue(entry.request.headers, 'origin');
  if (origin === undefined || isSameOrigin(origin, entry.request.url) || !isCorsRequest(exchange))
    return undefined;
  if (writesCorsErrors(view) || isProxysOwn(exchange)) return undefined;
  const verdict = answerVerdict(entry, origin, false);
  return verdict === undefined
    ? undefined
    : { row, exchange, reading: 'cors', sign: 'answer-withheld', verdict };
}

/**
 * Asked for by a script that must pass the CORS check. Sec-Fetch-Mode says so; without it, Origin on a GET does, while
 * forms and beacons send Origin with their POST, too. WebSockets send it and know no CORS.
 */
function isCorsRequest({ entry }: Exchange): boolean {
  const { headers, method } = entry.request;
  if (isPreflight(entry) || entry.response.status === 101 || entry.resourceType === 'websocket') return false;
  const mode = fieldValue(headers, 'sec-fetch-mode');
  return mode === undefined ? /^(?:GET|PUT|PATCH|DELETE)$/.test(method) : mode.trim() === 'cors';
}

/** Fiddler answers itself where no server does; that page has no field of the service. Seen in: Fiddler 5, 502 and 504. */
function isProxysOwn({ responseText, entry }: Exchange): boolean {
  return (
    /^\s*\[Fiddler\]/.test(responseText ?? '') ||
    fieldValue(entry.response.headers, 'fiddlertemplate') !== undefined
  );
}

/** DevTools of Chromium write an `_error` beside every CORS failure, so an answer without one was read. */
export function writesCorsErrors({ capture }: ColumnView): boolean {
  return /^(?:chrome|edge|opera|chromium)$/.test(capture.producer.id);
}

/** Never sent, and a preflight was: the browser did not get the permission it asked for. */
export function readUnsentRequest(
  row: number,
  exchange: Exchange,
  around: Surroundings,
): Failure | undefined {
  const { response, error } = exchange.entry;
  if ((response.status ?? 0) !== 0 || !(error === undefined || saysOnlyFailed(error))) return undefined;
  const preflightRow = preflightOf(around.view, row, around.exchange);
  const preflight = preflightRow === undefined ? undefined : around.exchange(preflightRow);
  if (preflightRow === undefined || preflight === undefined) return readUnseen(row, exchange, around.view);
  const refused = isRefusedPreflight(preflight);
  // A preflight that met no server says nothing about permission.
  if (refused && isTransportFailure(preflight.entry.response.status, preflight.entry.error)) return undefined;
  const origin = fieldValue(preflight.entry.request.headers, 'origin') ?? pageOrigin(exchange.entry);
  const rebuilt = preflightVerdict(preflight.entry, 'refused');
  const verdict = asTold(exchange, rebuilt, preflight.entry, origin);
  return {
    row,
    exchange,
    reading: 'cors',
    sign: refused ? 'preflight-refused' : 'preflight-insufficient',
    preflightRow,
    ...(verdict === undefined ? {} : { verdict }),
  };
}

/** `net::ERR_FAILED` for a page of another origin, without an answer or a preflight: Playwright leaves both out. */
function readUnseen(row: number, exchange: Exchange, view: ColumnView): Failure | undefined {
  const { request, error, resourceType = '' } = exchange.entry;
  if (error === undefined || !/\bERR_FAILED\b/.test(error)) return undefined;
  const isTold = corsErrorOf(exchange) !== undefined;
  if (!isTold && !['', 'xhr', 'fetch', 'font', 'other'].includes(resourceType)) return undefined;
  const origin = pageOrigin(exchange.entry);
  // A sandboxed frame sends no Referer; the page that was opened last stands for it.
  const isOwn = origin === undefined ? !isForeign(view, row) : isSameOrigin(origin, request.url);
  if (!isTold && isOwn) return undefined;
  const guessed: CorsVerdict | undefined =
    isLocalHost(request.url) && origin !== undefined && !isLocalHost(origin)
      ? { reason: 'LocalNetworkAccessPermissionDenied', preflight: false }
      : undefined;
  const verdict = asTold(exchange, guessed, undefined, origin);
  return {
    row,
    exchange,
    reading: 'cors',
    sign: 'not-in-capture',
    ...(verdict === undefined ? {} : { verdict }),
  };
}

/** Asked of another host than that of the page opened last. */
function isForeign(view: ColumnView, row: number): boolean {
  for (let at = view.position(row) - 1; at >= 0; at--) {
    const before = view.rowsByStart[at] as number;
    if (view.resourceType(before) === 'document') return view.host(before) !== view.host(row);
  }
  return false;
}
