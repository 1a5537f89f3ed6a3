import type { RequestExtraInfo, ResponseExtraInfo } from './network-events.ts';
import type { RequestRecord } from './request-record.ts';

/**
 * Gives `*ExtraInfo` events to the hop that they belong to. They carry the id that all hops of a redirect share, come before or after
 * the hop itself, and may be missing: what pairs them is their order, and each hop says whether it has any. Measured in
 * Chromium 156: a worker's come on the session of its page, so they are kept by id, not by session.
 */
export class ExtraInfoPairing {
  readonly #hops: RequestRecord[] = [];
  /** By hop: whether it has extra info; undefined until it says so. */
  readonly #announced: (boolean | undefined)[] = [];
  readonly #requests: RequestExtraInfo[] = [];
  readonly #responses: ResponseExtraInfo[] = [];

  addHop(hop: RequestRecord): void {
    this.#hops.push(hop);
    this.#announced.push(undefined);
  }

  /** The hop was answered, and says whether it has extra info. */
  announce(hop: RequestRecord, hasExtraInfo: boolean): void {
    const at = this.#hops.indexOf(hop);
    if (at < 0 || this.#announced[at] !== undefined) return;
    this.#announced[at] = hasExtraInfo;
    hop.hasExtraInfo = hasExtraInfo;
    this.#pair();
  }

  addRequest(extra: RequestExtraInfo): void {
    this.#requests.push(extra);
    this.#pair();
  }

  addResponse(extra: ResponseExtraInfo): void {
    this.#responses.push(extra);
    this.#pair();
  }

  /** Without an answer nobody announces; what came is taken for its own. */
  finish(hop: RequestRecord): void {
    const at = this.#hops.indexOf(hop);
    if (at < 0 || this.#announced[at] !== undefined) return;
    this.#announced[at] = true;
    this.#pair();
  }

  /** The first that came belongs to the first hop that has any, and so on; a hop that has not said yet holds up those behind it. */
  #pair(): void {
    let at = 0;
    for (const [index, hop] of this.#hops.entries()) {
      const hasAny = this.#announced[index];
      if (hasAny === undefined) return;
      if (!hasAny) continue;
      const request = this.#requests[at];
      if (request !== undefined && hop.requestExtra === undefined) hop.addRequestExtra(request);
      const response = this.#responses[at];
      if (response !== undefined && hop.responseExtra === undefined) hop.addResponseExtra(response);
      at++;
    }
  }
}
