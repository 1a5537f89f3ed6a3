/** What the browser test calls: the same sanitizer, in a worker that has hands in two others, from a Blob to a Blob. */
import { blobSource, openCapture } from '@harrier/har';
import { serveWebWorker, webWorkerPort } from '../run/hands/web-worker.ts';
import { sanitizeCapture } from '../run/sanitize-capture.ts';

export interface PageReport {
  readonly text: string;
  readonly redactions: number;
}

async function sanitizeBlob(blob: Blob): Promise<PageReport> {
  const capture = await openCapture(blobSource(blob));
  const { output, redactions } = await sanitizeCapture(capture, {
    key: new Uint8Array(32).fill(3),
    stretchBytes: 4000,
    threads: { count: 2, start: () => webWorkerPort(new Worker('/page.js#hand', { type: 'module' })) },
  });
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of output.stream(65_536)) parts.push(new Uint8Array(piece));
  return { text: await new Blob(parts).text(), redactions };
}

if (self.location.hash === '#hand') {
  serveWebWorker(self);
} else if (!('document' in globalThis)) {
  self.addEventListener('message', async (event: MessageEvent<Blob>) => {
    self.postMessage(await sanitizeBlob(event.data));
  });
} else {
  Object.assign(globalThis, {
    sanitizeInWorker: (blob: Blob) =>
      new Promise((resolve, reject) => {
        const worker = new Worker('/page.js', { type: 'module' });
        worker.onmessage = (event) => {
          resolve(event.data);
          worker.terminate();
        };
        worker.onerror = (event) => reject(new Error(event.message));
        worker.postMessage(blob);
      }),
  });
}
