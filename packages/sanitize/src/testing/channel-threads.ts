import type { HandPort, HandThreads } from '../run/hands/hand-port.ts';
import { serveHand } from '../run/hands/serve-hand.ts';

/** Hands that are asked through messages, as in other threads, and answer in this one. */
export interface ChannelThreads extends HandThreads {
  /** How many are not closed yet. */
  readonly open: number;
}

/** `endsAt`: each hand ends, as if it had run out of memory, when it is given its second job of this sort. */
export function channelThreads(count: number, endsAt?: 'learn' | 'write' | 'verify'): ChannelThreads {
  let open = 0;
  const start = (): HandPort => {
    open++;
    const { port1, port2 } = new MessageChannel();
    let jobs = 0;
    let tellEnd = (): void => {};
    serveHand({
      send: (message, transfer) => port2.postMessage(message, transfer),
      listen: (onMessage) => {
        port2.onmessage = ({ data }) => {
          if (endsAt !== undefined && endsAt in data && jobs++ > 0) tellEnd();
          else onMessage(data);
        };
      },
    });
    return {
      send: (message, transfer) => port1.postMessage(message, transfer),
      listen: (onMessage, onEnd) => {
        port1.onmessage = ({ data }) => onMessage(data);
        tellEnd = onEnd;
      },
      close: async () => {
        open--;
        port1.close();
        port2.close();
      },
    };
  };
  return {
    count,
    start,
    get open() {
      return open;
    },
  };
}
