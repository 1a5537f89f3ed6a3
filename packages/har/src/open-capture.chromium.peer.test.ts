import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openCapture } from './open-capture.ts';
import { memorySource } from './source/memory-source.ts';
import { withChromiumPage } from './testing/chromium-page.ts';
import type { EngineReport } from './testing/engine-page.ts';

const samples = [
  'mitmproxy+mitmproxy--safari.har',
  'micmro+PerfCascade--chrome_h2_www.nghttp2.org.har',
  'veigr+Nekoxy2--abehiroshi.saz',
];

it('reads the same entries and bodies in a page and in a worker as in Node, with both engines', async () => {
  await withChromiumPage(
    fileURLToPath(new URL('./testing/engine-page.ts', import.meta.url)),
    async (page) => {
      for (const sample of samples) {
        const bytes = await readFile(new URL(`../../../fixtures/corpus/${sample}`, import.meta.url));
        const expected = await reportInNode(bytes);
        for (const where of ['reportOn', 'reportInWorker'] as const) {
          for (const engine of ['wasm', 'typescript'] as const) {
            const report = await page.evaluate(
              async ({ base64, where, engine }) => {
                const blob = await (await fetch(`data:application/octet-stream;base64,${base64}`)).blob();
                const call = (
                  globalThis as unknown as Record<
                    string,
                    (blob: Blob, engine: string) => Promise<EngineReport>
                  >
                )[where];
                return await call?.(blob, engine);
              },
              { base64: bytes.toString('base64'), where, engine },
            );
            expect({ sample, where, ...report }).toEqual({ sample, where, ...expected, engine });
          }
        }
      }
    },
  );
});

async function reportInNode(bytes: Uint8Array): Promise<Omit<EngineReport, 'engine'>> {
  const capture = await openCapture(memorySource(bytes));
  const urls: string[] = [];
  for (let index = 0; index < capture.index.length; index++)
    urls.push((await capture.openEntry(index)).request.url);
  const body = await capture.openBody(0, 'response');
  return {
    entries: capture.index.length,
    urls,
    firstBodyBytes: body.bytes?.length ?? -1,
    firstStatus: (await capture.openEntry(0)).response.status,
  };
}
