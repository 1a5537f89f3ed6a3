import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { withWorkbench } from '../testing/with-workbench.ts';

const example = fileURLToPath(new URL('../../../../fixtures/example/call-recording.har', import.meta.url));

it('a part whose script does not come says so, leaves everything else, and is there after a reload', async () => {
  await withWorkbench([example], async (page) => {
    await page.locator('[data-answer=ready]').waitFor();
    await page.route('**/assets/sanitize-page-*.js', (route) => route.abort());
    await page.keyboard.press('r');
    const note = page.getByRole('alert').filter({ hasText: 'A part of this page could not be loaded.' });
    await note.waitFor();
    expect(await page.getByText('by a fault of Harrier').count()).toBe(0);
    // It can be put aside, and the capture is still open.
    await note.getByRole('button', { name: 'Close' }).click();
    await note.waitFor({ state: 'detached' });
    await page.getByRole('navigation').getByRole('button', { name: 'Workbench' }).click();
    await page.locator('[data-answer=ready]').waitFor();
    // Whoever comes back is told again.
    await page.keyboard.press('r');
    await note.waitFor();
    await note.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('navigation').getByRole('button', { name: 'Workbench' }).click();

    await page.route('**/assets/knowledge-reader-*.js', (route) => route.abort());
    await page.keyboard.press('Shift+K');
    await note.waitFor();
    await page.unrouteAll();
    await note.getByRole('button', { name: 'Reload' }).click();
    await page.locator('[data-answer=ready]').waitFor();
    await page.keyboard.press('r');
    await page.getByRole('heading', { name: /^Remove credentials/ }).waitFor();
    expect(await note.count()).toBe(0);
  });
});

it('a body is shown where its editor does not come', async () => {
  await withWorkbench([example], async (page) => {
    await page.locator('[data-answer=ready]').waitFor();
    await page.route('**/assets/code-editor-*.js', (route) => route.abort());
    for (const key of ['e', '5']) await page.keyboard.press(key);
    await page.getByText('A part of this page could not be loaded.').waitFor();
    await page.locator('pre', { hasText: 'Invalid Product' }).waitFor();
  });
});

it('a capture that waits for a thread whose script does not come says so', async () => {
  await withWorkbench([], async (page) => {
    await page.locator('main').waitFor();
    await page.route('**/assets/*-worker-*.js', (route) => route.abort());
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open …' }).click();
    await (await chosen).setFiles([example, example]);
    await page.getByText('A part of this page could not be loaded.').waitFor();
  });
});
