import { Worker } from 'node:worker_threads';
import type { HandPort, HandThreads } from '../../run/hands/hand-port.ts';

/** Threads of Node to sanitize with. They end with the run. */
export function nodeThreads(count: number): HandThreads {
  return { count, start: () => portOf(new Worker(new URL('./hand-thread.js', import.meta.url))) };
}

/** The way to a thread that runs `hand-thread`. */
export function portOf(thread: Worker): HandPort {
  return {
    send: (message, transfer) => thread.postMessage(message, transfer),
    listen: (onMessage, onEnd) => {
      thread.on('message', onMessage);
      // A thread that failed (out of memory, most likely) tells why, and then exits. Why may repeat captured text.
      thread.on('error', () => {});
      thread.on('exit', onEnd);
    },
    close: async () => {
      await thread.terminate();
    },
  };
}
