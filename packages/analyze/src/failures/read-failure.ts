import { isDevTools } from '@harrier/har';
import type { NetworkFailure } from '@harrier/knowledge';
import type { Exchange } from '../exchange/exchange.ts';
import { fieldValue } from '../exchange/field-value.ts';
import { urlPlace } from '../exchange/path-template.ts';
import type { ColumnView } from '../findings/capture-view.ts';
import type { Failure } from './failure.ts';
import { isPreflight } from './is-preflight.ts';
import { namedParty } from './named-party.ts';
import { networkCodeOf, networkFailureOf } from './net-errors.ts';
import { preflightOf, requestOfPreflight } from './preflights.ts';
import { isCutInFiddler, readFiddlerAnswer } from './read-fiddler.ts';
import { readUnreadable } from './read-unreadable.ts';
import { readWebSocket } from './read-web-socket.ts';

/** What a reading may look at besides the exchange itself. */
interface Surroundings {
  readonly view: ColumnView;
  exchange(row: number): Exchange | undefined;
}

/** `told-elsewhere`: it failed, and another exchange is the one to report. */
type Reading = Failure | 'told-elsewhere' | undefined;
type Reader = (row: number, exchange: Exchange, around: Surroundings) => Reading;

/**
 * The readings in their order; the first that fits counts. What the browser did to an answer comes before what the
 * answer says, and the exact before the general.
 */
const readers: readonly Reader[] = [
  readPending,
  readPreflight,
  readWithheldAnswer,
  readUnsentRequest,
  readWebSocket,
  readFiddler,
  readNetwork,
  readAuth,
  readUpstream,
  readStatus,
  readInBody,
  readOther,
];

/** How an opened exchange failed; undefined = it did not. */
export function readFailure(row: number, exchange: Exchange, around: Surroundings): Failure | undefined {
  for (const reader of readers) {
    const failure = reader(row, exchange, around);
    if (failure !== undefined) return failure === 'told-elsewhere' ? undefined : failure;
  }
  return undefined;
}

function readPending(row: number, exchange: Exchange, { view }: Surroundings): Failure | undefined {
  return view.outcome(row) === 'pending' || exchange.entry.pending
    ? { row, exchange, reading: 'pending' }
    : undefined;
}

/**
 * A refused preflight is told with its request, which was never sent; or not at all, when that was answered after all.
 * Without its request it is the failure itself.
 */
