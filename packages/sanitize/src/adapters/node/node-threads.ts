import { Worker } from 'node:worker_threads';
import type { HandPort, HandThreads } from '../../run/hands/hand-port.ts';

/** Threads of Node to sanitize with. They end with the run. `script` runs in each; it is built beside this file. */
export function nodeThreads(
  count: number,
  script = new URL('./hand-thread.js', import.meta.url),
): HandThreads {
  const resourceLimits = { maxYoungGenerationSizeMb: +(process.env.YG ?? 0) || (count === 1 ? 4 : 8) };
  return { count, start: () => portOf(new Worker(script, { resourceLimits })) };
}

/**
 * What a stretch leaves behind dies young: by default each thread would grow 30 MB of room for it and be a tenth faster.
 * With 4 MB a capture of 1 GB takes 249 MB in all, with 8 MB 258.
 */

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
