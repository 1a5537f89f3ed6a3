import type { CdpLink } from '../cdp/cdp-link.ts';
import type { RecordedBody, RequestRecord } from '../requests/request-record.ts';
import type { Target } from '../targets/target.ts';
import type { BodySession } from './body-session.ts';

/** The browser hands bodies out one by one; more at a time only fill memory. */
const MAX_AT_ONCE = 6;
/** Small ones fill none, and their answers are read many at a time: while less than {@link SMALL_BYTES} is under way. */
const MAX_SMALL_AT_ONCE = 32;
const SMALL_BYTES = 1024 * 1024;

/** What waits to be kept; above it, bodies stay in the browser, which keeps its own bound. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024;

/** How often it is looked whether there is room again, ms. */
const PAUSE_MS = 20;

/** Larger ones are not taken; the browser does not keep them either (`maxResourceBufferSize`). */
export const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** Redirects, preflights and sockets have no body that could be asked for. */
function hasBody({ isRedirect, type, response, failure }: RequestRecord): boolean {
  if (isRedirect || type === 'Preflight' || type === 'WebSocket') return false;
  // The script of a service worker can have a body of which no answer was told.
  return response !== undefined || failure === undefined;
}

/** What a cache, a worker or the page itself gave is kept by nobody but the page. */
function isFromNetwork({ request, response, isFromMemoryCache }: RequestRecord): boolean {
  if (response === undefined || isFromMemoryCache || !/^https?:/i.test(request.url)) return false;
  return !(response.fromDiskCache || response.fromServiceWorker);
}

/** Nothing has happened for so long: the page has what it wanted, and fetching takes no time from it. ms */
const QUIET_MS = 100;
/** Of a page that is never quiet a body is fetched after so long, ms. */
const MOST_WAIT_MS = 2000;
/** So much is left in the browser at most; it forgets the oldest where it has no more room. */
const MOST_LEFT_BYTES = 64 * 1024 * 1024;

/**
 * Fetches bodies, a few at a time, and none while what was fetched before waits to be kept. Those that the browser keeps when their
 * page has gone are fetched when it has nothing else to do; others at once, because a navigation makes it forget them.
 */
export class BodyFetcher {
  readonly #link: CdpLink;
  readonly #waitingBytes: () => number;
  readonly #hurried: RequestRecord[] = [];
  readonly #lasting: { readonly record: RequestRecord; readonly sinceMs: number }[] = [];
  #lastingBytes = 0;
  readonly #working = new Set<Promise<void>>();
  /** Of the bodies that were asked for and did not come yet. */
  #workingBytes = 0;
  /** Of these the browser keeps what the network brought. */
  readonly #keptTargets = new WeakSet<Target>();
  #lastingSession: BodySession | undefined;
  #lastEventMs = 0;
  #isEnding = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Of all bodies together that are still taken. */
  #roomBytes: number;
  /** Whether bodies were left because of it. */
  isFull = false;

  constructor(link: CdpLink, waitingBytes: () => number, mostBytes: number) {
    this.#link = link;
    this.#waitingBytes = waitingBytes;
    this.#roomBytes = mostBytes;
  }

  /** Bodies that the browser keeps can be had through this session when their own has ended. */
  outlive(session: BodySession): void {
    this.#lastingSession = session;
  }

  /** Bodies of this target outlive its pages. */
  keepsBodies(target: Target): void {
    this.#keptTargets.add(target);
  }

  /** Something happened on the network: the browser is at work. */
  saw(nowMs: number): void {
    this.#lastEventMs = nowMs;
  }

  fetch(record: RequestRecord, nowMs: number): void {
    if (!hasBody(record)) return;
    const { contentSize } = record;
    const hasRoom = contentSize <= this.#roomBytes;
    this.isFull ||= !hasRoom;
    if (!hasRoom || contentSize > MAX_BODY_BYTES) {
      record.body = { absent: 'over-limit' };
      return;
    }
    this.#roomBytes -= contentSize;
    record.isFetching = true;
    // What the end of the recording leaves says so.
    if (contentSize > 0) record.body = { absent: 'not-asked' };
    if (this.#keptTargets.has(record.target) && isFromNetwork(record)) {
      this.#lasting.push({ record, sinceMs: nowMs });
      this.#lastingBytes += contentSize;
    } else {
      this.#hurried.push(record);
    }
    this.#next();
  }

  /** Fetches what is left, and settles when no body is under way. */
  async idle(): Promise<void> {
    this.#isEnding = true;
    this.#next();
    while (this.#working.size > 0) await Promise.race(this.#working);
  }

  #next(): void {
    while (this.#working.size < (this.#workingBytes < SMALL_BYTES ? MAX_SMALL_AT_ONCE : MAX_AT_ONCE)) {
      const record = this.#hurried.shift() ?? this.#lastingThatIsDue();
      if (record === undefined) return;
      const { contentSize } = record;
      this.#workingBytes += contentSize;
      const work = this.#fetch(record).finally(() => {
        this.#working.delete(work);
        this.#workingBytes -= contentSize;
        this.#next();
      });
      this.#working.add(work);
    }
  }

  #lastingThatIsDue(): RequestRecord | undefined {
    const [first] = this.#lasting;
    if (first === undefined) return undefined;
    const isHurried = this.#isEnding || this.#lastingBytes > MOST_LEFT_BYTES;
    const dueMs = Math.min(this.#lastEventMs + QUIET_MS, first.sinceMs + MOST_WAIT_MS);
    const waitMs = isHurried ? 0 : dueMs - Date.now();
    if (waitMs > 0) {
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.#next();
      }, waitMs);
      return undefined;
    }
    this.#lasting.shift();
    this.#lastingBytes -= first.record.contentSize;
    return first.record;
  }

  async #fetch(record: RequestRecord): Promise<void> {
    while (this.#waitingBytes() > MAX_WAITING_BYTES)
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    record.body = await this.#body(record);
    record.isFetching = false;
    record.version++;
  }

  async #body(record: RequestRecord): Promise<RecordedBody | undefined> {
    const { target, failure, contentSize } = record;
    try {
      return await this.#ask(record, target.sessionId).catch((error) => {
        if (this.#lastingSession === undefined || !this.#keptTargets.has(target)) throw error;
        return this.#ask(record, this.#lastingSession.sessionId);
      });
    } catch {
      // Of a failed request there is often none; of one without content it does not matter.
      return failure !== undefined || contentSize === 0 ? undefined : { absent: 'evicted' };
    }
  }

  async #ask({ requestId }: RequestRecord, sessionId: string | undefined): Promise<RecordedBody> {
    const { body, base64Encoded } = await this.#link.send<{ body: string; base64Encoded: boolean }>(
      'Network.getResponseBody',
      { requestId },
      sessionId,
    );
    return { text: body, isBase64: base64Encoded };
  }
}
