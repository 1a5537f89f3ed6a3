import type { Page, Worker } from 'playwright-core';
import { expect, it } from 'vitest';
import { withFile } from './testing/temporary-file.ts';
import { withWorkbench } from './testing/with-workbench.ts';

/** So large that reading and analysis are under way when the collector comes: some forty blocks of a MiB. */
const REQUESTS = 6000;
const BODY = JSON.stringify({ list: 'a body that nobody looks at '.repeat(250) });

function largeHar(): string {
  const entries = Array.from({ length: REQUESTS }, (_, at) =>
    JSON.stringify({
      startedDateTime: new Date(Date.UTC(2026, 0, 5, 9) + at).toISOString(),
      time: 20,
      request: { method: 'GET', url: `https://app.example.test/list/${at}`, headers: [] },
      response: {
        status: at % 50 === 0 ? 503 : 200,
        headers: [],
        content: { mimeType: 'application/json', size: BODY.length, text: BODY },
      },
      timings: { send: 0, wait: 20, receive: 0 },
    }),
  );
  return `{"log":{"version":"1.2","creator":{"name":"WebInspector","version":"1"},"entries":[${entries.join(',')}]}}`;
}

it('gets its answer although nothing but the collector touches the page while a large capture is read', async () => {
  await withFile('large.har', largeHar(), async (file) => {
    await withWorkbench(
      [],
      async (page, troubles) => {
        const chosen = page.waitForEvent('filechooser');
        await page.getByRole('button', { name: 'Choose a file' }).click();
        await (await chosen).setFiles(file);
        await collectUntil(page, page.locator('[data-answer=ready]').waitFor());
        await page.getByText(/^6\D000 of 6\D000$/).waitFor();
        expect(troubles).toEqual({ errors: [], strangers: [] });
      },
      { browser: 'collecting' },
    );
  });
});

/** Calls the collector of every thread again and again until something is there. */
async function collectUntil(page: Page, there: Promise<unknown>): Promise<void> {
  let isThere = false;
  const ended = there.finally(() => {
    isThere = true;
  });
  const collect = async (worker: Worker): Promise<void> => {
    while (!isThere && page.workers().includes(worker))
      await worker.evaluate('gc()').catch((error: unknown) => {
        // The thread that looks through a capture ends when its answer is there.
        if (!/closed/.test(String(error))) throw error;
      });
  };
  await Promise.all([ended, ...page.workers().map(collect)]);
}
