import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedBrowser } from '../../../packages/har/src/testing/shared-browser.ts';
import { everyKindHar, secret } from './testing/every-kind.ts';
import { openRow } from './testing/open-row.ts';
import { savedText } from './testing/saved-text.ts';

const script = fileURLToPath(new URL('../../../scripts/build-offline.mjs', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'harrier-offline-'));
const file = path.join(folder, 'harrier.html');

beforeAll(() => {
  execFileSync(process.execPath, [script, file], { stdio: 'pipe' });
}, 110_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** In the whole browser, whose own parts could ask for something too. */
async function newPage(): Promise<Page> {
  const browser = await sharedBrowser('whole');
  return await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
}

describe('the workbench in one file', () => {
  it('is no larger than 5 MB', () => {
    expect(statSync(file).size).toBeLessThanOrEqual(5_000_000);
  });

  it('opens from the disk, reads, shows and sanitizes a capture, and makes no request at all', async () => {
    const har = path.join(folder, 'every.har');
    writeFileSync(har, everyKindHar);
    const page = await newPage();
    try {
      const errors: string[] = [];
      const requests: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(pathToFileURL(file).href);
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose a file' }).click();
      await (await chooser).setFiles(har);
      await page.getByText('Who can fix it').waitFor();
      const pane = await openRow(page, 3, 5);
      await pane.locator('.cm-content').waitFor();
      expect(await pane.textContent()).not.toContain(secret);
      await page.getByRole('navigation').getByRole('button', { name: 'Sanitize' }).click();
      await page.getByText(/credentials? removed from/).waitFor();
      await page.getByText('This page has sent 0 requests').waitFor();
      const clean = await savedText(page, () =>
        page.getByRole('button', { name: 'Save the clean capture' }).click(),
      );
      expect(JSON.parse(clean).log._harrier.sanitized).toBe(true);
      expect(clean).not.toContain(secret);
      await page.getByRole('navigation').getByRole('button', { name: 'Knowledge' }).click();
      await page.getByRole('searchbox').fill('401');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 2, name: '401 Unauthorized' }).waitFor();
      await page.getByRole('navigation').getByRole('button', { name: 'Escalate' }).click();
      await page.locator('[role=status][data-state=draft]').waitFor();
      await page.getByRole('navigation').getByRole('button', { name: 'Logs' }).click();
      await page.getByText('No log store is attached here').waitFor();
      expect(requests.filter((url) => !/^(?:blob|data):/.test(url))).toEqual([pathToFileURL(file).href]);
      expect(errors).toEqual([]);

      // The policy holds even what would try.
      const answer = await page.evaluate(() =>
        fetch('https://stranger.example.test/').then(
          () => 'sent',
          () => 'held',
        ),
      );
      expect(answer).toBe('held');
    } finally {
      await page.close();
    }
  }, 60_000);

  it('has its example with it', async () => {
    const page = await newPage();
    try {
      await page.goto(pathToFileURL(file).href);
      await page.getByRole('button', { name: 'Open the example' }).click();
      await page.getByText('Who can fix it: third party (Parrotbox)').waitFor();
    } finally {
      await page.close();
    }
  });
});
