import type { CdpLink } from '../cdp/cdp-link.ts';
import type { RequestRecord } from '../requests/request-record.ts';
import type { Target } from '../targets/target.ts';
import type { RecordingSink } from './sink.ts';

/** The page shows its error some moments after the request failed, ms. */
const REACTION_MS = 700;

/** Pictures of a page when something on it failed, each named in the entry that failed. */
export class FailurePictures {
  readonly #link: CdpLink;
  readonly #sink: RecordingSink;
  #left: number;
  #taken = 0;
  readonly #working = new Set<Promise<void>>();
  /** One a page at a time, by the page's id: several failures at once show in one picture. */
  readonly #shown = new Map<string, RequestRecord[]>();

  constructor(link: CdpLink, sink: RecordingSink, most: number) {
    this.#link = link;
    this.#sink = sink;
    this.#left = most;
  }

  consider(record: RequestRecord): void {
    const status = record.response?.status ?? 0;
    const page = record.target.page ?? record.target;
    const isFailed = status >= 400 || (record.failure !== undefined && record.failure.canceled !== true);
    if (!isFailed || page.type !== 'page') return;
    const others = this.#shown.get(page.targetId);
    others?.push(record);
    if (others !== undefined || this.#left <= 0) return;
    this.#left--;
    const shown = [record];
    this.#shown.set(page.targetId, shown);
    const work = this.#take(shown, page).finally(() => {
      this.#working.delete(work);
    });
    this.#working.add(work);
  }

  /** Settles when no picture is under way. */
  async idle(): Promise<void> {
    while (this.#working.size > 0) await Promise.race(this.#working);
  }

  async #take(shown: readonly RequestRecord[], { targetId, sessionId }: Target): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, REACTION_MS));
    try {
      const { data } = await this.#link.send<{ data: string }>(
        'Page.captureScreenshot',
        { format: 'png' },
        sessionId,
      );
      const name = `failure-${String(++this.#taken).padStart(2, '0')}.png`;
      this.#sink.picture(name, data);
      for (const { key } of shown) this.#sink.amend(key, '_screenshots', { name });
    } catch {
      // The tab has gone meanwhile.
    } finally {
      this.#shown.delete(targetId);
    }
  }
}
