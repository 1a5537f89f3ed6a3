import {
  type EndedRecording,
  HANDOVER_CHANNEL,
  type HandoverMessage,
} from '../background/recording-state.ts';

/** The background answers at once, where it has something to answer with, ms. */
const ANSWER_MS = 5000;

/** Fetches a recording from the background, which gives it away once; undefined: it is gone. */
export function fetchRecording(id: string): Promise<EndedRecording | undefined> {
  const channel = new BroadcastChannel(HANDOVER_CHANNEL);
  return new Promise((resolve) => {
    const end = (recording: EndedRecording | undefined): void => {
      clearTimeout(timer);
      channel.close();
      resolve(recording);
    };
    const timer = setTimeout(() => end(undefined), ANSWER_MS);
    channel.addEventListener('message', ({ data }: MessageEvent<HandoverMessage>) => {
      if ('id' in data && data.id === id) end('recording' in data ? data.recording : undefined);
    });
    channel.postMessage({ want: id } satisfies HandoverMessage);
  });
}
