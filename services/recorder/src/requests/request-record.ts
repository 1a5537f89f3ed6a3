import type { Target } from '../targets/target.ts';
import type {
  Initiator,
  LoadingFailed,
  NetworkRequest,
  NetworkResponse,
  RequestExtraInfo,
  ResourceTiming,
  ResponseExtraInfo,
} from './network-events.ts';

/** What `Network.getResponseBody` gave, or why it gave nothing. */
export type RecordedBody =
  | { readonly text: string; readonly isBase64: boolean }
  | { readonly absent: 'evicted' | 'over-limit' | 'not-asked' };

/**
 * One request, as far as the browser has told of it: a row of DevTools' list, each hop of a redirect its own. Times are seconds on
 * the browser's monotonic clock. How times correct each other follows DevTools, so that both say the same of one run.
 */
export class RequestRecord {
  readonly requestId: string;
  /** Which hop of a chain of redirects, from 0. */
  readonly hop: number;
  readonly target: Target;
  readonly documentUrl: string;
  readonly loaderId: string;
  readonly frameId: string | undefined;
  readonly initiator: Initiator | undefined;
  readonly hasUserGesture: boolean;
  /** Page that it belongs to; see `pages.ts`. */
  pageId: string | undefined;

  request: NetworkRequest;
  issueTime = 0;
  /** Seconds since 1970 at `issueTime`. */
  wallTime = 0;
  startTime = 0;
  type: string;
  priority: string | undefined;

  response: NetworkResponse | undefined;
  responseTime: number | undefined;
  endTime: number | undefined;
  timing: ResourceTiming | undefined;
  transferSize = 0;
  contentSize = 0;
  isFromMemoryCache = false;

  requestExtra: RequestExtraInfo | undefined;
  responseExtra: ResponseExtraInfo | undefined;
  /** Whether the browser announced more to come in `*ExtraInfo` events; undefined until it answered. */
  hasExtraInfo: boolean | undefined;

  failure: LoadingFailed | undefined;
  isRedirect = false;
  isFinished = false;
  body: RecordedBody | undefined;
  /** A body, or the rest of a long request body, is on its way. */
  isFetching = false;
  /** Counts changes, so that what did not change is not written again. */
  version = 0;

  constructor(from: {
    readonly requestId: string;
    readonly hop: number;
    readonly target: Target;
    readonly documentUrl: string;
    readonly loaderId: string;
    readonly frameId: string | undefined;
    readonly initiator: Initiator | undefined;
    readonly hasUserGesture: boolean;
    readonly type: string;
    readonly request: NetworkRequest;
  }) {
    this.requestId = from.requestId;
    this.hop = from.hop;
    this.target = from.target;
    this.documentUrl = from.documentUrl;
    this.loaderId = from.loaderId;
    this.frameId = from.frameId;
    this.initiator = from.initiator;
    this.hasUserGesture = from.hasUserGesture;
    this.type = from.type;
    this.request = from.request;
    this.priority = from.request.initialPriority;
  }

  /** The same for as long as it is recorded, and of no other: `<requestId>` or `<requestId>#<hop>`. */
  get key(): string {
    return keyOf(this.requestId, this.hop);
  }

  /** Whether nothing more will be told of it but what comes as an amendment. */
  get isSettled(): boolean {
    if (!this.isFinished || this.isFetching) return false;
    return this.hasExtraInfo !== true || this.responseExtra !== undefined;
  }

  issue(timestamp: number, wallTime: number): void {
    this.issueTime = timestamp;
    this.wallTime = wallTime;
    this.startTime = timestamp;
    this.version++;
  }

  answer(response: NetworkResponse, timestamp: number): void {
    this.response = response;
    this.responseTime = timestamp;
    if (response.encodedDataLength >= 0) this.transferSize = response.encodedDataLength;
    if (response.timing !== undefined && !this.isFromMemoryCache) this.#correctBy(response.timing);
    this.version++;
  }

  /** Data came: the end so far. `encodedLength` -1: told at the end. */
  receive(timestamp: number, length: number, encodedLength: number): void {
    this.contentSize += length;
    if (encodedLength !== -1) this.transferSize += encodedLength;
    this.#endAt(timestamp);
  }

  finish(timestamp: number, transferSize?: number): void {
    this.#endAt(timestamp);
    if (transferSize !== undefined && transferSize >= 0) this.transferSize = transferSize;
    this.isFinished = true;
    this.version++;
  }

  servedFromMemory(): void {
    this.isFromMemoryCache = true;
    this.timing = undefined;
    this.version++;
  }

  addRequestExtra(extra: RequestExtraInfo): void {
    this.requestExtra = extra;
    if (extra.connectTiming !== undefined) this.startTime = extra.connectTiming.requestTime;
    this.version++;
  }

  addResponseExtra(extra: ResponseExtraInfo): void {
    this.responseExtra = extra;
    this.version++;
  }

  /** The network stack's own times are nearer to the truth than the events' timestamps. */
  #correctBy(timing: ResourceTiming): void {
    this.startTime = timing.requestTime;
    const headersTime = timing.requestTime + timing.receiveHeadersEnd / 1000;
    if (this.responseTime === undefined || this.responseTime > headersTime) this.responseTime = headersTime;
    if (this.startTime > this.responseTime) this.responseTime = this.startTime;
    this.timing = timing;
  }

  #endAt(timestamp: number): void {
    if (this.timing !== undefined && this.timing.requestTime > 0) {
      this.endTime = Math.max(timestamp, this.responseTime ?? timestamp);
      return;
    }
    this.endTime = timestamp;
    if (this.responseTime !== undefined && this.responseTime > timestamp) this.responseTime = timestamp;
  }
}

/** Key of a hop, by what every event carries. */
export function keyOf(requestId: string, hop: number): string {
  return hop === 0 ? requestId : `${requestId}#${hop}`;
}
