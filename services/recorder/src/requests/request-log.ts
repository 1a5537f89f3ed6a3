import type { CdpEvent } from '../cdp/cdp-link.ts';
import type { Target } from '../targets/target.ts';
import { ExtraInfoPairing } from './extra-info.ts';
import type {
  Initiator,
  LoadingFailed,
  NetworkRequest,
  RequestExtraInfo,
  RequestWillBeSent,
  ResponseExtraInfo,
  ResponseReceived,
  WebSocketFrame,
} from './network-events.ts';
import { RequestRecord } from './request-record.ts';

/** What is told while requests come and go. */
export interface RequestListener {
  onStarted(record: RequestRecord): void;
  /** A body can be had from now on, and perhaps not for long. */
  onFinished(record: RequestRecord): void;
  /** A message of a WebSocket or an event stream, in the form of the capture. */
  onMessage(
    record: RequestRecord,
    field: '_webSocketMessages' | '_eventSourceMessages',
    message: object,
  ): void;
}

/** Pages of the browser itself are nobody's traffic. */
const ownScheme = /^(?:chrome|chrome-extension|chrome-untrusted|devtools|edge|about):/i;

interface Chain {
  readonly extra: ExtraInfoPairing;
  latest: RequestRecord | undefined;
  hops: number;
}

/**
 * The requests that are open or were finished a moment ago. Fed with the events of all sessions, because one request may be
 * told by several: a frame's document begins on its parent's session and ends on its own.
 */
export class RequestLog {
  readonly #listener: RequestListener;
  readonly #chains = new Map<string, Chain>();
  readonly #open = new Set<RequestRecord>();
  /** Seconds from the browser's clock to the wall's, as the newest request told. */
  #clockOffset: number | undefined;

  constructor(listener: RequestListener) {
    this.#listener = listener;
  }

  /** Requests that were not given up by {@link forget}, in the order in which they began. */
  records(): Iterable<RequestRecord> {
    return this.#open;
  }

  /** The newest hop of a request. */
  latest(requestId: string): RequestRecord | undefined {
    return this.#chains.get(requestId)?.latest;
  }

  /** What was written needs no memory any more. */
  forget(record: RequestRecord): void {
    this.#open.delete(record);
    const chain = this.#chains.get(record.requestId);
    if (chain?.latest === record) this.#chains.delete(record.requestId);
  }

