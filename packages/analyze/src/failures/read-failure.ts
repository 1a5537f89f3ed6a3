import { isDevTools } from '@harrier/har';
import type { NetworkFailure } from '@harrier/knowledge';
import type { Exchange } from '../exchange/exchange.ts';
import { urlPlace } from '../exchange/path-template.ts';
import type { ColumnView } from '../findings/capture-view.ts';
import type { Failure } from './failure.ts';
import { namedParty, silentParty } from './named-party.ts';
import { networkCodeOf, networkFailureOf } from './net-errors.ts';
import { readAuth } from './read-auth-failure.ts';
import { readCharlesAnswer } from './read-charles.ts';
import {
  readForbiddenAnswer,
  readPreflight,
  readUnsentRequest,
  readWithheldAnswer,
} from './read-cors-failure.ts';
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
  readForbiddenAnswer,
  readWebSocket,
  readFiddler,
  readCharlesAnswer,
  readAuth,
  readNetwork,
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
  // Chrome writes the script of a service worker so: no status, no error, and all its content.
  if (error === undefined && (response.content.size ?? 0) > 0) return undefined;
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

/** A gateway that passes on another status than its own, or names somebody else. */
function readUpstream(row: number, exchange: Exchange): Failure | undefined {
  const { status = 0 } = exchange.entry.response;
  if (status < 500 || exchange.error === undefined) return undefined;
  const { text, upstreamStatus } = exchange.error;
  const passedOn = upstreamStatus ?? statusInFields(exchange);
  const other = passedOn === status ? undefined : passedOn;
  const isGateway = status === 502 || status === 504;
  const party =
    exchange.error.upstreamParty ??
    (isGateway || other !== undefined
      ? namedParty(text, [exchange.requestText, exchange.responseText])
      : undefined) ??
    (status === 502 && other === undefined ? silentParty(text) : undefined);
  if (other === undefined && party === undefined) return undefined;
  return {
    row,
    exchange,
    reading: 'upstream',
    ...(party === undefined ? {} : { party }),
    ...(other === undefined ? {} : { upstreamStatus: other }),
  };
}

/** `X-Upstream-Status: 403`, as gateways are set up to tell it. */
const passedOnField =
  /^x-(?:upstream|backend|origin|target|proxied|service)-(?:http-|response-)?(?:status|code)(?:-code)?$/i;

function statusInFields({ entry }: Exchange): number | undefined {
  const value = entry.response.headers.find(({ name }) => passedOnField.test(name))?.value.trim() ?? '';
  return /^[45]\d\d$/.test(value) ? Number(value) : undefined;
}

function readStatus(row: number, exchange: Exchange): Failure | undefined {
  const { status = 0 } = exchange.entry.response;
  if (status < 400) return undefined;
  return { row, exchange, reading: status >= 500 ? 'server' : 'client' };
}

function readInBody(row: number, exchange: Exchange, { view }: Surroundings): Failure | undefined {
  const { error, entry } = exchange;
  if (isPersistedQueryRound(row, exchange, view)) return undefined;
  // What a page keeps under `blob:` and `data:` no server answered.
  if (!/^(?:https?|wss?):/i.test(entry.request.url)) return undefined;
  return error === undefined || error.family === 'network'
    ? undefined
    : { row, exchange, reading: 'in-body' };
}

/** Clients send the whole query at once after the answer. */
const PERSISTED_WITHIN_MS = 10_000;
const PERSISTED_WITHIN_ROWS = 60;

/**
 * GraphQL clients ask by a hash first; a service that does not know it yet says so inside a 200, and they send the whole query. Not a
 * failure where they did. Apollo's automatic persisted queries.
 */
function isPersistedQueryRound(row: number, { error, entry }: Exchange, view: ColumnView): boolean {
  if (!/PersistedQueryNot(?:Found|Supported)/.test(error?.text ?? '')) return false;
  const { host, path } = urlPlace(entry.request.url);
  const at = view.position(row);
  return view.rowsByStart.slice(at + 1, at + 1 + PERSISTED_WITHIN_ROWS).some((later) => {
    const place = view.place(later);
    return (
      place?.host === host &&
      place.path === path &&
      view.method(later) !== 'OPTIONS' &&
      view.outcome(later) === 'answered' &&
      view.startMs(later) - view.startMs(row) < PERSISTED_WITHIN_MS
    );
  });
}

function readOther(row: number, exchange: Exchange, around: Surroundings): Failure | undefined {
  const unreadable = readUnreadable(row, exchange, around);
  return unreadable && { row, exchange, reading: 'unreadable', unreadable };
}
