import type { Hand, HandSetup } from './hand.ts';
import { StretchWork } from './stretch-work.ts';

/** Works in the thread of the caller, and lets others have a turn before each stretch: somebody may want to cancel. */
export function localHand(setup: HandSetup): Hand {
  const work = new StretchWork(setup);
  return {
    learn: async (job) => {
      await nextTurn();
      return work.learn(job);
    },
    know: (secrets) => work.know(secrets),
    write: async (job) => {
      await nextTurn();
      return work.write(job);
    },
    verify: async (job) => {
      await nextTurn();
      return work.verify(job);
    },
    close: async () => {},
  };
}

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