  take({ method, params }: CdpEvent, target: Target): void {
    switch (method) {
      case 'Network.requestWillBeSent':
        this.#begin(params as RequestWillBeSent, target);
        break;
      case 'Network.requestServedFromCache':
        this.#with(params, (record) => record.servedFromMemory());
        break;
      case 'Network.resourceChangedPriority':
        this.#with(params, (record) => {
          record.priority = (params as { newPriority: string }).newPriority;
        });
        break;
      case 'Network.responseReceived':
        this.#answer(params as ResponseReceived, target);
        break;
      case 'Network.dataReceived': {
        const data = params as { timestamp: number; dataLength: number; encodedDataLength: number };
        this.#with(params, (record) =>
          record.receive(data.timestamp, data.dataLength, data.encodedDataLength),
        );
        break;
      }
      case 'Network.loadingFinished': {
        const { timestamp, encodedDataLength } = params as { timestamp: number; encodedDataLength: number };
        this.#with(params, (record) => this.#finish(record, timestamp, encodedDataLength));
        break;
      }
      case 'Network.loadingFailed': {
        const failure = params as LoadingFailed;
        this.#with(params, (record) => {
          record.failure = failure;
          record.type = failure.type;
          this.#finish(record, failure.timestamp);
        });
        break;
      }
      case 'Network.requestWillBeSentExtraInfo':
        this.#chain((params as RequestExtraInfo).requestId).extra.addRequest(params as RequestExtraInfo);
        break;
      case 'Network.responseReceivedExtraInfo':
        this.#chain((params as ResponseExtraInfo).requestId).extra.addResponse(params as ResponseExtraInfo);
        break;
      case 'Network.eventSourceMessageReceived': {
        const { timestamp, eventName, eventId, data } = params as {
          timestamp: number;
          eventName: string;
          eventId: string;
          data: string;
        };
        this.#with(params, (record) =>
          this.#listener.onMessage(record, '_eventSourceMessages', {
            time: wallTimeAt(record, timestamp),
            eventName,
            eventId,
            data,
          }),
        );
        break;
      }
      default:
        if (method.startsWith('Network.webSocket')) this.#takeSocket(method, params, target);
    }
  }

  #begin(event: RequestWillBeSent, target: Target): void {
    if (ownScheme.test(event.request.url)) return;
    const chain = this.#chain(event.requestId);
    const before = chain.latest;
    if (before !== undefined) {
      // A service worker's script is told twice.
      if (event.redirectResponse === undefined) return;
      before.answer(event.redirectResponse, event.timestamp);
      if (event.type !== undefined) before.type = event.type;
      chain.extra.announce(before, event.redirectHasExtraInfo === true);
      before.isRedirect = true;
      this.#finish(before, event.timestamp);
    }
    const record = new RequestRecord({
      requestId: event.requestId,
      hop: chain.hops++,
      target: before?.target ?? target,
      documentUrl: before?.documentUrl ?? event.documentURL,
      loaderId: before?.loaderId ?? event.loaderId,
      frameId: event.frameId ?? before?.frameId,
      initiator: before?.initiator ?? event.initiator,
      hasUserGesture: event.hasUserGesture === true,
      type: event.type ?? 'Other',
      request: event.request,
    });
    record.issue(event.timestamp, event.wallTime);
    this.#clockOffset = event.wallTime - event.timestamp;
    this.#add(chain, record);
  }

  #add(chain: Chain, record: RequestRecord): void {
    chain.latest = record;
    this.#open.add(record);
    chain.extra.addHop(record);
    this.#listener.onStarted(record);
  }

  #answer(event: ResponseReceived, target: Target): void {
    const { requestId, response, timestamp, type, hasExtraInfo } = event;
    const chain = this.#chain(requestId);
    const record = chain.latest ?? this.#beginLate(chain, event, target);
    if (record === undefined) return;
    record.type = type;
    record.answer(response, timestamp);
    chain.extra.announce(record, hasExtraInfo === true);
  }

  /**
   * A request whose beginning was not told: it was under way when recording began, or it is the script of a service worker, of which
   * Chromium 156 tells the browser's session only the answer. What it said is taken from the answer.
   */
  #beginLate(chain: Chain, event: ResponseReceived, target: Target): RequestRecord | undefined {
    const { requestId, response, timestamp, type } = event;
    if (ownScheme.test(response.url) || this.#clockOffset === undefined) return undefined;
    const record = new RequestRecord({
      requestId,
      hop: chain.hops++,
      target,
      documentUrl: target.url,
      loaderId: event.loaderId ?? '',
      frameId: event.frameId,
      initiator: undefined,
      hasUserGesture: false,
      type,
      request: {
        url: response.url,
        method: 'GET',
        headers: response.requestHeaders ?? {},
        initialPriority: '',
      },
    });
    const issueTime = response.timing?.requestTime ?? timestamp;
    record.issue(issueTime, issueTime + this.#clockOffset);
    this.#add(chain, record);
    return record;
  }

  #finish(record: RequestRecord, timestamp: number, transferSize?: number): void {
    const isOver = record.isFinished;
    // A frame that was refused fails, and ends once more with the browser's own page in its place. DevTools takes the last end.
    record.finish(timestamp, transferSize);
    if (isOver) return;
    this.#chains.get(record.requestId)?.extra.finish(record);
    this.#listener.onFinished(record);
  }

  #takeSocket(method: string, params: unknown, target: Target): void {
    const { requestId } = params as { requestId: string };
    switch (method) {
      case 'Network.webSocketCreated': {
        const { url, initiator } = params as { url: string; initiator?: Initiator };
        const chain = this.#chain(requestId);
        if (chain.latest !== undefined) return;
        const request: NetworkRequest = { url, method: 'GET', headers: {}, initialPriority: '' };
        const record = new RequestRecord({
          requestId,
          hop: chain.hops++,
          target,
          documentUrl: target.url,
          loaderId: '',
          frameId: undefined,
          initiator,
          hasUserGesture: false,
          type: 'WebSocket',
          request,
        });
        // Only the handshake says when: a host that does not answer is never shaken hands with.
        const wallTime = Date.now() / 1000;
        record.issue(wallTime - (this.#clockOffset ?? wallTime), wallTime);
        this.#add(chain, record);
        break;
      }
      case 'Network.webSocketWillSendHandshakeRequest': {
        const { timestamp, wallTime, request } = params as {
          timestamp: number;
          wallTime: number;
          request: { headers: NetworkRequest['headers'] };
        };
        this.#with(params, (record) => {
          record.request = { ...record.request, headers: request.headers };
          record.issue(timestamp, wallTime);
        });
        break;
      }
      case 'Network.webSocketHandshakeResponseReceived': {
        const { timestamp, response } = params as {
          timestamp: number;
          response: {
            status: number;
            statusText: string;
            headers: NetworkRequest['headers'];
            headersText?: string;
            requestHeaders?: NetworkRequest['headers'];
          };
        };
        this.#with(params, (record) => {
          record.answer(
            {
              url: record.request.url,
              status: response.status,
              statusText: response.statusText,
              headers: response.headers,
              mimeType: '',
              connectionReused: false,
              connectionId: 0,
              encodedDataLength: -1,
              protocol: 'websocket',
              ...(response.requestHeaders === undefined ? {} : { requestHeaders: response.requestHeaders }),
            },
            timestamp,
          );
        });
        break;
      }
      case 'Network.webSocketFrameSent':
      case 'Network.webSocketFrameReceived': {
        const { timestamp, response } = params as { timestamp: number; response: WebSocketFrame };
        const type = method.endsWith('Sent') ? 'send' : 'receive';
        this.#socketMessage(params, timestamp, type, response.opcode, response.payloadData);
        break;
      }
      case 'Network.webSocketFrameError': {
        const { timestamp, errorMessage } = params as { timestamp: number; errorMessage: string };
        this.#socketMessage(params, timestamp, 'error', -1, errorMessage);
        break;
      }
      case 'Network.webSocketClosed':
        this.#with(params, (record) => {
          const { timestamp } = params as { timestamp: number };
          beganBy(record, timestamp);
          this.#finish(record, timestamp);
        });
        break;
    }
  }

  /** DevTools counts each message as an answer, so that the waiting phase reaches to the last one. */
  #socketMessage(params: unknown, timestamp: number, type: string, opcode: number, data: string): void {
    this.#with(params, (record) => {
      beganBy(record, timestamp);
      record.responseTime = timestamp;
      this.#listener.onMessage(record, '_webSocketMessages', {
        type,
        time: wallTimeAt(record, timestamp),
        opcode,
        data,
      });
    });
  }

  #with(params: unknown, use: (record: RequestRecord) => void): void {
    const record = this.#chains.get((params as { requestId: string }).requestId)?.latest;
    if (record !== undefined) use(record);
  }

  #chain(requestId: string): Chain {
    let chain = this.#chains.get(requestId);
    if (chain === undefined) {
      chain = { extra: new ExtraInfoPairing(), latest: undefined, hops: 0 };
      this.#chains.set(requestId, chain);
      if (this.#chains.size > this.#open.size + MAX_STRAY_CHAINS) this.#dropStrays();
    }
    return chain;
  }

  #dropStrays(): void {
    for (const [requestId, { latest }] of this.#chains)
      if (latest === undefined) this.#chains.delete(requestId);
  }
}

/** Of a socket without handshake the beginning is a guess, or not known at all: it is no later than the first thing that is told. */
function beganBy(record: RequestRecord, timestamp: number): void {
  const { issueTime, wallTime } = record;
  if (issueTime > 0 && issueTime <= timestamp) return;
  record.issue(timestamp, issueTime === 0 ? wallTime : wallTime - (issueTime - timestamp));
}

/** Extra info may come long before its request, or for one that nobody records; this many ids are waited for. */
const MAX_STRAY_CHAINS = 2000;

/** Seconds since 1970 of a moment on the monotonic clock, by the request's own pair of clocks, as DevTools does. */
export function wallTimeAt({ wallTime, issueTime }: RequestRecord, timestamp: number): number {
  return wallTime === 0 ? timestamp : wallTime - issueTime + timestamp;
}
