import { Worker } from 'node:worker_threads';
import type { HandPort, HandThreads } from '../../run/hands/hand-port.ts';

/** Threads of Node to sanitize with. They end with the run. `script` runs in each; it is built beside this file. */
export function nodeThreads(
  count: number,
  script = new URL('./hand-thread.js', import.meta.url),
): HandThreads {
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MB };
  return { count, start: () => portOf(new Worker(script, { resourceLimits })) };
}

/**
 * What a stretch leaves behind dies young: by default each thread would grow 30 MB of room for it. With less than this,
 * much of it is copied before it dies, and two threads are no faster than one.
 */
const YOUNG_MB = 8;

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
