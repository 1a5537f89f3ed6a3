import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { HandPort, HandThreads } from '../../run/hands/hand-port.ts';

/**
 * Threads of Node to sanitize with. They end with the run. `script` runs in each; it is built beside this file. From now on
 * V8 collects in the whole process before a heap has doubled.
 */
export function nodeThreads(
  count: number,
  script = new URL('./hand-thread.js', import.meta.url),
): HandThreads {
  setFlagsFromString(`--heap-growing-percent=${GROWING_PERCENT}`);
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MB };
  return { count, start: () => portOf(new Worker(script, { resourceLimits })) };
}

/**
 * What a stretch leaves behind dies young: by default each thread would grow 30 MB of room for it. With less than this,
 * much of it is copied before it dies, and two threads are no faster than one.
 */
const YOUNG_MB = 8;

/**
 * By how much the objects that have grown old may grow before V8 looks which are still needed. Left to itself it lets them
 * grow to four times what it found, in each thread: two threads took 80 MB more for a capture of 1 GB. A limit would do
 * the same, and end the thread on a capture that has more to remember.
 */
const GROWING_PERCENT = 60;

function portOf(thread: Worker): HandPort {
  return {
    send: (message, transfer) => thread.postMessage(message, transfer),
    listen: (onMessage, onEnd) => {
      thread.on('message', onMessage);
      // A thread that failed says why, which may repeat captured text, and then exits.
      thread.on('error', () => {});
      thread.on('exit', onEnd);
    },
    close: async () => {
      await thread.terminate();
    },
  };
}
