import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page, Worker } from 'playwright-core';
import { expect, it } from 'vitest';
import { withFile } from './testing/temporary-file.ts';
import { withWorkbench } from './testing/with-workbench.ts';

const example = fileURLToPath(new URL('../../../fixtures/example/call-recording.har', import.meta.url));

/** From now on, threads of the page are given the beginning of a file and wait for the rest for ever. */
async function holdFilesBack(page: Page): Promise<void> {
  await page.route('**/assets/engine-worker-*.js', async (route) => {
    const answer = await route.fetch();
    const body = `{
      const { read } = ReadableStreamBYOBReader.prototype;
      let readBytes = 0;
      ReadableStreamBYOBReader.prototype.read = async function (target) {
        if (readBytes > 1_000_000) await new Promise(() => {});
        const result = await read.call(this, target);
        readBytes += result.value?.length ?? 0;
        return result;
      };
    }
    ${await answer.text()}`;
    await route.fulfill({ response: answer, body });
  });
  await page.reload();
}

/** A capture of a few megabytes: the example's requests, many times. */
async function largeHar(): Promise<string> {
  const har = JSON.parse(await readFile(example, 'utf8')) as { log: { entries: unknown[] } };
  const { entries } = har.log;
  har.log.entries = Array.from({ length: 60 }, () => entries).flat();
  return JSON.stringify(har);
}

const isReader = (worker: Worker): boolean => worker.url().includes('engine-worker');

it('shows the first rows while a file is read, and ends everything at a click', async () => {
  await withFile('large.har', await largeHar(), (file) =>
    withWorkbench([], async (page, troubles) => {
      await page.getByRole('button', { name: 'Choose a file' }).waitFor();
      await holdFilesBack(page);
      const chosen = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose a file' }).click();
      await (await chosen).setFiles(file);
      await page.getByRole('progressbar').first().waitFor();
      await page.locator('[role=row][aria-rowindex="2"]').waitFor();
      const threads = page.workers();
      const reader = threads.find(isReader);
      expect(reader).toBeDefined();
      const gone = new Promise((resolve) => reader?.once('close', resolve));
      await page.getByRole('button', { name: 'Cancel' }).click();
      await gone;
      await page.getByRole('button', { name: 'Choose a file' }).waitFor();
      expect(await page.locator('[role=row]').count()).toBe(0);
      expect(troubles).toEqual({ errors: [], strangers: [] });
    }),
  );
});

it('opens the next file after one was given up', async () => {
  await withFile('large.har', await largeHar(), (file) =>
    withWorkbench([], async (page) => {
      await page.getByRole('button', { name: 'Choose a file' }).waitFor();
      await holdFilesBack(page);
      for (const path of [file, example]) {
        const chosen = page.waitForEvent('filechooser');
        await page.getByRole('button', { name: 'Choose a file' }).click();
        await (await chosen).setFiles(path);
        if (path === file) await page.getByRole('button', { name: 'Cancel' }).click();
      }
      await page.getByText('Who can fix it').waitFor();
    }),
  );
});
