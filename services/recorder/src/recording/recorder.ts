import { readAction } from '../actions/action.ts';
import { ACTION_BINDING, ACTION_WORLD, actionScript } from '../actions/watch-actions.ts';
import type { CdpEvent, CdpLink } from '../cdp/cdp-link.ts';
import { buildEntry } from '../entry/build-entry.ts';
import { RequestLog } from '../requests/request-log.ts';
import type { RequestRecord } from '../requests/request-record.ts';
import { readConsole } from '../signs/console-message.ts';
import { readIssue } from '../signs/issue.ts';
import { type FollowedTargets, followTargets } from '../targets/follow-targets.ts';
import { hasDocument, type Target } from '../targets/target.ts';
import { BodyFetcher, MAX_BODY_BYTES } from './body-fetcher.ts';
import { openBodySession } from './body-session.ts';
import { FailurePictures } from './failure-pictures.ts';
import { Pages } from './pages.ts';
import type { RecordingSink } from './sink.ts';

export interface RecorderOptions {
  /** `browser`: all of it. A target: the tab to which the connection speaks, and what belongs to it. */
  readonly root: 'browser' | Target;
  readonly sink: RecordingSink;
  /** A picture of the page at each failure, at most so many. Default 0. */
  readonly pictures?: number;
  /** What is kept of bodies together; default: all of them. */
  readonly mostBodyBytes?: number;
  /** Told when the last tab is gone. */
  readonly onNoTabLeft?: () => void;
}

/** How long a finished request is waited for to be told more of, ms: extra info comes within a few. */
const SETTLE_MS = 1000;
/** How often finished requests are handed over, ms. */
const HAND_OVER_MS = 250;
/**
 * Requests that are open for longer are written as they stand, and again when that is so long ago and something changed, ms. Shorter
 * would write every request several times; what is open for less is lost when the recorder is killed.
 */
const OPEN_MS = 2000;
/** At the end, for bodies and extra info under way, ms. */
const LAST_WAIT_MS = 3000;
/** So long the last answers of pages are waited for, ms. */
const HEAR_MS = 500;
/** Async steps of an initiator's call stack. DevTools asks for 32. */
const ASYNC_DEPTH = 8;
/** What the browser keeps of a target's bodies until they are fetched. */
const MAX_BUFFER_BYTES = 256 * 1024 * 1024;
/** Request bodies up to this size come with their request. */
const MAX_POST_BYTES = 64 * 1024;

/**
 * Turns what a browser tells over the protocol into entries of a capture, and hands each over as soon as it is whole.
 * Keeps in memory what is open, and what was finished within the last second.
 */
export class Recorder {
  readonly #link: CdpLink;
  readonly #options: RecorderOptions;
  readonly #targets: FollowedTargets;
  readonly #requests: RequestLog;
  readonly #pages: Pages;
  readonly #bodies: BodyFetcher;
  readonly #pictures: FailurePictures;
  readonly #finishedMs = new Map<RequestRecord, number>();
  /** When an open request began or was last written, and what version of it. */
  readonly #open = new Map<RequestRecord, { readonly atMs: number; readonly version: number }>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #outliving: Promise<boolean> | undefined;
  /** The newest moment on the browser's clock, for what is still open. */
  #nowTime: number | undefined;
  #tabs = 0;
  #count = 0;

