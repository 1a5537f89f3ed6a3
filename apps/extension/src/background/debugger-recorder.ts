import { MemoryRecording, Recorder } from '@harrier/recorder';
import type { DebuggerApi } from '../browser-api/extension-api.ts';
import { debuggerLink } from './debugger-link.ts';
import type { OnEnded, TabRecorder } from './tab-recorder.ts';

/** Bodies up to here are kept, all in memory; a page of the extension has no disk that it may write secrets to. */
const MOST_BODY_BYTES = 300 * 1024 * 1024;

/** Records a tab as `harrier record` does: the same core, behind `chrome.debugger`. Rejects where the browser refuses. */
export async function recordByDebugger(
  api: DebuggerApi,
  tabId: number,
  version: string,
  onEnded: OnEnded,
): Promise<TabRecorder> {
  const link = await debuggerLink(api, tabId);
  const tab = (await api.getTargets()).find((target) => target.tabId === tabId);
  const recording = new MemoryRecording();
  recording.head({
    creator: { name: 'Harrier Recorder', version },
    browser: browserOf(navigator.userAgent),
    _recording: {
      startedDateTime: new Date().toISOString(),
      userAgent: navigator.userAgent,
      how: 'extension',
    },
  });
  const recorder = new Recorder(link, {
    root: {
      targetId: tab?.id ?? '',
      sessionId: undefined,
      type: 'page',
      url: tab?.url ?? '',
      page: undefined,
    },
    sink: recording,
    mostBodyBytes: MOST_BODY_BYTES,
  });
  await recorder.start();
  let isStopped = false;
  void link.closed.then(() => {
    if (!isStopped) onEnded();
  });
  return {
    get requestCount() {
      return recorder.requestCount;
    },
    async stop() {
      isStopped = true;
      await recorder.stop();
      await link.detach();
      return {
        pieces: recording.pieces(),
        missing: ['other-tabs', ...(recorder.leftBodies ? (['bodies-over-limit'] as const) : [])],
      };
    },
  };
}

function browserOf(userAgent: string): { name: string; version: string } {
  const edge = /\bEdg\/([\d.]+)/.exec(userAgent)?.[1];
  if (edge !== undefined) return { name: 'Edge', version: edge };
  return { name: 'Chrome', version: /\bChrome\/([\d.]+)/.exec(userAgent)?.[1] ?? '' };
}
