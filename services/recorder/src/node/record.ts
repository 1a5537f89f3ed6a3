import { setPriority } from 'node:os';
import { CdpError, type CdpLink } from '../cdp/cdp-link.ts';
import { Recorder } from '../recording/recorder.ts';
import { findBrowser } from './browser/find-browser.ts';
import { launchBrowser } from './browser/launch-browser.ts';
import { makeProfile, removeProfile } from './browser/profile.ts';
import type { KeeperTask, KeptRecording, RecordingEnd } from './keeper/keeper-task.ts';
import { type RunningKeeper, startKeeper } from './keeper/start-keeper.ts';
import { attachToBrowser } from './transport/attach.ts';

/** What is recorded, and what becomes of it. */
export interface RecordRequest {
  /** Opened when recording has begun; undefined: whatever the browser does. */
  readonly url: string | undefined;
  readonly browser:
    | {
        readonly kind: 'start';
        readonly program?: string;
        readonly isHeadless: boolean;
        readonly flags: readonly string[];
      }
    /** A port or `ws://` address of a browser that runs with remote debugging. */
    | { readonly kind: 'attach'; readonly where: string };
  readonly task: Omit<KeeperTask, 'profile'>;
  /** Ends by itself so long after it has begun. */
  readonly seconds?: number;
  /** Pictures at failures, at most. */
  readonly pictures?: number;
  /** Of the program that records, for `creator`. */
  readonly version: string;
  /** Aborted when a person wants it to end. */
  readonly signal: AbortSignal;
  /** Everything is listened to; `browser` as it calls itself. */
  readonly onRecording?: (browser: string) => void;
  /** So many requests began, told now and then. */
  readonly onCount?: (requests: number) => void;
  readonly onProgress?: (stage: 'learn' | 'write' | 'verify', fraction: number) => void;
}

/** How often the count is told, ms. */
const TELL_MS = 500;

/**
 * Records until a person, the clock or the window ends it, and gives back what the keeper made of it.
 * Errors: `RecordError`, `KeeperError`.
 */
export async function record(request: RecordRequest): Promise<KeptRecording> {
  const { browser } = request;
  if (browser.kind === 'attach') {
    const { link, close } = await attachToBrowser(browser.where);
    try {
      return await recordLink(link, request, request.task, undefined, startKeeperThenYield);
    } finally {
      close();
    }
  }
  const found = findBrowser(browser.program);
  const profile = makeProfile();
  try {
    const { isHeadless, flags } = browser;
    const started = await launchBrowser(found, { profile, isHeadless, flags });
    try {
      return await recordLink(
        started.link,
        request,
        { ...request.task, profile },
        () => started.close(),
        startKeeperThenYield,
      );
    } finally {
      await started.close();
    }
  } finally {
    await removeProfile(profile);
  }
}

/** Records what a browser says over `link`; `keep` starts the keeper of it. Errors: as {@link record}. */
export async function recordLink(
  link: CdpLink,
  request: RecordRequest,
  task: KeeperTask,
  closeBrowser: () => Promise<void> = async () => {},
  keep: (task: KeeperTask) => RunningKeeper = startKeeper,
): Promise<KeptRecording> {
  const { product, userAgent } = await link.send<{ product: string; userAgent: string }>(
    'Browser.getVersion',
  );
  const keeper = keep(task);
  const [name = product, version = ''] = product.split('/');
  keeper.head({
    creator: { name: 'Harrier Recorder', version: request.version },
    browser: { name, version },
    _recording: {
      startedDateTime: new Date().toISOString(),
      userAgent,
      how: request.browser.kind === 'start' ? 'started' : 'attached',
    },
  });
  let onNoTabLeft = () => {};
  const windowClosed = new Promise<RecordingEnd>((resolve) => {
    onNoTabLeft = () => resolve('window-closed');
  });
  const { pictures = 0 } = request;
  const recorder = new Recorder(link, { root: 'browser', sink: keeper, pictures, onNoTabLeft });
  await recorder.start().catch(async (error: unknown) => {
    // A browser that is gone already ends the recording below.
    if (error instanceof CdpError && error.code === undefined) return;
    // An empty capture beside an error would pass for a recording in which nothing happened.
    await keeper.drop();
    throw error;
  });
  const teller = setInterval(() => request.onCount?.(recorder.requestCount), TELL_MS);
  const ended = Promise.race([
    windowClosed,
    link.closed.then((): RecordingEnd => 'browser-gone'),
    // Whoever kept it says why: nobody goes on recording into nothing.
    keeper.gone.then((): RecordingEnd => 'crash'),
    stoppedBy(request.signal),
  ]);
  // Starting a process takes a quarter of a second of the processor: not from the page.
  await Promise.race([keeper.ready, ended]);
  request.onRecording?.(product);
  // Not waited for: a page that never answers is recorded until somebody has seen enough of it.
  if (request.url !== undefined) void openIn(link, recorder, request.url);
  const end = await Promise.race([ended, timeIsOver(request.seconds)]);
  clearInterval(teller);
  await recorder.stop();
  await closeBrowser();
  return await keeper.finish(end, request.onProgress ?? (() => {}));
}

/** So much less urgent than the browser, which is what must not be slowed down. 0 is usual, 19 the least. */
const PRIORITY = 10;

/** In this order: a process that is started by one that gave way gives way, too. */
function startKeeperThenYield(task: KeeperTask): RunningKeeper {
  const keeper = startKeeper(task);
  yieldProcessor();
  return keeper;
}

/** What is recorded waits in a pipe, where there is no processor free; a page that waits shows other times. */
function yieldProcessor(): void {
  try {
    setPriority(PRIORITY);
  } catch {
    // Where the system does not let us, it goes on as it is.
  }
}

/** A started browser shows an empty tab, which is used; one that runs already gets a tab of its own. */
async function openIn(link: CdpLink, recorder: Recorder, url: string): Promise<void> {
  const tab = recorder.firstTab();
  const isEmpty = tab !== undefined && tab.url === 'about:blank';
  // A page that does not load is what is to be recorded; a browser that is gone ends the recording by itself.
  await (isEmpty
    ? link.send('Page.navigate', { url }, tab.sessionId)
    : link.send('Target.createTarget', { url })
  ).catch(() => {});
}

async function stoppedBy(signal: AbortSignal): Promise<RecordingEnd> {
  if (!signal.aborted)
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  return 'person';
}

/** Settles so long from now; never where there is no end. */
async function timeIsOver(seconds: number | undefined): Promise<RecordingEnd> {
  await new Promise<void>((resolve) => {
    // Nothing else is kept waiting by a clock that still runs.
    if (seconds !== undefined) setTimeout(resolve, seconds * 1000).unref();
  });
  return 'time';
}
