/** What a thread of Node runs. */
import { parentPort } from 'node:worker_threads';
import { serveHand } from '../../run/hands/serve-hand.ts';

if (parentPort === null) throw new Error('This file is for a thread.');
const port = parentPort;
serveHand({
  send: (message, transfer) => port.postMessage(message, transfer),
  listen: (onMessage) => port.on('message', onMessage),
});
