import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { breaches } from './testing/accessibility.ts';
import { withWorkbench } from './testing/with-workbench.ts';

const example = fileURLToPath(new URL('../../../fixtures/example/call-recording.har', import.meta.url));

async function answered(page: Page): Promise<void> {
  await page.getByText('Who can fix it').waitFor();
  await page.getByText('https://admin.example.test/users').first().waitFor();
}

describe.each(['light', 'dark'] as const)('in the %s theme, no breach of WCAG 2.2 AA', (colorScheme) => {
  it('while nothing is open', async () => {
    await withWorkbench([], async (page) => {
      await page.emulateMedia({ colorScheme });
      await page.getByRole('button', { name: 'Choose a file' }).waitFor();
      expect(await breaches(page)).toEqual([]);
    });
  });

  it('in the answer, the table and the filter', async () => {
    await withWorkbench([example], async (page) => {
      await page.emulateMedia({ colorScheme });
      await answered(page);
      await page.getByLabel('Filter').first().fill('status:>=200 -method:OPTIONS');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      expect(await breaches(page)).toEqual([]);
    });
  });

  it('in the panels beside the table, and the list of keys', async () => {
    await withWorkbench([example], async (page) => {
      await page.emulateMedia({ colorScheme });
      await answered(page);
      await page.keyboard.press('f');
      await page.keyboard.type('recording');
      await page.getByRole('complementary').locator('mark').first().waitFor();
      expect(await breaches(page)).toEqual([]);
      await page.getByRole('tab', { name: 'Statistics' }).click();
      await page.getByRole('columnheader', { name: 'p95' }).first().waitFor();
      expect(await breaches(page)).toEqual([]);
      await page.getByRole('tab', { name: 'In common' }).click();
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'All keys' }).waitFor();
      expect(await breaches(page)).toEqual([]);
    });
  });
});
