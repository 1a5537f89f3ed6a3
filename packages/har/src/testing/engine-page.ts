/** What the browser tests call: the same engine, in the page and in a worker. */
import { openCapture } from '../open-capture.ts';
import { blobSource } from '../source/blob-source.ts';

export interface EngineReport {
  readonly engine: string;
  readonly entries: number;
  readonly urls: readonly string[];
  readonly firstBodyBytes: number;
  readonly firstStatus: number | undefined;
}

/** Opens a capture from a Blob and looks at it: every URL by its entry, one body by its range. */
export async function reportOn(blob: Blob, engine: 'wasm' | 'typescript'): Promise<EngineReport> {
  const capture = await openCapture(blobSource(blob), { engine });
  const urls: string[] = [];
  for (let index = 0; index < capture.index.length; index++) {
    urls.push((await capture.openEntry(index)).request.url);
  }
  const body = await capture.openBody(0, 'response');
  const first = await capture.openEntry(0);
  return {
    engine: capture.engine,
    entries: capture.index.length,
    urls,
    firstBodyBytes: body.bytes?.length ?? -1,
    firstStatus: first.response.status,
  };
}

if (!('document' in globalThis)) {
  self.addEventListener(
    'message',
    async (event: MessageEvent<{ blob: Blob; engine: 'wasm' | 'typescript' }>) => {
      self.postMessage(await reportOn(event.data.blob, event.data.engine));
    },
  );
} else {
  Object.assign(globalThis, {
    reportOn,
    reportInWorker: (blob: Blob, engine: string) =>
      new Promise((resolve, reject) => {
        const worker = new Worker('/page.js', { type: 'module' });
        worker.onmessage = (event) => {
          resolve(event.data);
          worker.terminate();
        };
        worker.onerror = (event) => reject(new Error(event.message));
        worker.postMessage({ blob, engine });
      }),
  });
}
