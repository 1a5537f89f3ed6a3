import type { Locator, Page } from 'playwright-core';

/** Opens the details of a request by the keyboard, at one of their tabs (1 is the first), and gives the pane. */
export async function openRow(page: Page, row: number, tab: number): Promise<Locator> {
  await page.locator('[role=row]').nth(1).waitFor();
  const paneOf = (one: number): Locator => page.locator(`section[aria-label="#${one}"]`);
  const shown = await page
    .locator('section[aria-label^="#"]')
    .getAttribute('aria-label', { timeout: 50 })
    .catch(() => null);
  // The first key chooses the first request.
  let at = shown === null ? -1 : Number(shown.slice(1));
  while (at !== row) {
    await page.keyboard.press(at < row ? 'j' : 'k');
    at += at < row ? 1 : -1;
    await paneOf(at).waitFor();
  }
  await page.keyboard.press(String(tab));
  return paneOf(row);
}
