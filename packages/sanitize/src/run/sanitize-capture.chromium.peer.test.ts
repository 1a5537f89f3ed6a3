import { fileURLToPath } from 'node:url';
import { memorySource, openCapture } from '@harrier/har';
import { expect, it } from 'vitest';
import { withChromiumPage } from '../../../har/src/testing/chromium-page.ts';
import { plantCapture } from '../testing/plant.ts';
import { createRandom } from '../testing/random.ts';
import type { PageReport } from '../testing/sanitize-page.ts';
import { sanitizeCapture } from './sanitize-capture.ts';

it('gives in a browser’s workers the very bytes that it gives in Node', async () => {
  const page = fileURLToPath(new URL('../testing/sanitize-page.ts', import.meta.url));
  await withChromiumPage(page, async (browser) => {
    for (const seed of [1, 2, 3]) {
      const bytes = new TextEncoder().encode(JSON.stringify(plantCapture(createRandom(seed), 40).har));
      const { output, redactions } = await sanitizeCapture(await openCapture(memorySource(bytes)), {
        key: new Uint8Array(32).fill(3),
        stretchBytes: 4000,
      });
      const expected = new TextDecoder().decode(await output.read(0, output.sizeBytes));
      const report = await browser.evaluate(async (base64) => {
        const blob = await (await fetch(`data:application/octet-stream;base64,${base64}`)).blob();
        const { sanitizeInWorker } = globalThis as unknown as {
          sanitizeInWorker(blob: Blob): Promise<PageReport>;
        };
        return await sanitizeInWorker(blob);
      }, Buffer.from(bytes).toString('base64'));
      expect(report).toEqual({ text: expected, redactions });
    }
  });
});
