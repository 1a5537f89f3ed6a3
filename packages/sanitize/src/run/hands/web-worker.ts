import type { HandPort } from './hand-port.ts';
import { serveHand } from './serve-hand.ts';

/** The way to a worker of a page whose script calls {@link serveWebWorker}. */
export function webWorkerPort(worker: Worker): HandPort {
  return {
    send: (message, transfer) => worker.postMessage(message, transfer),
    listen: (onMessage, onEnd) => {
      worker.onmessage = ({ data }) => onMessage(data);
      worker.onerror = () => onEnd();
    },
    close: async () => worker.terminate(),
  };
}

/** Makes the worker that this runs in a hand. `scope` is its `self`. */
export function serveWebWorker(scope: DedicatedWorkerGlobalScope): void {
  serveHand({
    send: (message, transfer) => scope.postMessage(message, transfer),
    listen: (onMessage) => {
      scope.onmessage = ({ data }) => onMessage(data);
    },
  });
}
