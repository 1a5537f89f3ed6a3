import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { withFile } from '../testing/temporary-file.ts';
import { withWorkbench } from '../testing/with-workbench.ts';

const example = (name: string): string =>
  fileURLToPath(new URL(`../../../../fixtures/example/${name}`, import.meta.url));

it('says what differs between two captures, the most telling first, and shows it side by side', async () => {
  const files = [example('feature-available.har'), example('feature-not-available.har')];
  await withWorkbench(files, async (page, troubles) => {
    await page.getByRole('button', { name: 'Compare' }).first().click();
    const list = page.getByRole('list', { name: 'Differences' });
    await list.waitFor();
    expect(await list.getByRole('listitem').first().textContent()).toMatch(
      /permission.*(?:NO_ACCESS|FULL_ACCESS)/s,
    );
    const sides = page.getByRole('region', { name: 'Side by side' });
    await sides
      .getByText(/NO_ACCESS/)
      .first()
      .waitFor();
    expect(await sides.textContent()).toMatch(/FULL_ACCESS/);
    // Above what differs between any two requests.
    expect(await sides.getByRole('heading').first().textContent()).toBe('Response body');
    await sides.getByRole('button', { name: /feature-not-available/ }).click();
    await page.locator('section[aria-label^="#"]').waitFor();
    expect(troubles).toEqual({ errors: [], strangers: [] });
  });
});

it('says of a file that is opened to be compared why it cannot be read', async () => {
  await withFile('words.har', 'These are no requests.', (words) =>
    withWorkbench([example('feature-available.har')], async (page) => {
      await page.locator('[data-answer=ready]').waitFor();
      await page.keyboard.press('c');
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose a file' }).click();
      await (await chooser).setFiles(words);
      await page.getByText(/har.not-/).waitFor();
      await page.getByRole('button', { name: 'Close this file' }).click();
      await page.getByText(/har.not-/).waitFor({ state: 'detached' });
      await page.getByRole('heading', { name: 'Compare two captures' }).waitFor();
    }),
  );
});
