import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { buildEntry } from '../entry/build-entry.ts';
import { tab } from '../testing/record-of.ts';
import { RequestLog } from './request-log.ts';

const noonMs = Date.UTC(2026, 10, 21, 12);
/** Seconds on the browser's clock at noon. */
const NOON = 5000;

let log: RequestLog;

beforeEach(() => {
  vi.useFakeTimers({ now: noonMs });
  log = new RequestLog({ onStarted() {}, onFinished() {}, onMessage() {} });
});
afterEach(() => {
  vi.useRealTimers();
});

const tell = (method: string, params: object) => log.take({ method: `Network.${method}`, params }, tab);

/** The document that opens the sockets: from it the two clocks are known. */
function openPage(): void {
  const request = { url: tab.url, method: 'GET', headers: {}, initialPriority: 'High' };
  const told = { requestId: 'page', loaderId: 'page', documentURL: tab.url, type: 'Document' };
  tell('requestWillBeSent', { ...told, request, timestamp: NOON, wallTime: noonMs / 1000, initiator: {} });
}

function openSocket(): void {
  tell('webSocketCreated', { requestId: 'socket', url: 'wss://portal.example.test/events' });
}

const socket = () => buildEntry([...log.records()].at(-1) as never, NOON + 30);

it('dates a socket to a host that refuses, though there never was a handshake', () => {
  openPage();
  vi.advanceTimersByTime(2000);
  openSocket();
  tell('webSocketFrameError', { requestId: 'socket', timestamp: NOON + 2.25, errorMessage: 'refused' });
  tell('webSocketClosed', { requestId: 'socket', timestamp: NOON + 2.25 });
  expect(socket()).toMatchObject({
    startedDateTime: '2026-11-21T12:00:02.000Z',
    time: 250,
    response: { status: 0 },
  });
});

it('has no phase below nothing, though the browser told of the socket a moment late', () => {
  openPage();
  vi.advanceTimersByTime(2010);
  openSocket();
  tell('webSocketFrameError', { requestId: 'socket', timestamp: NOON + 2, errorMessage: 'refused' });
  tell('webSocketClosed', { requestId: 'socket', timestamp: NOON + 2.125 });
  expect(socket()).toMatchObject({
    startedDateTime: '2026-11-21T12:00:02.000Z',
    time: 125,
    timings: { wait: 0, receive: 125 },
  });
});

it('says how long a socket to a host that does not answer has been open', () => {
  openPage();
  vi.advanceTimersByTime(2000);
  openSocket();
  expect(socket()).toMatchObject({
    startedDateTime: '2026-11-21T12:00:02.000Z',
    time: 0,
    _pending: true,
    _pendingMs: 28_000,
  });
});

it('takes the handshake for the beginning where there was one', () => {
  openPage();
  openSocket();
  const wallTime = noonMs / 1000 + 1;
  tell('webSocketWillSendHandshakeRequest', {
    requestId: 'socket',
    timestamp: NOON + 1,
    wallTime,
    request: { headers: {} },
  });
  expect(socket()).toMatchObject({ startedDateTime: '2026-11-21T12:00:01.000Z' });
});

it('takes no days for a socket of which nobody knows when it began', () => {
  openSocket();
  tell('webSocketFrameError', { requestId: 'socket', timestamp: NOON, errorMessage: 'refused' });
  tell('webSocketClosed', { requestId: 'socket', timestamp: NOON + 0.5 });
  expect(socket()).toMatchObject({ startedDateTime: '2026-11-21T12:00:00.000Z', time: 500 });
});
