import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { withWorkbench } from '../testing/with-workbench.ts';

const example = fileURLToPath(new URL('../../../../fixtures/example/call-recording.har', import.meta.url));

/** Breaks what the table calls while it is drawn, or mends it again. */
async function breakDates(page: Page, isBroken: boolean): Promise<void> {
  await page.evaluate((broken) => {
    const { prototype } = Date as unknown as { prototype: { toISOString(): string; kept?: () => string } };
    prototype.kept ??= prototype.toISOString;
    prototype.toISOString = broken
      ? () => {
          throw new Error('broken for a test');
        }
      : prototype.kept;
  }, isBroken);
}

it('a part that cannot be drawn says so, and the rest of the page works on', async () => {
  await withWorkbench([example], async (page) => {
    await page.locator('[data-answer=ready]').waitFor();
    await breakDates(page, true);
    await page.getByRole('button', { name: 'failed', exact: true }).click();
    await page.getByText('This could not be shown, by a fault of Harrier.').waitFor();
    await breakDates(page, false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('1 of 18').waitFor();
    await page.keyboard.press('j');
    await page.locator('section[aria-label^="#"]').waitFor();
    expect(await page.getByText('by a fault of Harrier').count()).toBe(0);
  });
});
