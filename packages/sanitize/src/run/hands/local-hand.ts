import type { Hand, HandSetup } from './hand.ts';
import { StretchWork } from './stretch-work.ts';

/**
 * Works in the thread of the caller, and lets others have a turn before a stretch: always, where other hands wait for
 * jobs; now and then, where only a cancellation can have come.
 */
export function localHand(setup: HandSetup, givesTurn: 'always' | 'now and then'): Hand {
  const work = new StretchWork(setup);
  let turnEndsMs = 0;
  const mayTurn = async (): Promise<void> => {
    if (givesTurn === 'now and then' && performance.now() < turnEndsMs) return;
    await nextTurn();
    turnEndsMs = performance.now() + TURN_MS;
  };
  return {
    learn: async (job) => {
      await mayTurn();
      return work.learn(job);
    },
    know: (secrets) => work.know(secrets),
    write: async (job) => {
      await mayTurn();
      return work.write(job);
    },
    verify: async (job) => {
      await mayTurn();
      return work.verify(job);
    },
    close: async () => {},
  };
}

/** Half of a frame: what waits is a cancellation, or a page that is painted. */
const TURN_MS = 8;

/** A message needs some microseconds where a timer takes a millisecond or more. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
