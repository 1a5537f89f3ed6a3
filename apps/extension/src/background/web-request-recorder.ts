import { MemoryRecording } from '@harrier/recorder';
import type { RequestDetails, WebRequestApi } from '../browser-api/extension-api.ts';
import type { TabRecorder } from './tab-recorder.ts';
import { type SeenRequest, webRequestEntry } from './web-request-entry.ts';

/** How much of bodies is kept, all in memory. */
interface BodyLimits {
  readonly mostBytes: number;
  /** A single larger one is left. */
  readonly mostOfOneBytes: number;
}

const bodyLimits: BodyLimits = { mostBytes: 300 * 1024 * 1024, mostOfOneBytes: 32 * 1024 * 1024 };

/**
 * Records a tab as far as Firefox's `webRequest` goes: requests, fields, bodies through response filters, and when each step came.
 * No phases before the request was sent, no call stacks, no messages of sockets, none of the browser's reasons.
 */
export function recordByWebRequest(
  api: WebRequestApi | undefined,
  tabId: number,
  version: string,
  { mostBytes, mostOfOneBytes }: BodyLimits = bodyLimits,
): TabRecorder {
  if (api === undefined) throw new Error('no way to record');
  const recording = new MemoryRecording();
  const userAgent = navigator.userAgent;
  recording.head({
    creator: { name: 'Harrier Recorder', version },
    browser: { name: 'Firefox', version: /\bFirefox\/([\d.]+)/.exec(userAgent)?.[1] ?? '' },
    _recording: { startedDateTime: new Date().toISOString(), userAgent, how: 'extension' },
  });
  const open = new Map<string, SeenRequest>();
  /** Their end was told, and the last piece of their body was not: the two come by different ways. */
  const awaitingBody = new Set<SeenRequest>();
  let count = 0;
  /** Of all bodies that are kept, ended or not. */
  let bodyBytes = 0;
  let isOverLimit = false;
  let pageId: string | undefined;

  const write = (seen: SeenRequest) =>
    recording.entry(seen.key, seen.begun.timeStamp, webRequestEntry(seen, Date.now()));
  const finish = (requestId: string, change: (seen: SeenRequest) => void) => {
    const seen = open.get(requestId);
    if (seen === undefined) return;
    change(seen);
    open.delete(requestId);
    awaitingBody.add(seen);
    void seen.bodyRead.then(() => {
      if (awaitingBody.delete(seen)) write(seen);
    });
  };

  const listeners: [keyof WebRequestApi, (details: RequestDetails) => void, string[]][] = [
    [
      'onBeforeRequest',
      (details) => {
        if (details.type === 'main_frame') {
          pageId = `page_${count + 1}`;
          recording.page({
            id: pageId,
            title: details.url,
            startedDateTime: new Date(details.timeStamp).toISOString(),
            pageTimings: {},
          });
        }
        const seen: SeenRequest = {
          key: `${details.requestId}#${++count}`,
          begun: details,
          pageId,
          pieces: [],
          bodyRead: Promise.resolve(),
        };
        open.set(details.requestId, seen);
        const filter = bodyBytes < mostBytes ? api.filterResponseData?.(details.requestId) : undefined;
        if (filter === undefined) {
          isOverLimit ||= bodyBytes >= mostBytes;
          seen.isBodyLeft = true;
          return;
        }
        let keptBytes = 0;
        const leaveBody = () => {
          isOverLimit = true;
          seen.isBodyLeft = true;
          seen.pieces.length = 0;
          bodyBytes -= keptBytes;
        };
        seen.bodyRead = new Promise((resolve) => {
          filter.ondata = ({ data }) => {
            const size = data.byteLength;
            if (seen.isBodyLeft !== true) {
              // Looked at for each piece: many bodies may have begun while there was room.
              if (keptBytes + size > mostOfOneBytes || bodyBytes + size > mostBytes) leaveBody();
              else {
                keptBytes += size;
                bodyBytes += size;
                seen.pieces.push(new Uint8Array(data.slice(0)));
              }
            }
            // The page gets every byte as it came.
            filter.write(data);
          };
          filter.onstop = () => {
            filter.disconnect();
            resolve();
          };
          filter.onerror = () => resolve();
        });
      },
      ['requestBody', 'blocking'],
    ],
    [
      'onSendHeaders',
      (details) => {
        const seen = open.get(details.requestId);
        if (seen !== undefined) seen.sent = details;
      },
      ['requestHeaders'],
    ],
    [
      'onHeadersReceived',
      (details) => {
        const seen = open.get(details.requestId);
        if (seen !== undefined) seen.received = details;
      },
      ['responseHeaders'],
    ],
    [
      'onBeforeRedirect',
      (details) =>
        finish(details.requestId, (seen) => {
          seen.ended = details;
          // The next hop has the body.
          seen.bodyRead = Promise.resolve();
        }),
      ['responseHeaders'],
    ],
    [
      'onCompleted',
      (details) => finish(details.requestId, (seen) => (seen.ended = details)),
      ['responseHeaders'],
    ],
    [
      'onErrorOccurred',
      (details) =>
        finish(details.requestId, (seen) => {
          seen.ended = details;
          // The filter of a request that failed may never say that it is over.
          seen.bodyRead = Promise.race([seen.bodyRead, after(LAST_WAIT_MS)]);
        }),
      [],
    ],
  ];
  const filter = { urls: ['<all_urls>'], tabId };
  for (const [event, listener, extra] of listeners)
    eventOf(api, event).addListener(listener, filter, ...(extra.length === 0 ? [] : [extra]));

  return {
    get requestCount() {
      return count;
    },
    async stop() {
      const leave = ([event, listener]: (typeof listeners)[number]) =>
        eventOf(api, event).removeListener(listener);
      const isBeginning = ([event]: (typeof listeners)[number]) => event === 'onBeforeRequest';
      listeners.filter(isBeginning).forEach(leave);
      // What the browser tells of requests under way comes a moment after the page has it.
      await after(LAST_WAIT_MS);
      for (const listener of listeners) if (!isBeginning(listener)) leave(listener);
      const bodies = Promise.all([...awaitingBody].map(({ bodyRead }) => bodyRead));
      await Promise.race([bodies, after(LAST_BODIES_MS)]);
      for (const seen of awaitingBody) {
        seen.isBodyCut = true;
        write(seen);
      }
      awaitingBody.clear();
      for (const seen of open.values()) write(seen);
      return {
        pieces: recording.pieces(),
        missing: [
          'phases',
          'initiators',
          'messages',
          'reasons',
          'cached-bodies',
          'other-tabs',
          ...(isOverLimit ? (['bodies-over-limit'] as const) : []),
        ],
      };
    },
  };
}

/** For what is on its way when recording or a request ends, ms. */
const LAST_WAIT_MS = 300;
/** For the bodies of requests that have ended, ms: a long one comes in many pieces. */
const LAST_BODIES_MS = 3000;

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function eventOf(api: WebRequestApi, name: keyof WebRequestApi) {
  return api[name] as WebRequestApi['onCompleted'];
}
