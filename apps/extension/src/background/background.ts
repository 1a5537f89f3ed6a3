import { extensionApi as api } from '../browser-api/extension-api.ts';
import { recordByDebugger } from './debugger-recorder.ts';
import {
  type EndedRecording,
  HANDOVER_CHANNEL,
  type HandoverMessage,
  type PopupAnswer,
  type PopupMessage,
} from './recording-state.ts';
import type { TabRecorder } from './tab-recorder.ts';
import { recordByWebRequest } from './web-request-recorder.ts';

/** The recording that goes on; one at a time. */
interface Current {
  readonly tabId: number;
  readonly host: string;
  readonly recorder: TabRecorder;
}

let current: Current | undefined;
/** Recordings whose page has not come for them yet, by id. */
const waiting = new Map<string, EndedRecording>();

api.runtime.onMessage.addListener((message, _sender, answer) => {
  void handle(message as PopupMessage).then(answer);
  // The answer comes later.
  return true;
});

api.tabs.onRemoved.addListener((tabId) => {
  if (current?.tabId === tabId) void stop();
});

const handover = new BroadcastChannel(HANDOVER_CHANNEL);
handover.addEventListener('message', ({ data }: MessageEvent<HandoverMessage>) => {
  if (!('want' in data)) return;
  const id = data.want;
  const recording = waiting.get(id);
  // Given away once: from then on it is the page's alone.
  waiting.delete(id);
  handover.postMessage(recording === undefined ? { id, gone: true } : { id, recording });
});

async function handle(message: PopupMessage): Promise<PopupAnswer> {
  if (message.ask === 'stop') await stop();
  if (message.ask === 'start' && current === undefined) {
    const refusal = await start(message.tabId, message.url);
    if (refusal !== undefined) return refusal;
  }
  if (current === undefined) return { state: 'idle' };
  const { tabId, host, recorder } = current;
  return { state: 'recording', tabId, host, requests: recorder.requestCount };
}

async function start(tabId: number, url: string): Promise<PopupAnswer | undefined> {
  const { version } = api.runtime.getManifest();
  const onEnded = () => void stop();
  try {
    const recorder =
      api.debugger === undefined
        ? recordByWebRequest(api.webRequest, tabId, version)
        : await recordByDebugger(api.debugger, tabId, version, onEnded);
    current = { tabId, host: hostOf(url), recorder };
  } catch (error) {
    const isTaken = error instanceof Error && /another debugger/i.test(error.message);
    return { state: 'refused', why: isTaken ? 'other-debugger' : 'not-this-page' };
  }
  await api.action.setBadgeBackgroundColor({ color: '#c92a2a' });
  await api.action.setBadgeText({ text: 'REC' });
  return undefined;
}

/** Ends the recording and opens the page that makes it clean. */
async function stop(): Promise<void> {
  const ending = current;
  if (ending === undefined) return;
  current = undefined;
  const { host, recorder } = ending;
  const { pieces, missing } = await recorder.stop();
  const id = crypto.randomUUID();
  const capture = new Blob([...pieces], { type: 'application/json' });
  waiting.set(id, { name: nameOf(host, new Date()), host, capture, missing });
  await api.action.setBadgeText({ text: '' });
  await api.tabs.create({ url: `${api.runtime.getURL('done.html')}#${id}` });
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

/** `portal.example.com-2026-11-21-1745.har`. */
function nameOf(host: string, now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const place = host.replace(/[^\w.-]+/g, '-') || 'recording';
  return `${place}-${day}-${two(now.getHours())}${two(now.getMinutes())}.har`;
}
