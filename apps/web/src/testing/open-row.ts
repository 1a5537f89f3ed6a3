import type { Locator, Page } from 'playwright-core';

/** Opens the details of a request by the keyboard, at one of their tabs (1 is the first), and gives the pane. */
export async function openRow(page: Page, row: number, tab: number): Promise<Locator> {
  await page.locator('[role=row]').nth(1).waitFor();
  const paneOf = (one: number): Locator => page.locator(`section[aria-label="#${one}"]`);
  const any = page.locator('section[aria-label^="#"]');
  // The first key chooses the first request.
  let at = (await any.count()) === 0 ? -1 : Number((await any.getAttribute('aria-label'))?.slice(1));
  while (at !== row) {
    await page.keyboard.press(at < row ? 'j' : 'k');
    at += at < row ? 1 : -1;
    await paneOf(at).waitFor();
  }
  await page.keyboard.press(String(tab));
  return paneOf(row);
}
