import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** What a click hands to the browser's downloads, as text. */
export async function savedText(page: Page, click: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return readFileSync(await download.path(), 'utf8');
}