function readPreflight(row: number, exchange: Exchange, { view }: Surroundings): Reading {
  const { entry } = exchange;
  if (!isPreflight(entry) || !isRefusedPreflight(exchange)) return undefined;
  if (requestOfPreflight(view, row) !== undefined) return 'told-elsewhere';
  if (isTransportFailure(entry.response.status, entry.error)) return undefined;
  return { row, exchange, reading: 'cors', sign: 'preflight-refused', preflightRow: row };
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
function readWithheldAnswer(row: number, exchange: Exchange): Failure | undefined {
  const { request, response, error } = exchange.entry;
  if ((response.status ?? 0) === 0 || !saysOnlyFailed(error)) return undefined;
  const origin = fieldValue(request.headers, 'origin');
  if (origin === undefined || isSameOrigin(origin, request.url)) return undefined;
  return { row, exchange, reading: 'cors', sign: 'answer-withheld' };
}

/** Never sent, and a preflight was: the browser did not get the permission it asked for. */
function readUnsentRequest(row: number, exchange: Exchange, around: Surroundings): Failure | undefined {
  const { response, error } = exchange.entry;
  if ((response.status ?? 0) !== 0 || !(error === undefined || saysOnlyFailed(error))) return undefined;
  const preflightRow = preflightOf(around.view, row, around.exchange);
  if (preflightRow === undefined) return undefined;
  const preflight = around.exchange(preflightRow);
  if (preflight === undefined) return undefined;
  const refused = isRefusedPreflight(preflight);
  // A preflight that met no server says nothing about permission.
  if (refused && isTransportFailure(preflight.entry.response.status, preflight.entry.error)) return undefined;
  const sign = refused ? 'preflight-refused' : 'preflight-insufficient';
  return { row, exchange, reading: 'cors', sign, preflightRow };
}

function isSameOrigin(origin: string, url: string): boolean {
  const { host } = urlPlace(url);
  return origin.toLowerCase() === `${url.slice(0, url.indexOf(':')).toLowerCase()}://${host}`;
}

/** Fiddler stands between browser and server, and answers for servers that it could not reach. */
function readFiddler(row: number, exchange: Exchange, { view }: Surroundings): Reading {
  if (view.capture.producer.id !== 'fiddler') return undefined;
  if (isCutInFiddler(exchange)) return { row, exchange, reading: 'network', network: 'cut' };
  return readFiddlerAnswer(row, exchange);
}

function readNetwork(row: number, exchange: Exchange, { view }: Surroundings): Reading {
  const { error, response } = exchange.entry;
  const isUnanswered = view.outcome(row) === 'no-response';
  // Some exporters write an object for `_error`, which the index does not see.
  if (!isUnanswered && (error === undefined || (response.status ?? 0) >= 400)) return undefined;
  // `data:`, `blob:`, `chrome-extension:` and the like never meet the network.
  if (error === undefined && !/^https?:/i.test(exchange.entry.request.url)) return undefined;
  const network = error === undefined ? silentFailure(exchange, view) : networkFailureOf(error);
  // Pages close event streams, leave downloads and navigate away; the answer had come.
  if (!isUnanswered && network === 'aborted') return undefined;
  const code = error === undefined ? undefined : networkCodeOf(error);
  return { row, exchange, reading: 'network', network, ...(code === undefined ? {} : { code }) };
}

/** Status 0 and no word why. */
function silentFailure({ entry }: Exchange, { capture }: ColumnView): NetworkFailure {
  // DevTools, for a request that an extension stopped: no error and next to no header fields (measured: one).
  const isBare = entry.response.headers.length === 0 && entry.request.headers.length <= 2;
  return isBare && isDevTools(capture.producer) ? 'blocked' : 'none';
}

function readAuth(row: number, exchange: Exchange): Failure | undefined {
  const { status } = exchange.entry.response;
  return status === 401 || status === 403 || status === 407 ? { row, exchange, reading: 'auth' } : undefined;
}

/** A gateway that passes on another status than its own, or names somebody else. */
function readUpstream(row: number, exchange: Exchange): Failure | undefined {
  const { status = 0 } = exchange.entry.response;
  if (status < 500 || exchange.error === undefined) return undefined;
  const { text, upstreamStatus } = exchange.error;
  const other = upstreamStatus === status ? undefined : upstreamStatus;
  const isGateway = status === 502 || status === 504;
  const party =
    exchange.error.upstreamParty ??
    (isGateway || other !== undefined
      ? namedParty(text, [exchange.requestText, exchange.responseText])
      : undefined);
  if (other === undefined && party === undefined) return undefined;
  return {
    row,
    exchange,
    reading: 'upstream',
    ...(party === undefined ? {} : { party }),
    ...(other === undefined ? {} : { upstreamStatus: other }),
  };
}

function readStatus(row: number, exchange: Exchange): Failure | undefined {
  const { status = 0 } = exchange.entry.response;
  if (status < 400) return undefined;
  return { row, exchange, reading: status >= 500 ? 'server' : 'client' };
}

function readInBody(row: number, exchange: Exchange): Failure | undefined {
  const { error } = exchange;
  return error === undefined || error.family === 'network'
    ? undefined
    : { row, exchange, reading: 'in-body' };
}

function readOther(row: number, exchange: Exchange, { view }: Surroundings): Failure | undefined {
  const unreadable = readUnreadable(row, exchange, view);
  return unreadable && { row, exchange, reading: 'unreadable', unreadable };
}
