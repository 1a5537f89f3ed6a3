import type { RequestExtraInfo, ResponseExtraInfo } from './network-events.ts';
import type { RequestRecord } from './request-record.ts';

/**
 * Gives `*ExtraInfo` events to the hop that they belong to. They carry the id that all hops of a redirect share, come before or after
 * the hop itself, and may be missing: what pairs them is their order, and each hop says whether it has any. Measured in
 * Chromium 156: a worker's come on the session of its page, so they are kept by id, not by session.
 */
export class ExtraInfoPairing {
  readonly #hops: RequestRecord[] = [];
  /** One a hop that announced extra info: true; one without: false. */
  readonly #announced: boolean[] = [];
  readonly #requests: (RequestExtraInfo | undefined)[] = [];
  readonly #responses: (ResponseExtraInfo | undefined)[] = [];

  addHop(hop: RequestRecord): void {
    this.#hops.push(hop);
    this.#pair(this.#hops.length - 1);
  }

  /** The hop was answered, and says whether it has extra info. */
  announce(hop: RequestRecord, hasExtraInfo: boolean): void {
    const at = this.#hops.indexOf(hop);
    if (at < 0 || this.#announced[at] !== undefined) return;
    this.#announced[at] = hasExtraInfo;
    hop.hasExtraInfo = hasExtraInfo;
    // Those that came meanwhile belong to later hops.
    if (!hasExtraInfo) {
      this.#requests.splice(at, 0, undefined);
      this.#responses.splice(at, 0, undefined);
    }
    for (let each = at; each < this.#hops.length; each++) this.#pair(each);
  }

  addRequest(extra: RequestExtraInfo): void {
    this.#requests.push(extra);
    this.#pair(this.#requests.length - 1);
  }

  addResponse(extra: ResponseExtraInfo): void {
    this.#responses.push(extra);
    this.#pair(this.#responses.length - 1);
  }

  /** Without an answer nobody announces; what came is taken for its own. */
  finish(hop: RequestRecord): void {
    const at = this.#hops.indexOf(hop);
    if (at < 0 || this.#announced[at] !== undefined) return;
    this.#announced[at] = true;
    this.#pair(at);
  }

  #pair(at: number): void {
    const hop = this.#hops[at];
    if (hop === undefined || this.#announced[at] !== true) return;
    const request = this.#requests[at];
    if (request !== undefined && hop.requestExtra === undefined) hop.addRequestExtra(request);
    const response = this.#responses[at];
    if (response !== undefined && hop.responseExtra === undefined) hop.addResponseExtra(response);
  }
}
