import type { CdpLink } from '../cdp/cdp-link.ts';
import type { RecordedBody, RequestRecord } from '../requests/request-record.ts';

/** The browser hands bodies out one by one; more at a time only fill memory. */
const MAX_AT_ONCE = 6;

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

/**
 * Fetches bodies as soon as they are whole: a navigation makes the browser forget them. A few at a time, and none while what was
 * fetched before waits to be kept.
 */
export class BodyFetcher {
  readonly #link: CdpLink;
  readonly #waitingBytes: () => number;
  readonly #queue: RequestRecord[] = [];
  readonly #working = new Set<Promise<void>>();

  /** Of all bodies together that are still taken. */
  #roomBytes: number;
  /** Whether bodies were left because of it. */
  isFull = false;

  constructor(link: CdpLink, waitingBytes: () => number, mostBytes: number) {
    this.#link = link;
    this.#waitingBytes = waitingBytes;
    this.#roomBytes = mostBytes;
  }

  fetch(record: RequestRecord): void {
    if (!hasBody(record)) return;
    const hasRoom = record.contentSize <= this.#roomBytes;
    this.isFull ||= !hasRoom;
    if (!hasRoom || record.contentSize > MAX_BODY_BYTES) {
      record.body = { absent: 'over-limit' };
      return;
    }
    this.#roomBytes -= record.contentSize;
    record.isFetching = true;
    this.#queue.push(record);
    this.#next();
  }

  /** Settles when no body is under way. */
  async idle(): Promise<void> {
    while (this.#working.size > 0) await Promise.race(this.#working);
  }

  #next(): void {
    while (this.#working.size < MAX_AT_ONCE) {
      const record = this.#queue.shift();
      if (record === undefined) return;
      const work = this.#fetch(record).finally(() => {
        this.#working.delete(work);
        this.#next();
      });
      this.#working.add(work);
    }
  }

  async #fetch(record: RequestRecord): Promise<void> {
    while (this.#waitingBytes() > MAX_WAITING_BYTES)
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    record.body = await this.#body(record);
    record.isFetching = false;
    record.version++;
  }

  async #body({ requestId, target, failure, contentSize }: RequestRecord): Promise<RecordedBody | undefined> {
    try {
      const { body, base64Encoded } = await this.#link.send<{ body: string; base64Encoded: boolean }>(
        'Network.getResponseBody',
        { requestId },
        target.sessionId,
      );
      return { text: body, isBase64: base64Encoded };
    } catch {
      // Of a failed request there is often none; of one without content it does not matter.
      return failure !== undefined || contentSize === 0 ? undefined : { absent: 'evicted' };
    }
  }
}
