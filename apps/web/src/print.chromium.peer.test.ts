import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { withWorkbench } from './testing/with-workbench.ts';

const example = fileURLToPath(new URL('../../../fixtures/example/call-recording.har', import.meta.url));

/** Elements that would be cut off on paper: they scroll, and hold more than they show. */
async function cutOff(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((element) => {
        const { overflowY } = getComputedStyle(element);
        return /auto|scroll|hidden/.test(overflowY) && element.scrollHeight > element.clientHeight + 2;
      })
      .filter((element) => element.getClientRects().length > 0)
      .map(({ className }) => String(className)),
  );
}

it('prints the answer and every request, without what only a screen needs', async () => {
  await withWorkbench([example], async (page) => {
    await page.getByText('Who can fix it').waitFor();
    await page.setViewportSize({ width: 1280, height: 420 });
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('[role=row]').count()).toBe(19);
    expect(await page.getByText('failed with 502').first().isVisible()).toBe(true);
    expect(await page.locator('header').isVisible()).toBe(false);
    expect(await page.locator('#filter-box').isVisible()).toBe(false);
    const last = await page.locator('[role=row][aria-rowindex="19"]').boundingBox();
    expect(last?.height).toBe(24);
    expect(await cutOff(page)).toEqual([]);
  });
});

it('prints a request that is open instead of the table, all of it', async () => {
  await withWorkbench([example], async (page) => {
    await page.getByText('Who can fix it').waitFor();
    await page.keyboard.press('e');
    const pane = page.locator('section[aria-label="#13"]');
    await page.keyboard.press('2');
    await pane.getByText('x-envoy-upstream-service-time').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('[role=grid]').isVisible()).toBe(false);
    expect(await pane.getByText('x-envoy-upstream-service-time').first().isVisible()).toBe(true);
    expect(await cutOff(page)).toEqual([]);
  });
});
