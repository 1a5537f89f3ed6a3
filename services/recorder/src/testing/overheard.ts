import type { Page, WebSocket } from 'playwright-core';
import type { CdpEvent, CdpLink } from '../cdp/cdp-link.ts';
import { MemoryRecording } from '../recording/memory-recording.ts';
import { Recorder } from '../recording/recorder.ts';
import type { Target } from '../targets/target.ts';

/** The events that the browser sends to DevTools' front end, in their order. */
export interface Overheard {
  readonly events: readonly CdpEvent[];
  stop(): void;
}

/** Listens on the socket that the front end opens next: the browser stamps times anew for each who watches, and these are theirs. */
export function overhear(frontEnd: Page): Overheard {
  const events: CdpEvent[] = [];
  const listen = (socket: WebSocket): void => {
    socket.on('framereceived', ({ payload }) => {
      const message = JSON.parse(String(payload)) as Partial<CdpEvent>;
      if (message.method !== undefined) events.push(message as CdpEvent);
    });
  };
  frontEnd.on('websocket', listen);
  return { events, stop: () => void frontEnd.off('websocket', listen) };
}

/** What our recorder makes of another's events. Nobody answers its commands, so bodies are missing. */
export async function recordingOf(events: readonly CdpEvent[]): Promise<Uint8Array> {
  let tell: (event: CdpEvent) => void = () => {};
  const link: CdpLink = {
    send: async <Result>() => ({}) as Result,
    listen: (listener) => {
      tell = listener;
    },
    closed: new Promise(() => {}),
  };
  const tab: Target = { targetId: 'tab', sessionId: undefined, type: 'page', url: '', page: undefined };
  const recording = new MemoryRecording();
  const recorder = new Recorder(link, { root: tab, sink: recording });
  await recorder.start();
  for (const event of events) tell(event);
  await recorder.stop();
  return Buffer.concat([...recording.pieces()]);
}
