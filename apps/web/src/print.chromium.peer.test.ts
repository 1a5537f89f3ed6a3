import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { withFile } from './testing/temporary-file.ts';
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
    await page.keyboard.press('Shift+T');
    await page.getByRole('columnheader', { name: 'p95' }).first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('[role=row]').count()).toBe(19);
    expect(await page.locator('aside').isVisible()).toBe(false);
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
    // As wide as a sheet of paper.
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('[role=grid]').isVisible()).toBe(false);
    expect(await pane.getByText('x-envoy-upstream-service-time').first().isVisible()).toBe(true);
    expect(await cutOff(page)).toEqual([]);
    const name = pane.getByText('#13 PATCH');
    expect(await name.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    // All of the answer stands above the request, and none of it on it.
    const more = await page.getByText('3 more findings').boundingBox();
    const title = await name.boundingBox();
    expect((more?.y ?? 0) + (more?.height ?? 0)).toBeLessThan(title?.y ?? 0);
  });
});

it('prints every finding, and in light colours whatever the theme is', async () => {
  await withWorkbench([example], async (page) => {
    await page.getByText('Who can fix it').waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    const answer = page.locator('[data-answer=ready]');
    const colour = () => answer.evaluate((element) => getComputedStyle(element).color);
    await expect.poll(colour).toBe('rgb(201, 201, 201)');
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    await expect.poll(colour).toBe('rgb(0, 0, 0)');
    await answer.getByText('skips number 7').waitFor();
    await page.emulateMedia({ colorScheme: 'dark', media: 'screen' });
    await expect.poll(colour).toBe('rgb(201, 201, 201)');
    await answer.getByText('skips number 7').waitFor({ state: 'detached' });
  });
});

it('waits for what the window has not shown yet before it prints', async () => {
  const har = JSON.parse(await readFile(example, 'utf8')) as { log: { entries: unknown[] } };
  const { entries } = har.log;
  har.log.entries = Array.from({ length: 30 }, () => entries).flat();
  await withFile('many.har', JSON.stringify(har), (file) =>
    withWorkbench([file], async (page) => {
      await page.locator('[data-answer=ready]').waitFor();
      await page.setViewportSize({ width: 1280, height: 420 });
      const cells = '[role=row][aria-selected] [role=gridcell]:nth-child(4)';
      await page.evaluate((wanted) => {
        const lengths = (): number[] =>
          [...document.querySelectorAll(wanted)].map(({ textContent }) => textContent?.length ?? 0);
        Object.assign(globalThis, { printed: [] });
        window.print = () => {
          window.dispatchEvent(new Event('beforeprint'));
          Object.assign(globalThis, { printed: lengths() });
          window.dispatchEvent(new Event('afterprint'));
        };
      }, cells);
      await page.keyboard.press('Control+p');
      const printed = async (): Promise<number[]> => await page.evaluate('printed');
      await expect.poll(async () => (await printed()).length).toBe(entries.length * 30);
      expect((await printed()).filter((length) => length === 0)).toEqual([]);
      await expect.poll(() => page.locator(cells).count()).toBeLessThan(60);
    }),
  );
});
