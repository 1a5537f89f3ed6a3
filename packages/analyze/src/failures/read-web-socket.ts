import type { Entry, WebSocketMessage } from '@harrier/har';
import type { NetworkFailure } from '@harrier/knowledge';
import type { Exchange } from '../exchange/exchange.ts';
import type { FailureOf } from './failure.ts';
import { networkCodeOf, networkFailureOf } from './net-errors.ts';

/**
 * A WebSocket that was not opened: its handshake was answered with another status than 101, or with nothing. What DevTools
 * writes as an error among the messages says more than the entry's own fields, which say nothing.
 * RFC 6455 §4.1.
 */
export function readWebSocket(row: number, exchange: Exchange): FailureOf<'network'> | undefined {
  const { entry } = exchange;
  if (!isWebSocket(entry)) return undefined;
  if (entry.response.status === OPENED) return readBroken(row, exchange);
  const { status = 0 } = entry.response;
  if (status > 0 && status < 400) return undefined;
  const said = errorMessage(entry)?.data ?? entry.error;
  const code = said === undefined ? undefined : networkCodeOf(said);
  const below = said === undefined ? 'none' : networkFailureOf(said);
  // No name, no connection, no certificate: the same trouble as of any other request.
  if (status === 0 && below !== 'none' && code !== undefined)
    return { row, exchange, reading: 'network', network: below, code };
  const handshakeStatus = status > 0 ? status : statusIn(said);
  return {
    row,
    exchange,
    reading: 'network',
    network: 'web-socket',
    ...(handshakeStatus === undefined ? {} : { handshakeStatus }),
  };
}

/** It was opened: the status that switches protocols. RFC 9110 §15.2.2. */
export const OPENED = 101;

/** Broken off while it was open. What the page ended itself is told elsewhere. */
function readBroken(row: number, exchange: Exchange): FailureOf<'network'> | undefined {
  const { error } = exchange.entry;
  if (error === undefined || !brokenOff.has(networkFailureOf(error))) return undefined;
  const code = networkCodeOf(error);
  return {
    row,
    exchange,
    reading: 'network',
    network: 'web-socket',
    handshakeStatus: OPENED,
    ...(code === undefined ? {} : { code }),
  };
}

const brokenOff: ReadonlySet<NetworkFailure> = new Set([
  'reset',
  'cut',
  'empty',
  'timeout',
  'protocol',
  'none',
]);

/** Whether an exchange is the handshake of a WebSocket. */
export function isWebSocket({ resourceType, request }: Entry): boolean {
  return resourceType === 'websocket' || /^wss?:/i.test(request.url);
}

/** DevTools' own message about what broke; its `opcode` is -1. */
export function errorMessage(entry: Entry): WebSocketMessage | undefined {
  return entry.webSocketMessages?.find(({ type }) => type === 'error');
}

/** `Error during WebSocket handshake: Unexpected response code: 403` */
function statusIn(said: string | undefined): number | undefined {
  const status = /response code: (\d{3})\b/i.exec(said ?? '')?.[1];
  return status === undefined ? undefined : Number(status);
}

/** The opcode of a frame that closes a WebSocket. RFC 6455 §5.5.1. */
const CLOSE = 8;
/** Went as it should: done, left, and no code given. RFC 6455 §7.4.1. */
const wellClosed: ReadonlySet<number> = new Set([1000, 1001, 1005]);

/** With which code an open WebSocket was closed, and by whom, where the capture holds the frame and the code says trouble. */
export function badClose(
  entry: Entry,
): { readonly closeCode: number; readonly closedBy?: 'page' | 'server' } | undefined {
  const frame = entry.webSocketMessages?.find(({ opcode }) => opcode === CLOSE);
  const code = frame === undefined ? undefined : closeCodeIn(frame.data);
  if (frame === undefined || code === undefined || wellClosed.has(code)) return undefined;
  // These are never sent: whoever noticed the end wrote them down. RFC 6455 §7.4.1.
  const isSent = code !== 1006 && code !== 1015;
  const closedBy = frame.type === 'send' ? 'page' : frame.type === 'receive' ? 'server' : undefined;
  return { closeCode: code, ...(isSent && closedBy !== undefined ? { closedBy } : {}) };
}

/** The first two bytes, in base64 or as they are; some exporters write the number. */
function closeCodeIn(data: string): number | undefined {
  const written = /^\s{0,4}(\d{4})\b/.exec(data)?.[1];
  if (written !== undefined) return asCloseCode(Number(written));
  const bytes = /^[A-Za-z0-9+/]{3,}={0,2}$/.test(data) ? bytesOf(data) : data;
  return asCloseCode(((bytes.charCodeAt(0) & 0xff) << 8) | (bytes.charCodeAt(1) & 0xff));
}

function bytesOf(base64: string): string {
  try {
    return atob(base64.slice(0, 4));
  } catch {
    return base64;
  }
}

/** RFC 6455 §7.4.2: codes lie between 1000 and 4999. */
function asCloseCode(code: number): number | undefined {
  return code >= 1000 && code <= 4999 ? code : undefined;
}
