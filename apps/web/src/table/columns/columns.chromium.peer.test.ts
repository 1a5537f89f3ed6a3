import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { withWorkbench } from '../../testing/with-workbench.ts';

const example = fileURLToPath(new URL('../../../../../fixtures/example/call-recording.har', import.meta.url));

async function heads(page: Page): Promise<string[]> {
  return await page.getByRole('columnheader').getByRole('button').allTextContents();
}

it('moves a column where it is dropped, cells and all, and keeps the order', async () => {
  await withWorkbench([example], async (page) => {
    await page.getByText('Who can fix it').waitFor();
    const before = await heads(page);
    const head = (name: string) => page.getByRole('columnheader').filter({ hasText: name });
    await head('Time').first().dragTo(head('Method'));
    await expect.poll(async () => (await heads(page)).slice(0, 4)).not.toEqual(before.slice(0, 4));
    const after = await heads(page);
    expect(after.indexOf('Time')).toBe(after.indexOf('Method') - 1);
    const row = page.locator('[role=row][aria-rowindex="2"] [role=gridcell]');
    expect(await row.nth(after.indexOf('Method')).textContent()).toBe('GET');
    await page.reload();
    await page.getByText('Who can fix it').waitFor();
    expect(await heads(page)).toEqual(after);
  });
});

it('makes a column as wide as its edge is dragged, or as the arrow keys say', async () => {
  await withWorkbench([example], async (page) => {
    await page.getByText('Who can fix it').waitFor();
    const edge = page.getByRole('separator', { name: /Method/ });
    const width = async (): Promise<number> => Number(await edge.getAttribute('aria-valuenow'));
    const before = await width();
    const box = await edge.boundingBox();
    if (box === null) throw new Error('The edge of the column is not there.');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 60, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await expect.poll(width).toBe(before + 60);
    const cell = page.locator('[role=row][aria-rowindex="2"] [role=gridcell]').nth(2);
    await expect.poll(async () => (await cell.boundingBox())?.width).toBeCloseTo(before + 60, 0);
    await edge.focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(width).toBe(before + 44);
  });
});

it('moves a column by the keyboard, which stays on its head, and by buttons for whom dragging is no way', async () => {
  await withWorkbench([example], async (page) => {
    await page.getByText('Who can fix it').waitFor();
    const order = async (): Promise<string[]> => (await heads(page)).slice(0, 4).map((head) => head.trim());
    const method = page.getByRole('columnheader').getByRole('button', { name: 'Method' });
    await method.focus();
    await page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(order).toEqual(['# ↑', 'Method', 'Started', 'URL']);
    await expect.poll(() => method.evaluate((head) => head === document.activeElement)).toBe(true);
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(order).toEqual(['# ↑', 'Started', 'Method', 'URL']);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('button', { name: 'Move URL to the left' }).click();
    await expect.poll(order).toEqual(['# ↑', 'Started', 'URL', 'Method']);
  });
});
