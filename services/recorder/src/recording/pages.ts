import type { UserAction } from '../actions/action.ts';
import { wallTimeAt } from '../requests/request-log.ts';
import type { RequestRecord } from '../requests/request-record.ts';
import type { Target } from '../targets/target.ts';
import type { PageLine } from './sink.ts';

/** One navigation of a tab, as HAR keeps it. */
interface Page {
  readonly id: string;
  readonly url: string;
  readonly document: RequestRecord;
  contentTime: number | undefined;
  loadTime: number | undefined;
  readonly actions: UserAction[];
}

/** More clicks on one page tell nothing more. */
const MAX_ACTIONS = 500;

/** Pages of the capture: each navigation of a tab's main frame begins one, and what follows in that tab belongs to it. */
export class Pages {
  readonly #write: (page: PageLine) => void;
  readonly #current = new Map<string, Page>();
  readonly #byLoader = new Map<string, Page>();
  #count = 0;

  constructor(write: (page: PageLine) => void) {
    this.#write = write;
  }

  /** Gives a request to its page, beginning one where the request is a tab's own document. */
  place(record: RequestRecord): void {
    const tab = record.target.page ?? record.target;
    const before = this.#byLoader.get(record.loaderId) ?? this.#current.get(tab.targetId);
    const isDocument = record.type === 'Document' && record.loaderId === record.requestId;
    const isMainFrame = record.target.type === 'page' && (record.frameId ?? tab.targetId) === tab.targetId;
    if (!isDocument || !isMainFrame || record.hop > 0) {
      record.pageId = before?.id;
      return;
    }
    const page: Page = {
      id: `page_${++this.#count}`,
      url: record.request.url,
      document: record,
      contentTime: undefined,
      loadTime: undefined,
      actions: [],
    };
    this.#current.set(tab.targetId, page);
    this.#byLoader.set(record.loaderId, page);
    if (this.#byLoader.size > MAX_LOADERS)
      this.#byLoader.delete(this.#byLoader.keys().next().value as string);
    record.pageId = page.id;
    this.#tell(page);
  }

  /** The document that a tab or frame shows, to which belongs what names no request. */
  documentOf(target: Target): RequestRecord | undefined {
    return this.#current.get((target.page ?? target).targetId)?.document;
  }

  /** `Page.domContentEventFired`, `Page.loadEventFired`; seconds on the monotonic clock. */
  loaded(target: Target, what: 'content' | 'load', timestamp: number): void {
    const page = target.type === 'page' ? this.#current.get(target.targetId) : undefined;
    if (page === undefined) return;
    if (what === 'content') page.contentTime = timestamp;
    else page.loadTime = timestamp;
    this.#tell(page);
  }

  /** What a person did stands on the page where it was done. */
  act(target: Target, action: UserAction): void {
    const page = this.#current.get((target.page ?? target).targetId);
    if (page === undefined || page.actions.length >= MAX_ACTIONS) return;
    page.actions.push(action);
    this.#tell(page);
  }

  #tell({ id, url, document, contentTime, loadTime, actions }: Page): void {
    const since = (time: number | undefined) =>
      time === undefined ? -1 : Math.max(0, Math.round((time - document.issueTime) * 1_000_000) / 1000);
    this.#write({
      id,
      title: url.split('#', 1)[0] ?? '',
      startedDateTime: new Date(wallTimeAt(document, document.issueTime) * 1000).toISOString(),
      pageTimings: { onContentLoad: since(contentTime), onLoad: since(loadTime) },
      ...(actions.length === 0 ? {} : { _actions: actions }),
    });
  }
}

/** Requests of a document that is gone still come in for a while. */
const MAX_LOADERS = 200;