  constructor(link: CdpLink, options: RecorderOptions) {
    this.#link = link;
    this.#options = options;
    const { sink } = options;
    this.#pages = new Pages((page) => sink.page(page));
    this.#bodies = new BodyFetcher(
      link,
      () => sink.waitingBytes,
      options.mostBodyBytes ?? Number.POSITIVE_INFINITY,
    );
    this.#pictures = new FailurePictures(link, sink, options.pictures ?? 0);
    this.#requests = new RequestLog({
      onStarted: (record) => this.#started(record),
      onFinished: (record) => this.#finished(record),
      onMessage: (record, field, message) => sink.amend(record.key, field, message),
    });
    this.#targets = followTargets(link, options.root, {
      onAttached: (target) => this.#enable(target),
      onDetached: (target) => {
        if (target.type === 'page' && --this.#tabs === 0) options.onNoTabLeft?.();
      },
    });
    link.listen((event) => this.#take(event));
  }

  /** Requests that began so far. */
  get requestCount(): number {
    return this.#count;
  }

  /** Whether bodies were left because there was no more room for them. */
  get leftBodies(): boolean {
    return this.#bodies.isFull;
  }

  /** A tab that is there, the first that was found. */
  firstTab(): Target | undefined {
    for (const target of this.#targets.all()) if (target.type === 'page') return target;
    return undefined;
  }

  /** Settles when everything that is open is listened to. */
  async start(): Promise<void> {
    await this.#targets.start();
    this.#timer = setInterval(() => this.#handOver(Date.now()), HAND_OVER_MS);
  }

  /** Waits a moment for what is on its way, and hands over the rest. The connection stays as it is. */
  async stop(): Promise<void> {
    if (this.#timer !== undefined) clearInterval(this.#timer);
    await this.#hearTheRest();
    let over: ReturnType<typeof setTimeout> | undefined;
    const lastWait = new Promise<void>((resolve) => {
      over = setTimeout(resolve, LAST_WAIT_MS);
    });
    await Promise.race([
      Promise.all([this.#bodies.idle(), this.#pictures.idle()]),
      this.#link.closed,
      lastWait,
    ]);
    clearTimeout(over);
    for (const record of [...this.#requests.records()]) this.#write(record);
  }

  /** What was told before an answer is read before it. A page that does not answer (it shows a dialogue) is not waited for. */
  async #hearTheRest(): Promise<void> {
    let over: ReturnType<typeof setTimeout> | undefined;
    const limit = new Promise<void>((resolve) => {
      over = setTimeout(resolve, HEAR_MS);
    });
    const answers = [...this.#targets.all()].map(({ sessionId }) =>
      this.#link.send('Runtime.getIsolateId', {}, sessionId),
    );
    await Promise.race([Promise.allSettled(answers), this.#link.closed, limit]);
    clearTimeout(over);
  }

  async #enable(target: Target): Promise<void> {
    const { sessionId } = target;
    if (target.type === 'page') this.#tabs++;
    const send = (method: string, params?: object) => this.#link.send(method, params, sessionId);
    const commands = [
      send('Network.enable', {
        maxTotalBufferSize: MAX_BUFFER_BYTES,
        maxResourceBufferSize: MAX_BODY_BYTES,
        maxPostDataSize: MAX_POST_BYTES,
        // Bodies outlive the page they came to, where the browser knows of it.
        enableDurableMessages: true,
      }),
      send('Network.setAttachDebugStack', { enabled: true }),
      send('Runtime.enable'),
      send('Runtime.setAsyncCallStackDepth', { maxDepth: ASYNC_DEPTH }),
      send('Log.enable'),
      send('Audits.enable'),
    ];
    if (hasDocument(target))
      commands.push(
        send('Page.enable'),
        send('Runtime.addBinding', { name: ACTION_BINDING, executionContextName: ACTION_WORLD }),
        send('Page.addScriptToEvaluateOnNewDocument', {
          source: actionScript,
          worldName: ACTION_WORLD,
          runImmediately: true,
        }),
      );
    // Older browsers do not know all of them; what they know is enough.
    const buffer = { maxTotalBufferSize: MAX_BUFFER_BYTES, maxResourceBufferSize: MAX_BODY_BYTES };
    const keeping = send('Network.configureDurableMessages', buffer).then(async () => {
      // Without a session that outlives them, a body goes with the frame, worker or window that it came to; only the tab that is
      // recorded stays.
      if (target === this.#options.root || (await this.#outlives())) this.#bodies.keepsBodies(target);
    });
    await Promise.allSettled([...commands, keeping]);
  }

  /** Whether bodies can be had of a target that has ended. Asked of browsers that keep them: all of these have pages that nobody sees. */
  #outlives(): Promise<boolean> {
    if (this.#options.root !== 'browser') return Promise.resolve(false);
    this.#outliving ??= openBodySession(this.#link, (targetId) => this.#targets.leaveAlone(targetId)).then(
      (session) => {
        if (session !== undefined) this.#bodies.outlive(session);
        return session !== undefined;
      },
    );
    return this.#outliving;
  }

  #take(event: CdpEvent): void {
    if (this.#targets.take(event)) return;
    const target = this.#targets.target(event.sessionId);
    if (target === undefined) return;
    const { method, params } = event;
    if (method.startsWith('Network.')) {
      const { timestamp } = params as { timestamp?: number };
      this.#bodies.saw(Date.now());
      if (timestamp !== undefined) this.#nowTime = Math.max(this.#nowTime ?? 0, timestamp);
      this.#requests.take(event, target);
      return;
    }
    switch (method) {
      case 'Page.domContentEventFired':
      case 'Page.loadEventFired':
        this.#pages.loaded(
          target,
          method === 'Page.loadEventFired' ? 'load' : 'content',
          (params as { timestamp: number }).timestamp,
        );
        return;
      case 'Page.frameNavigated': {
        const { frame } = params as { frame: { parentId?: string; url: string } };
        if (frame.parentId === undefined && target.type === 'page') target.url = frame.url;
        return;
      }
      case 'Audits.issueAdded':
        this.#addIssue(target, params);
        return;
      case 'Runtime.bindingCalled': {
        const { name, payload } = params as { name: string; payload: string };
        const action = name === ACTION_BINDING ? readAction(payload) : undefined;
        if (action !== undefined) this.#pages.act(target, action);
        return;
      }
      default:
        this.#addConsole(target, method, params);
    }
  }

  #addIssue(target: Target, params: unknown): void {
    const read = readIssue(params);
    if (read === undefined) return;
    const { issue, requestId } = read;
    // What never became a request has no entry: its issue stands in the document that forbade it.
    const record =
      (requestId === undefined ? undefined : this.#requests.latest(requestId)) ??
      (requestId === undefined ? this.#pages.documentOf(target) : undefined);
    this.#options.sink.amend(record?.key ?? requestId, '_issues', issue);
  }

  #addConsole(target: Target, method: string, params: unknown): void {
    const read = readConsole(method, params);
    if (read === undefined) return;
    const { message, requestId, quotedUrl } = read;
    const record =
      (requestId === undefined ? undefined : this.#requests.latest(requestId)) ??
      (quotedUrl === undefined ? undefined : this.#byUrl(quotedUrl)) ??
      this.#pages.documentOf(target);
    this.#options.sink.amend(record?.key ?? requestId, '_consoleErrors', message);
  }

  /** The last request for a URL among those in memory; messages come while their request is. */
  #byUrl(url: string): RequestRecord | undefined {
    let found: RequestRecord | undefined;
    for (const record of this.#requests.records())
      if (record.request.url === url || record.request.url.split('#', 1)[0] === url) found = record;
    return found;
  }

  #started(record: RequestRecord): void {
    this.#count++;
    this.#open.set(record, { atMs: Date.now(), version: -1 });
    this.#pages.place(record);
    const { request, requestId, target } = record;
    if (request.hasPostData !== true || request.postData !== undefined) return;
    // A long body does not come with its request, and only the browser's page can tell it.
    record.isFetching = true;
    this.#link
      .send<{ postData: string }>('Network.getRequestPostData', { requestId }, target.sessionId)
      .then(
        ({ postData }) => {
          record.request = { ...record.request, postData };
        },
        () => {},
      )
      .finally(() => {
        record.isFetching = false;
        record.version++;
      });
  }

  #finished(record: RequestRecord): void {
    const nowMs = Date.now();
    this.#finishedMs.set(record, nowMs);
    this.#bodies.fetch(record, nowMs);
    this.#pictures.consider(record);
  }

  /** Gives away what is whole, and the state of what is open for some time, in case that this is all there will be. */
  #handOver(nowMs: number): void {
    for (const record of [...this.#requests.records()]) {
      const finishedMs = this.#finishedMs.get(record);
      if (finishedMs === undefined) {
        const { atMs, version } = this.#open.get(record) ?? { atMs: nowMs, version: -1 };
        if (nowMs - atMs < OPEN_MS || version === record.version) continue;
        this.#write(record);
        this.#open.set(record, { atMs: nowMs, version: record.version });
      } else if (!record.isFetching && nowMs - finishedMs >= SETTLE_MS) {
        this.#write(record);
        this.#requests.forget(record);
        this.#finishedMs.delete(record);
        this.#open.delete(record);
      }
    }
  }

  #write(record: RequestRecord): void {
    this.#options.sink.entry(record.key, record.issueTime, buildEntry(record, this.#nowTime));
  }
}
